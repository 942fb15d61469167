/**
 * When two conditions are the same. Equal texts mean the same by the API's rules; whatever might differ gets different texts:
 * tags are compared as text, so `"10"` and `"10.0"` stay apart, and versions are not normalised, since nobody documents how the
 * API orders them; nor is the legacy `value` of `last_session` taken for hours, since nobody documents its unit.
 */
import { type Bag, isBag, isList, type Value } from "../../../core/value";
import { decimalText } from "./scalar";
import { isElapsed, isListRelation, isNumericField } from "./value-rules";

const textOf = (value: Value): string =>
  typeof value === "symbol" || typeof value === "object" ? "" : String(value);

const numberOf = (value: Value): string =>
  decimalText(typeof value === "number" ? value : textOf(value));

/** The values of a set of alternatives: `valueList`, or the API's own comma-separated text. Order and repetition say nothing. */
const setOf = ({ value, valueList }: Bag): readonly string[] => {
  const items = isList(valueList) ? valueList.map(textOf) : textOf(value).split(",");
  return [...new Set(items)].sort();
};

const SINGLE: { readonly [relation: string]: string } = { in_array: "=", not_in_array: "!=" };

/** A relation and its values; a list of one is the plain comparison. */
const comparison = (condition: Bag): readonly string[] => {
  const relation = textOf(condition["relation"]);
  if (!isListRelation(relation)) {
    const value = condition["value"];
    return value === undefined
      ? [relation]
      : [relation, isElapsed(relation) ? numberOf(value) : textOf(value)];
  }
  const values = setOf(condition);
  return values.length === 1 ? [SINGLE[relation] ?? relation, ...values] : [relation, ...values];
};

const parts = (condition: Bag): readonly string[] => {
  const { field, key, relation, hoursAgo, value, radius, lat, long } = condition;
  const name = textOf(field);
  if (name === "location") return [name, numberOf(radius), numberOf(lat), numberOf(long)];
  if (name === "unsupported_in_api") return [name, textOf(condition["definition"])];
  if (hoursAgo !== undefined && name !== "tag") {
    return [name, textOf(relation), numberOf(hoursAgo), "hours"];
  }
  const compared = isNumericField(name)
    ? [textOf(relation), numberOf(value)]
    : comparison(condition);
  return key === undefined ? [name, ...compared] : [name, textOf(key), ...compared];
};

/** The canonical text of one condition that is known through and through; it begins with a bracket and has no line breaks. */
export const conditionText = (condition: Value): string =>
  JSON.stringify(isBag(condition) ? parts(condition) : [textOf(condition)]);
