import * as t from "io-ts";
import { closed, list, oneOf, recursive } from "../../../core/codec";
import { variants } from "../../../core/variants";
import { conditions, legacyConditions, UnsupportedFilter } from "./condition";

export const Operator = closed(
  "OperatorFilter",
  { operator: oneOf("FilterOperator", ["OR", "AND"]) },
  { field: t.literal("operator") },
);

type Conditions = typeof conditions & typeof legacyConditions;

/** One condition: a field, how it is compared, and with what. */
export type Condition = t.TypeOf<Conditions[keyof Conditions]> | t.TypeOf<typeof UnsupportedFilter>;

/** What may stand in a group: conditions and groups. A group says by its name how its members are joined. */
export type Member = Condition | AnyOf | AllOf;

/** Holds when one of its members does. */
export type AnyOf = {
  readonly field?: "any_of";
  readonly anyOf: readonly Member[];
};

/** Holds when all of its members do. */
export type AllOf = {
  readonly field?: "all_of";
  readonly allOf: readonly Member[];
};

/** One entry of the filter list. */
export type Filter = Member | t.TypeOf<typeof Operator>;

const NO_OPERATOR =
  "must not be an operator inside a group: `anyOf` joins its members by OR, `allOf` by AND";

const SINCE_TODAY = "is not a filter of today's segment API (11.6)";
const INSISTING = "or set `allowLegacyFilters: true` to send it as it stands";

/** Fields that people have reason to try, and what to do instead. Sources: segment API v9 (2021), message filters, dashboard. */
const refusals = {
  device_type: `${SINCE_TODAY}; only the documents of v9 (2021) have it. Tag the device's type and use a \`tag\` condition, ${INSISTING}`,
  amount_spent: `${SINCE_TODAY}; it is a filter of messages. Keep the amount in a tag and use a \`tag\` condition, ${INSISTING}`,
  bought_sku: `${SINCE_TODAY}; it was a filter of messages until 2022. Keep purchases in tags and use a \`tag\` condition, ${INSISTING}`,
  email: `${SINCE_TODAY}; it was a filter of messages until 2022. Target people by external id or alias when you send, ${INSISTING}`,
};

const legacyCountry = closed(
  "CountryFilter",
  {
    field: t.literal("country"),
    relation: oneOf("LegacyCountryRelation", ["exists", "not_exists"]),
  },
  {},
);

const legacyLastSession = closed(
  "LastSessionFilter",
  {
    field: t.literal("last_session"),
    relation: oneOf("LastSessionRelation", [">", "<"]),
    value: conditions.session_time.required.value,
  },
  {},
);

/** A codec that takes what `legacy` takes, and otherwise judges by `codec`, whose sentences are the better ones. */
const widened = (codec: t.Mixed, legacy: t.Mixed): t.Mixed =>
  new t.Type(
    codec.name,
    (u): u is unknown => legacy.is(u) || codec.is(u),
    (u, context) => (legacy.is(u) ? t.success(u) : codec.validate(u, context)),
    t.identity,
  );

/** Groups cannot be empty: nobody can say what nothing means. */
const SOME = { min: 1, max: Number.POSITIVE_INFINITY };

/** Only an import writes these. */
const UNOFFERED = ["unsupported_in_api"];

type Known = { readonly [field: string]: t.Mixed };

const grammar = (known: Known, refused: { readonly [field: string]: string }) => {
  const member: t.Type<Member, Member, unknown> = recursive("Member", () =>
    variants(
      "Member",
      "field",
      { ...known, ...groups },
      { anyOf: "any_of", allOf: "all_of", operator: "operator" },
      { ...refused, operator: NO_OPERATOR },
      UNOFFERED,
    ),
  );
  const groups: Known = {
    any_of: closed(
      "AnyOfFilter",
      { anyOf: list("members", member, SOME) },
      { field: t.literal("any_of") },
    ),
    all_of: closed(
      "AllOfFilter",
      { allOf: list("members", member, SOME) },
      { field: t.literal("all_of") },
    ),
  };
  const filter = recursive<Filter>("Filter", () =>
    variants(
      "Filter",
      "field",
      { ...known, ...groups, operator: Operator },
      { anyOf: "any_of", allOf: "all_of", operator: "operator" },
      refused,
      UNOFFERED,
    ),
  );
  return list("filters", filter, SOME);
};

const current: Known = { ...conditions, unsupported_in_api: UnsupportedFilter };
const described: Known = { ...current, ...legacyConditions };

/** The filters of a program that says nothing of legacy ones. */
export const Filters = grammar(current, refusals);
/** With `allowLegacyFilters`: also what only older documents know. */
export const LegacyFilters = grammar(
  {
    ...described,
    country: widened(conditions.country, legacyCountry),
    last_session: widened(conditions.last_session, legacyLastSession),
  },
  {},
);
/** The filters that the schema offers, each legacy one marked as such. */
export const DescribedFilters = grammar(described, {});
export type Filters = readonly Filter[];
