import { isObject } from "../json";
import { type Entry, isAbsent, isOperator, numericOperands, operandNames } from "./entry";
import { fieldNamed, fieldNames, type Operands, relations } from "./field";
import type { OneSignalSettings } from "./settings";

/** Every element counts against the limit: `maxItems` is 200, although the text speaks of fields and ORs only. */
const mostEntries = 200;

/**
 * What is wrong with `filters`, empty when nothing is. The texts are made up, since no page prints them; the rules are
 * those of "Create segment, OpenAPI 11.6". Operators first or doubled are refused by inference, last by the page.
 */
export const checkFilters = (filters: unknown, settings: OneSignalSettings): readonly string[] => {
  if (!Array.isArray(filters)) return ["filters must be an array"];
  if (filters.length === 0) return ["filters must contain at least one filter"];
  if (filters.length > mostEntries)
    return [`filters must contain at most ${mostEntries} entries, not ${filters.length}`];
  const entries: readonly unknown[] = filters;
  return entries.flatMap((entry, index) => {
    const at = `filters[${index}]`;
    if (!isObject(entry)) return [`${at} must be an object`];
    return isOperator(entry)
      ? operatorErrors(
          entry,
          isOperator(entries[index - 1]),
          index === 0,
          index === entries.length - 1,
          at,
        )
      : conditionErrors(entry, settings, at);
  });
};

const operatorErrors = (
  entry: Entry,
  doubled: boolean,
  first: boolean,
  last: boolean,
  at: string,
): readonly string[] => {
  if (entry["operator"] !== "AND" && entry["operator"] !== "OR")
    return [`${at}.operator must be "AND" or "OR"`];
  // Filter and Operator are alternatives (`oneOf`), so an entry cannot be both.
  if (Object.hasOwn(entry, "field")) return [`${at} cannot have both field and operator`];
  if (first) return ["filters cannot begin with an operator"];
  if (last) return ["filters cannot end with an operator"];
  return doubled ? [`${at} follows another operator`] : [];
};

const conditionErrors = (
  entry: Entry,
  settings: OneSignalSettings,
  at: string,
): readonly string[] => {
  const name = entry["field"];
  const field = typeof name === "string" ? fieldNamed(name, entry, settings) : undefined;
  if (typeof name !== "string" || field === undefined)
    return [`${at}.field must be one of ${fieldNames.join(", ")}`];
  // View marks with it what only the dashboard can write; sent back, it must not pass for an ordinary filter.
  if (entry["unsupported_in_api"] === true) return [`${at} is not supported in the API`];
  const relation = entry["relation"];
  const operands = relation === undefined ? field["none"] : ownOperands(field, relation);
  if (operands === undefined) {
    const allowed = Object.keys(field).filter((word) => word !== "none");
    return [`${at}.relation of ${name} must be one of ${allowed.join(", ")}`];
  }
  return [
    ...Object.keys(operands).flatMap((key) =>
      isAbsent(entry[key]) ? [`${at}.${key} is required for ${name}`] : [],
    ),
    ...operandNames.flatMap((key) =>
      operandErrors(entry[key], operands[key], settings, `${at}.${key}`),
    ),
    ...(settings.unusedFilterProperties === "refuse" ? unusedErrors(entry, operands, at) : []),
  ];
};

const ownOperands = (
  field: Readonly<Record<string, Operands>>,
  relation: unknown,
): Operands | undefined =>
  typeof relation === "string" && relations.includes(relation) && Object.hasOwn(field, relation)
    ? field[relation]
    : undefined;

const operandErrors = (
  value: unknown,
  rule: Operands[string] | undefined,
  settings: OneSignalSettings,
  at: string,
): readonly string[] => {
  if (isAbsent(value)) return [];
  const mayBeNumber =
    settings.acceptNumericValues || numericOperands.some((key) => at.endsWith(`.${key}`));
  if (typeof value !== "string" && !(mayBeNumber && typeof value === "number"))
    return [`${at} must be a string`];
  return rule === undefined || rule.accepts(String(value)) ? [] : [`${at} must be ${rule.wants}`];
};

const unusedErrors = (entry: Entry, operands: Operands, at: string): readonly string[] =>
  Object.keys(entry)
    .filter((key) => !["field", "relation", ...Object.keys(operands)].includes(key))
    .map((key) => `${at}.${key} is not used by this filter`);
