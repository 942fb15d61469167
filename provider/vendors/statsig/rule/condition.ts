/**
 * The condition types that the API lets a program write into a segment, one codec each. Source: Statsig, "Rules" of the Console
 * API, and OpenAPI 20240601. `targetValue` takes one value and `targetValueList` several, because a property cannot be a scalar
 * and a list in every language; on the wire both are `targetValue`.
 */
import * as t from "io-ts";
import { closed, oneOf, text } from "../../../core/codec";
import { ruled } from "../../../core/ruled";
import { operators } from "./operator";
import { Field, type Scalar, TargetValue, TargetValues, UnitType } from "./scalar";
import { oneValue, valueRules } from "./value-rules";

const VALUES = { targetValue: TargetValue, targetValueList: TargetValues };

export const UserIdCondition = ruled(
  closed(
    "UserIdCondition",
    { type: t.literal("user_id"), operator: oneOf("UserIdOperator", operators.user_id) },
    VALUES,
  ),
  valueRules(),
);

export const EmailCondition = ruled(
  closed(
    "EmailCondition",
    { type: t.literal("email"), operator: oneOf("EmailOperator", operators.email) },
    VALUES,
  ),
  valueRules(),
);

export const CustomFieldCondition = ruled(
  closed(
    "CustomFieldCondition",
    {
      type: t.literal("custom_field"),
      field: Field,
      operator: oneOf("CustomFieldOperator", operators.custom_field),
    },
    VALUES,
  ),
  valueRules(),
);

export const UnitIdCondition = ruled(
  closed(
    "UnitIdCondition",
    {
      type: t.literal("unit_id"),
      customID: UnitType,
      operator: oneOf("UnitIdOperator", operators.unit_id),
    },
    VALUES,
  ),
  valueRules(),
);

export const AppVersionCondition = ruled(
  closed(
    "AppVersionCondition",
    { type: t.literal("app_version"), operator: oneOf("AppVersionOperator", operators.version) },
    VALUES,
  ),
  valueRules(),
);

export const BrowserVersionCondition = ruled(
  closed(
    "BrowserVersionCondition",
    {
      type: t.literal("browser_version"),
      operator: oneOf("BrowserVersionOperator", operators.version),
    },
    VALUES,
  ),
  valueRules(),
);

export const OsVersionCondition = ruled(
  closed(
    "OsVersionCondition",
    { type: t.literal("os_version"), operator: oneOf("OsVersionOperator", operators.version) },
    VALUES,
  ),
  valueRules(),
);

export const BrowserNameCondition = ruled(
  closed(
    "BrowserNameCondition",
    { type: t.literal("browser_name"), operator: oneOf("BrowserNameOperator", operators.named) },
    VALUES,
  ),
  valueRules(),
);

export const OsNameCondition = ruled(
  closed(
    "OsNameCondition",
    { type: t.literal("os_name"), operator: oneOf("OsNameOperator", operators.named) },
    VALUES,
  ),
  valueRules(),
);

const countryProblem = (value: Scalar): string | undefined =>
  /^[A-Za-z]{2}$/.test(String(value))
    ? undefined
    : 'must be a country code of two letters, such as "US"';

export const CountryCondition = ruled(
  closed(
    "CountryCondition",
    { type: t.literal("country"), operator: oneOf("CountryOperator", operators.named) },
    VALUES,
  ),
  valueRules(countryProblem),
);

export const IpAddressCondition = ruled(
  closed(
    "IpAddressCondition",
    { type: t.literal("ip_address"), operator: oneOf("IpAddressOperator", operators.named) },
    VALUES,
  ),
  valueRules(),
);

/** The document's own example has no operator; it means `any`. */
export const EnvironmentTierCondition = ruled(
  closed(
    "EnvironmentTierCondition",
    { type: t.literal("environment_tier") },
    { operator: oneOf("EnvironmentTierOperator", operators.named), ...VALUES },
  ),
  valueRules(),
);

const segmentProblem = (value: Scalar): string | undefined =>
  /^[\w-]+$/.test(String(value))
    ? undefined
    : "must be the id of a segment: `segment.segmentId`, not its name";

export const PassesSegmentCondition = ruled(
  closed("PassesSegmentCondition", { type: t.literal("passes_segment") }, VALUES),
  oneValue(segmentProblem),
);

export const FailsSegmentCondition = ruled(
  closed("FailsSegmentCondition", { type: t.literal("fails_segment") }, VALUES),
  oneValue(segmentProblem),
);

/** A condition that the API shows but lets no program write. It is kept, compared, and never sent. */
export const UnsupportedCondition = closed(
  "UnsupportedCondition",
  { type: t.literal("unsupported_in_api"), definition: text("must be text, in quotes") },
  {},
);

export const conditions = {
  user_id: UserIdCondition,
  email: EmailCondition,
  custom_field: CustomFieldCondition,
  unit_id: UnitIdCondition,
  app_version: AppVersionCondition,
  browser_name: BrowserNameCondition,
  browser_version: BrowserVersionCondition,
  os_name: OsNameCondition,
  os_version: OsVersionCondition,
  country: CountryCondition,
  ip_address: IpAddressCondition,
  environment_tier: EnvironmentTierCondition,
  passes_segment: PassesSegmentCondition,
  fails_segment: FailsSegmentCondition,
};
