/**
 * The nine filter fields of OneSignal's segment API, one codec each. Source: "Create segment", OpenAPI 11.6 (mid 2026), whose
 * prose and not whose schema is followed: the schema demands a relation of `location` and does not know `hours_ago`.
 */
import * as t from "io-ts";
import { closed, list, oneOf, text } from "../../../core/codec";
import { ruled } from "../../../core/ruled";
import {
  Amount,
  Count,
  Country,
  Hours,
  Language,
  Latitude,
  Longitude,
  Metres,
  Seconds,
  TagKey,
  TagValue,
  Version,
} from "./scalar";
import { problemOf, secondsProblem, valueRules } from "./value-rules";

const TagRelation = oneOf("TagRelation", [
  "=",
  "!=",
  ">",
  "<",
  "exists",
  "not_exists",
  "in_array",
  "not_in_array",
  "time_elapsed_gt",
  "time_elapsed_lt",
]);
const SET_RELATIONS = ["=", "!=", "in_array", "not_in_array"] as const;

const AnyText = text("must be text, in quotes");
const SOME = { min: 1, max: Number.POSITIVE_INFINITY };
const texts = (name: string) => list(name, AnyText, SOME);

export const TagFilter = ruled(
  closed(
    "TagFilter",
    { field: t.literal("tag"), key: TagKey, relation: TagRelation },
    { value: TagValue, valueList: list("tag values", TagValue, SOME) },
    ["hoursAgo", "radius", "lat", "long"],
  ),
  (condition) => valueRules(secondsProblem(condition.relation))(condition),
);

export const LastSessionFilter = closed(
  "LastSessionFilter",
  {
    field: t.literal("last_session"),
    relation: oneOf("LastSessionRelation", [">", "<"]),
    hoursAgo: Hours,
  },
  {},
  [],
  {
    value: {
      meant: "hoursAgo",
      why: "is not what last_session compares with; only one sample of v9 (2021) has it, beside another with `hours_ago`",
    },
  },
);

export const FirstSessionFilter = closed(
  "FirstSessionFilter",
  {
    field: t.literal("first_session"),
    relation: oneOf("FirstSessionRelation", [">", "<"]),
    hoursAgo: Hours,
  },
  {},
);

export const SessionCountFilter = closed(
  "SessionCountFilter",
  {
    field: t.literal("session_count"),
    relation: oneOf("SessionCountRelation", ["=", "!=", ">", "<"]),
    value: Count,
  },
  {},
);

export const SessionTimeFilter = closed(
  "SessionTimeFilter",
  {
    field: t.literal("session_time"),
    relation: oneOf("SessionTimeRelation", [">", "<"]),
    value: Seconds,
  },
  {},
);

export const LanguageFilter = ruled(
  closed(
    "LanguageFilter",
    { field: t.literal("language"), relation: oneOf("LanguageRelation", SET_RELATIONS) },
    { value: AnyText, valueList: texts("language codes") },
  ),
  valueRules(problemOf(Language)),
);

export const AppVersionFilter = ruled(
  closed(
    "AppVersionFilter",
    {
      field: t.literal("app_version"),
      relation: oneOf("AppVersionRelation", ["=", "!=", ">", "<", "in_array", "not_in_array"]),
    },
    { value: AnyText, valueList: texts("app versions") },
  ),
  valueRules(problemOf(Version)),
);

export const LocationFilter = closed(
  "LocationFilter",
  { field: t.literal("location"), radius: Metres, lat: Latitude, long: Longitude },
  {},
);

/** Relations of a country that messages know and segments do not. Source: "Sending messages with the OneSignal API". */
const notForCountry = (relation: unknown): string | undefined =>
  relation === "exists" || relation === "not_exists"
    ? `is not a relation of \`country\` in today's segment API (11.6); it is one of messages. Compare with codes, or set \`allowLegacyFilters: true\` to send it as it stands`
    : undefined;

export const CountryFilter = ruled(
  closed(
    "CountryFilter",
    {
      field: t.literal("country"),
      relation: oneOf("CountryRelation", SET_RELATIONS, notForCountry),
    },
    { value: AnyText, valueList: texts("country codes") },
  ),
  valueRules(problemOf(Country)),
);

/** A dashboard-only condition, kept word for word: it is shown and compared, and never sent. */
export const UnsupportedFilter = closed(
  "UnsupportedFilter",
  { field: t.literal("unsupported_in_api"), definition: AnyText },
  {},
);

export const DeviceTypeFilter = closed(
  "DeviceTypeFilter",
  { field: t.literal("device_type"), relation: oneOf("DeviceTypeRelation", ["="]), value: AnyText },
  {},
);

export const AmountSpentFilter = closed(
  "AmountSpentFilter",
  {
    field: t.literal("amount_spent"),
    relation: oneOf("AmountSpentRelation", [">", "<", "="]),
    value: Amount,
  },
  {},
);

export const BoughtSkuFilter = closed(
  "BoughtSkuFilter",
  {
    field: t.literal("bought_sku"),
    key: TagKey,
    relation: oneOf("BoughtSkuRelation", [">", "<", "="]),
    value: Amount,
  },
  {},
);

export const EmailFilter = closed("EmailFilter", { field: t.literal("email"), value: AnyText }, {});

/** What today's API knows, by field. */
export const conditions = {
  tag: TagFilter,
  last_session: LastSessionFilter,
  first_session: FirstSessionFilter,
  session_count: SessionCountFilter,
  session_time: SessionTimeFilter,
  language: LanguageFilter,
  app_version: AppVersionFilter,
  location: LocationFilter,
  country: CountryFilter,
};

/** What only older documents know; sent as it stands where the program asks for it. */
export const legacyConditions = {
  device_type: DeviceTypeFilter,
  amount_spent: AmountSpentFilter,
  bought_sku: BoughtSkuFilter,
  email: EmailFilter,
};
