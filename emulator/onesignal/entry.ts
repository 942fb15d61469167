import { isObject, type JsonObject } from "../json";
import { fieldNamed } from "./field";
import type { OneSignalSettings } from "./settings";

/** One element of `filters`, as it was sent. */
export type Entry = Readonly<Record<string, unknown>>;

/** SDKs type these as numbers, the pages as strings; both pass. */
export const numericOperands: readonly string[] = ["radius", "lat", "long"];

/** What view shows of a filter beside `field` and `relation`. */
export const operandNames: readonly string[] = ["key", "value", "hours_ago", ...numericOperands];

/** The bare `{}` fits the schema's Operator, whose `operator` defaults to AND; here it is a filter without a field. */
export const isOperator = (entry: unknown): boolean =>
  isObject(entry) && Object.hasOwn(entry, "operator");

export const isAbsent = (value: unknown): boolean => value === undefined || value === null;

/** What is kept of filters that passed: the properties an answer can show, as text. */
export const storedFilters = (
  filters: unknown,
  settings: OneSignalSettings,
): readonly JsonObject[] =>
  (Array.isArray(filters) ? filters : []).filter(isObject).map((entry) => {
    if (isOperator(entry)) return { operator: String(entry["operator"]) };
    const wanted = ["field", "relation", ...operandNames].filter(
      (key) => !isAbsent(entry[key]) && isKept(entry, key, settings),
    );
    return Object.fromEntries(wanted.map((key) => [key, String(entry[key])]));
  });

const isKept = (entry: Entry, key: string, settings: OneSignalSettings): boolean => {
  if (settings.unusedFilterProperties === "keep" || key === "field") return true;
  const field = fieldNamed(String(entry["field"]), entry, settings) ?? {};
  // A location's relation says nothing, so it counts as unused like any other.
  if (key === "relation") return !Object.hasOwn(field, "none");
  return Object.hasOwn(field[String(entry["relation"] ?? "none")] ?? {}, key);
};
