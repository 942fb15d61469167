/** What is true of the objects that rules are made of, by the name of their codec. */
import type { TypeFact } from "../../../core/facts";

const SINCE = "Source: Statsig, Console API, Rules.";

const VALUES = {
  targetValue: { doc: "The value to compare with. `targetValueList` takes several." },
  targetValueList: { doc: "The values to compare with; order does not matter." },
};

const condition = (
  type: string,
  doc: string,
  operator: string,
  more: TypeFact["properties"] = {},
): TypeFact => ({
  doc: `${doc} ${SINCE}`,
  properties: {
    type: { doc: `Always \`${type}\`.` },
    operator: { doc: operator },
    ...VALUES,
    ...more,
  },
});

const SETS = "`any`: the value is one of these; `none`: it is none of them.";
const VERSIONS = `${SETS} \`version_*\` compare part by part: 1.10 comes after 1.9.`;
const TEXTS = `${SETS} \`str_contains_*\` look for parts. The case of letters does not matter.`;

const reference = (type: string, doc: string): TypeFact => ({
  doc: `${doc} ${SINCE}`,
  properties: {
    type: { doc: `Always \`${type}\`.` },
    targetValue: { doc: "The id of the other segment: `other.segmentId`." },
    targetValueList: { doc: "The same, as a list of one." },
  },
});

export const ruleTypes: { readonly [name: string]: TypeFact } = {
  Rule: {
    doc: "Rules are read from the top. The first whose environments and conditions match a person decides: the person passes, or not by its percentage, and no later rule is asked.",
    properties: {
      name: {
        doc: "By which a rule is recognised: one that keeps its name keeps the id under which Statsig counts exposures.",
      },
      passPercentage: {
        doc: "How many of those who match pass: 0 to 100, in steps of 0.01. With 0, those who match are kept out, also by all rules below.",
      },
      conditions: { doc: "All must hold; their order does not matter. None at all: everybody." },
      environments: {
        doc: "The environments in which the rule holds, such as `production`; all when left out. Order does not matter.",
      },
      id: {
        doc: "An id of your own for a new rule. Statsig may write it anew; later changes of it do nothing.",
      },
      baseID: {
        doc: "The part of a rule's id that stays. Only for a new rule; later changes of it do nothing.",
      },
    },
  },
  UserIdCondition: condition("user_id", "The user's ID.", SETS),
  EmailCondition: condition(
    "email",
    "The user's email address.",
    `${TEXTS} \`str_matches\`: a regular expression of JavaScript; in no document, but accepted by the live API in a test of a third party.`,
  ),
  CustomFieldCondition: condition(
    "custom_field",
    "An attribute that your app tells Statsig about the user.",
    `${TEXTS} \`lt\`, \`gt\`: numbers. \`version_*\`: versions. \`before\`, \`after\`, \`on\`: times, as Unix milliseconds or ISO 8601. \`array_*\`: attributes that hold a list; in no document, but accepted by the live API in a test of a third party.`,
    { field: { doc: "The attribute's key." } },
  ),
  UnitIdCondition: condition(
    "unit_id",
    "An ID of a type of your own.",
    `${TEXTS} \`is_null\`, \`is_not_null\`: whether there is one at all; they take no value.`,
    { customID: { doc: "The type of unit, such as `stableID` or `companyID`." } },
  ),
  AppVersionCondition: condition("app_version", "The version of the app.", VERSIONS),
  BrowserNameCondition: condition(
    "browser_name",
    "The browser: `Chrome`, `Chrome Mobile`, `Edge`, `Edge Mobile`, `Firefox`, `Firefox Mobile`, `IE`, `IE Mobile`, `Mobile Safari`, `Opera`, `Opera Mobile`, `Safari` or `Android`.",
    SETS,
  ),
  BrowserVersionCondition: condition("browser_version", "The version of the browser.", VERSIONS),
  OsNameCondition: condition(
    "os_name",
    "The operating system: `Android`, `iOS`, `Linux`, `Mac OS X` or `Windows`.",
    SETS,
  ),
  OsVersionCondition: condition("os_version", "The version of the operating system.", VERSIONS),
  CountryCondition: condition(
    "country",
    "The user's country, as two letters (ISO 3166-1 alpha-2).",
    SETS,
  ),
  IpAddressCondition: condition("ip_address", "The user's IP address.", SETS),
  EnvironmentTierCondition: condition(
    "environment_tier",
    "The environment that the SDK runs in: `development`, `staging`, `production` or one of your own.",
    `${SETS} Default: \`any\`.`,
  ),
  PassesSegmentCondition: reference("passes_segment", "The user is in another segment."),
  FailsSegmentCondition: reference("fails_segment", "The user is not in another segment."),
  UnsupportedCondition: {
    doc: "A condition that no program can write into a segment, as an import found it. It is kept and compared, and never sent; such rules can only be changed in the console.",
    properties: {
      type: { doc: "Always `unsupported_in_api`." },
      definition: { doc: "The condition as Statsig shows it, as JSON." },
    },
  },
};
