/** Rules as a TypeScript program says them with the builders of `pulumi-audiences/statsig`. */
import { builder, type Code, call, literal, object } from "../../core/code";
import { type Bag, isBag, isList, type Value } from "../../core/value";
import { conditionInWords } from "./rule/expression";
import { operatorOf, targets } from "./rule/identity";
import { milliseconds, numberText, type Scalar } from "./rule/scalar";

/** `2026-01-31T00:00:00Z` for milliseconds, which nobody reads. */
const moment = (value: Scalar): Code => {
  const ms = milliseconds(value);
  if (typeof value === "string" && Number.isNaN(Number(value))) return literal(value);
  if (!Number.isFinite(new Date(ms).getTime())) return literal(value);
  const text = new Date(ms).toISOString().replace(".000Z", "Z");
  return literal(milliseconds(text) === ms ? text : value);
};

/** A number that compares as this very value does. */
const number = (value: Scalar): Code | undefined =>
  numberText(Number(value)) === numberText(value) ? literal(Number(value)) : undefined;

const asText = (value: Scalar): Code => literal(String(value));

type Arguments = (values: readonly Scalar[]) => readonly (Code | undefined)[] | undefined;

const several =
  (say: (value: Scalar) => Code): Arguments =>
  (values) =>
    values.length === 0 ? undefined : [...new Set(values)].map(say);

const one =
  (say: (value: Scalar) => Code | undefined): Arguments =>
  ([first, ...more]) =>
    first === undefined || more.length > 0 ? undefined : [say(first)];

const none: Arguments = () => [];

type Method = readonly [name: string, args: Arguments];

/** Operators that compare versions have a property of their own where the same word could mean a time. */
const versions = (way: "" | "asVersion."): { readonly [operator: string]: Method } => ({
  version_lt: [`${way}isBefore`, one(literal)],
  version_lte: [`${way}isAtMost`, one(literal)],
  version_gt: [`${way}isAfter`, one(literal)],
  version_gte: [`${way}isAtLeast`, one(literal)],
});

const METHODS: { readonly [operator: string]: Method } = {
  any: ["isOneOf", several(literal)],
  none: ["isNoneOf", several(literal)],
  str_contains_any: ["contains", several(asText)],
  str_contains_none: ["doesNotContain", several(asText)],
  str_matches: ["matches", one(asText)],
  lt: ["isLessThan", one(number)],
  gt: ["isGreaterThan", one(number)],
  before: ["asTime.isBefore", one(moment)],
  after: ["asTime.isAfter", one(moment)],
  on: ["asTime.isOn", one(moment)],
  array_contains_any: ["holdsAnyOf", several(literal)],
  array_contains_all: ["holdsAllOf", several(literal)],
  array_contains_none: ["holdsNoneOf", several(literal)],
  not_array_contains_all: ["lacksOneOf", several(literal)],
  is_null: ["doesNotExist", none],
  is_not_null: ["exists", none],
};

const IN_CUSTOM_FIELDS = { ...METHODS, ...versions("asVersion.") };
const ELSEWHERE = { ...METHODS, ...versions("") };

/** What a builder cannot say of a single value with the method for several. */
const SINGLE: { readonly [operator: string]: string } = { any: "is", none: "isNot" };

const SUBJECTS: { readonly [type: string]: string } = {
  user_id: "userId",
  email: "email",
  custom_field: "customField",
  unit_id: "unitId",
  app_version: "appVersion",
  browser_name: "browserName",
  browser_version: "browserVersion",
  os_name: "osName",
  os_version: "osVersion",
  country: "country",
  ip_address: "ipAddress",
  environment_tier: "environmentTier",
};

const SEGMENTS: { readonly [type: string]: string } = {
  passes_segment: "inSegment",
  fails_segment: "notInSegment",
};

const subject = ({ type, field, customID }: Bag): Code | undefined => {
  const name = SUBJECTS[String(type)];
  if (name === undefined) return undefined;
  const key = type === "custom_field" ? field : customID;
  return type === "custom_field" || type === "unit_id"
    ? call(builder(name), undefined, [literal(key)])
    : builder(name);
};

/** What no builder says, such as a condition of the console's own, is written as it stands. */
const conditionSource = (condition: Bag): Code => {
  const words = conditionInWords(condition);
  const values = targets(condition);
  const segment = SEGMENTS[String(condition["type"])];
  if (segment !== undefined && values.length === 1) {
    return call(builder(segment), undefined, values.map(literal), words);
  }
  const operator = operatorOf(condition);
  const methods = condition["type"] === "custom_field" ? IN_CUSTOM_FIELDS : ELSEWHERE;
  const [method, argumentsOf] = methods[operator] ?? [];
  const about = subject(condition);
  const args = argumentsOf?.(values);
  if (about === undefined || method === undefined || args === undefined) return literal(condition);
  const said = args.filter((code) => code !== undefined);
  if (said.length < args.length) return literal(condition);
  const single = said.length === 1 ? SINGLE[operator] : undefined;
  return call(about, single ?? method, said, words);
};

const ruleSource = (rule: Value): Code => {
  if (!isBag(rule) || !isList(rule["conditions"])) return literal(rule);
  const { name, conditions, ...options } = rule;
  const said = conditions.map((one) => (isBag(one) ? conditionSource(one) : literal(one)));
  return call(builder("rule"), undefined, [literal(name), object(options, literal), ...said]);
};

/** Rules in their order, which decides. */
export const rulesSource = (rules: Value): Code =>
  isList(rules) ? { _tag: "List", items: rules.map(ruleSource) } : literal(rules);
