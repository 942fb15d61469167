import { randomInt } from "node:crypto";
import { isObject, type Json, type JsonObject } from "../json";
import { comparesNumbers, conditionErrors } from "./grammar";
import type { StatsigSettings } from "./settings";

const within = (at: string, errors: readonly string[]): readonly string[] =>
  errors.map((error) => `${at}.${error}`);

/** "multipleOf: 0.01" */
const isPercentage = (value: unknown): boolean =>
  typeof value === "number" &&
  0 <= value &&
  value <= 100 &&
  Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;

const environmentErrors = (value: unknown, { acceptNulls }: StatsigSettings): readonly string[] => {
  if (value === undefined || (value === null && acceptNulls)) return [];
  const fits = Array.isArray(value) && value.every((item) => typeof item === "string");
  return fits ? [] : ["environments must be an array of strings"];
};

const conditionsErrors = (value: unknown, settings: StatsigSettings): readonly string[] => {
  if (!Array.isArray(value)) return ["conditions must be an array"];
  if (value.length === 0 && !settings.acceptEmptyConditions)
    return ["conditions must not be empty"];
  return value.flatMap((condition, index) =>
    within(`conditions[${index}]`, conditionErrors(condition, settings)),
  );
};

const ruleErrors = (rule: unknown, settings: StatsigSettings): readonly string[] => {
  if (!isObject(rule)) return ["must be an object"];
  const { name, passPercentage, conditions, environments } = rule;
  return [
    ...(typeof name === "string" && name !== "" ? [] : ["name is required"]),
    ...(isPercentage(passPercentage)
      ? []
      : ["passPercentage must be a multiple of 0.01 from 0 to 100"]),
    ...conditionsErrors(conditions, settings),
    ...environmentErrors(environments, settings),
  ];
};

export const rulesErrors = (rules: unknown, settings: StatsigSettings): readonly string[] =>
  Array.isArray(rules)
    ? rules.flatMap((rule, index) => within(`rules[${index}]`, ruleErrors(rule, settings)))
    : ["rules must be an array"];

const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** 22 letters and digits, as the ids in the examples. */
export const randomId = (): string =>
  Array.from({ length: 22 }, () => letters[randomInt(letters.length)]).join("");

const asText = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

/**
 * Whether a rule keeps the id it is sent with. A plain one, as a client may choose it, has no percentage in it and stays: "Get
 * dynamic config rules" shows plain ids at 1, 8 and 80 percent. Any other stays while the rule has it and its percentage.
 */
const keepsId = (id: string, percentage: unknown, before: JsonObject | undefined): boolean => {
  const isPlain = !id.includes(":");
  if (before === undefined) return isPlain;
  return before["id"] === id && (isPlain || before["passPercentage"] === percentage);
};

/** `base:10.00:1`: the percentage is part of it, so that a rule with another one has another id; the base stays. */
const identified = (
  rule: Readonly<Record<string, unknown>>,
  known: readonly JsonObject[],
  settings: StatsigSettings,
): { readonly id: string; readonly baseID: string } => {
  const own = settings.keepRuleIds ? rule : {};
  const [id, baseID] = [asText(own["id"]), asText(own["baseID"])];
  const base = baseID ?? id?.split(":")[0] ?? randomId();
  const before = known.find((one) => one["baseID"] === base);
  if (id !== undefined && keepsId(id, rule["passPercentage"], before)) return { id, baseID: base };
  const percentage = Number(rule["passPercentage"]).toFixed(2);
  const last = Number(String(before?.["id"] ?? "").split(":")[2] ?? 0);
  return { id: `${base}:${percentage}:${(Number.isNaN(last) ? 0 : last) + 1}`, baseID: base };
};

const storedCondition = (condition: Readonly<Record<string, unknown>>): JsonObject => {
  const { type, operator, targetValue, field, customID } = condition;
  const said = {
    type,
    operator: operator === "" ? undefined : operator,
    targetValue,
    field,
    customID,
  };
  return Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== undefined && value !== null),
  ) as JsonObject;
};

/** Rules that passed the checks, with the ids they are known by from now on. */
export const storedRules = (
  rules: unknown,
  known: readonly JsonObject[],
  settings: StatsigSettings,
): readonly JsonObject[] =>
  (Array.isArray(rules) ? rules.filter(isObject) : []).map((rule) => ({
    name: String(rule["name"]),
    passPercentage: Number(rule["passPercentage"]),
    conditions: (Array.isArray(rule["conditions"]) ? rule["conditions"].filter(isObject) : []).map(
      storedCondition,
    ),
    environments: Array.isArray(rule["environments"]) ? rule["environments"].map(String) : null,
    ...identified(rule, known, settings),
  }));

const echoedTarget = (condition: JsonObject, settings: StatsigSettings): Json | undefined => {
  const { operator, targetValue } = condition;
  if (targetValue === undefined) return undefined;
  const isNumber = settings.numbersAsNumbers && comparesNumbers(operator);
  const values = [targetValue]
    .flat()
    .map((value): Json => (isNumber ? Number(value) : (value as Json)));
  const wasList = Array.isArray(targetValue);
  if (settings.oneValue === "as-sent") return wasList ? values : (values[0] ?? null);
  return values.length === 1 && settings.oneValue === "scalar" ? (values[0] ?? null) : values;
};

const echoedCondition = (condition: Json, settings: StatsigSettings): Json => {
  if (!isObject(condition)) return condition;
  const known = condition as JsonObject;
  const targetValue = echoedTarget(known, settings);
  return { ...known, ...(targetValue === undefined ? {} : { targetValue }) };
};

/** Rules as answers show them. */
export const echoedRules = (
  rules: readonly JsonObject[],
  settings: StatsigSettings,
): readonly JsonObject[] =>
  rules.map((rule) => ({
    ...rule,
    conditions: (Array.isArray(rule["conditions"]) ? rule["conditions"] : []).map((condition) =>
      echoedCondition(condition, settings),
    ),
    returnValue: { key: true },
  }));
