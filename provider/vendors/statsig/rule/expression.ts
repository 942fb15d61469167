/** Rules in words. Lists that mean the same read the same, but for the order of rules, which has a meaning. */
import { type Bag, isBag, isList, type Value } from "../../../core/value";
import { spellOut } from "../../../core/wording";
import { conditionText, environmentsOf, operatorOf, subjectOf, valueSet } from "./identity";
import { operandOf } from "./operator";

const QUOTED = /[^\w.@:/-]/;

const quoted = (value: string): string => (QUOTED.test(value) ? JSON.stringify(value) : value);

const time = (ms: string): string => {
  const date = new Date(Number(ms));
  return Number.isNaN(date.getTime()) ? ms : date.toISOString();
};

const SUBJECTS: { readonly [type: string]: string } = {
  user_id: "user ID",
  ip_address: "IP address",
  os_name: "OS",
  os_version: "OS version",
  browser_name: "browser",
  environment_tier: "environment",
};

const subject = (condition: Bag): string => {
  const { type, field, customID } = condition;
  if (type === "custom_field") return quoted(String(field));
  if (type === "unit_id") return quoted(String(customID));
  return SUBJECTS[String(type)] ?? subjectOf(condition).replaceAll("_", " ");
};

const NEGATED: ReadonlySet<string> = new Set(["none", "str_contains_none", "array_contains_none"]);
const JOINED: ReadonlySet<string> = new Set(["array_contains_all", "not_array_contains_all"]);

const between = (operator: string): string => {
  if (NEGATED.has(operator)) return "nor";
  return JOINED.has(operator) ? "and" : "or";
};

const compared = (condition: Bag): string => {
  const operator = operatorOf(condition);
  const { words, compares } = operandOf(operator);
  const values = valueSet(condition).map((value) =>
    compares === "time" ? time(value) : quoted(value),
  );
  const list = spellOut(values, between(operator));
  return values.length === 0 ? words : `${words} ${list}`;
};

/** `plan is pro or team`. */
export const conditionInWords = (condition: Bag): string => {
  switch (String(condition["type"])) {
    case "passes_segment":
      return `in segment ${valueSet(condition).join(", ")}`;
    case "fails_segment":
      return `not in segment ${valueSet(condition).join(", ")}`;
    case "unsupported_in_api":
      return `console-only condition ${String(condition["definition"])}`;
    default:
      return `${subject(condition)} ${compared(condition)}`;
  }
};

const conditionsOf = (rule: Bag): string => {
  const conditions = isList(rule["conditions"]) ? rule["conditions"].filter(isBag) : [];
  const words = new Map(conditions.map((one) => [conditionText(one), conditionInWords(one)]));
  if (words.size === 0) return "";
  const sorted = [...words].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return ` where ${sorted.join(", and ")}`;
};

const ruleInWords = (rule: Bag): string => {
  const percentage = Number(rule["passPercentage"]);
  const environments = environmentsOf(rule);
  const where = environments.length === 0 ? "" : ` (in ${spellOut(environments, "and")} only)`;
  const who = percentage === 100 ? "everybody" : `${percentage} % of those`;
  const conditions = conditionsOf(rule);
  const whom = conditions === "" && percentage !== 100 ? `${percentage} % of everybody` : who;
  return `${String(rule["name"])}: ${whom}${conditions}${where}`;
};

/** `Paid plans: everybody where plan is enterprise or premium; otherwise Trial: 10 % of those where …`. */
export const rulesInWords = (rules: Value): string => {
  const known = isList(rules) ? rules.filter(isBag) : [];
  return known.length === 0 ? "nobody" : known.map(ruleInWords).join("; otherwise ");
};
