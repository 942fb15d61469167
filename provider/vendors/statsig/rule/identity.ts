/**
 * When two conditions, and two rules, are the same. Equal texts mean the same to Statsig's evaluator; whatever might differ gets
 * different texts: case of letters, `"1.0"` and `"1.0.0"` as versions, and `"31"` and `"31.0"` where texts are compared.
 */
import { type Bag, isBag, isList, type Value } from "../../../core/value";
import { operandOf } from "./operator";
import { milliseconds, numberText, type Scalar } from "./scalar";

const isScalar = (value: Value): value is Scalar =>
  typeof value === "string" || typeof value === "number";

/** The values of a condition, however they are written: one, or a list. */
export const targets = ({ targetValue, targetValueList }: Bag): readonly Scalar[] => {
  const values: readonly Value[] = isList(targetValueList) ? targetValueList : [targetValue];
  return values.filter(isScalar);
};

/** What is compared when the program names no operator: the document's example of `environment_tier` has none. */
export const operatorOf = ({ type, operator }: Bag): string => {
  if (type === "passes_segment" || type === "fails_segment") return "";
  return typeof operator === "string" && operator !== "" ? operator : "any";
};

const comparable = (compares: "text" | "number" | "time", value: Scalar): string => {
  switch (compares) {
    case "text":
      return String(value);
    case "number":
      return numberText(value);
    case "time":
      return String(milliseconds(value));
  }
};

/** The values as they are compared: each once, in an order of their own. */
export const valueSet = (condition: Bag): readonly string[] => {
  const { compares } = operandOf(operatorOf(condition));
  return [...new Set(targets(condition).map((value) => comparable(compares, value)))].sort();
};

/** What a condition looks at: its type, and the field or unit that it names. */
export const subjectOf = ({ type, field, customID }: Bag): string =>
  [type, field, customID].filter((part) => typeof part === "string").join(" ");

export const conditionText = (condition: Value): string => {
  if (!isBag(condition)) return JSON.stringify(String(condition));
  const { type, definition } = condition;
  return type === "unsupported_in_api"
    ? JSON.stringify([type, definition])
    : JSON.stringify([subjectOf(condition), operatorOf(condition), ...valueSet(condition)]);
};

/** Conditions hold together, so that their order and repetition say nothing. */
export const conditionTexts = (conditions: Value): readonly string[] =>
  isList(conditions) ? [...new Set(conditions.map(conditionText))].sort() : [];

/** Absent, `null` and empty all mean every environment. */
export const environmentsOf = ({ environments }: Bag): readonly string[] =>
  isList(environments) ? [...new Set(environments.map(String))].sort() : [];

/** Everything of a rule that somebody could notice. Its ids are Statsig's own affair. */
export const ruleText = (rule: Value): string =>
  isBag(rule)
    ? JSON.stringify([
        String(rule["name"]),
        Number(rule["passPercentage"]),
        environmentsOf(rule),
        conditionTexts(rule["conditions"]),
      ])
    : JSON.stringify(String(rule));

export const rulesText = (rules: Value): string =>
  isList(rules) ? JSON.stringify(rules.map(ruleText)) : "[]";
