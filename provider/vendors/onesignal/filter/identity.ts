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
const compare = (texts: string[], condition: Bag): void => {
  const relation = textOf(condition["relation"]);
  if (isListRelation(relation)) {
    const values = setOf(condition);
    texts.push(values.length === 1 ? (SINGLE[relation] ?? relation) : relation, ...values);
    return;
  }
  texts.push(relation);
  const value = condition["value"];
  if (value !== undefined) texts.push(isElapsed(relation) ? numberOf(value) : textOf(value));
};

const NUMBERS = ["radius", "lat", "long"];

/** What a condition says beside its field and its key. */
const describe = (texts: string[], field: string, condition: Bag): void => {
  if (field === "tag") compare(texts, condition);
  else if (field === "location") for (const name of NUMBERS) texts.push(numberOf(condition[name]));
  else if (field === "unsupported_in_api") texts.push(textOf(condition["definition"]));
  else if (condition["hoursAgo"] !== undefined) {
    texts.push(textOf(condition["relation"]), numberOf(condition["hoursAgo"]), "hours");
  } else if (isNumericField(field)) {
    texts.push(textOf(condition["relation"]), numberOf(condition["value"]));
  } else compare(texts, condition);
};

const textsOf = (condition: Bag): readonly string[] => {
  const field = textOf(condition["field"]);
  const texts = [field];
  const key = condition["key"];
  if (key !== undefined) texts.push(textOf(key));
  describe(texts, field, condition);
  return texts;
};

/** The canonical text of one condition that is known through and through; it begins with a bracket and has no line breaks. */
export const conditionText = (condition: Value): string =>
  JSON.stringify(isBag(condition) ? textsOf(condition) : [textOf(condition)]);
