/** A filter list in words. Lists that mean the same read the same, because what is printed is the canonical form. */
import * as E from "fp-ts/Either";
import { type Bag, isList, type Value } from "../../../core/value";
import { spellOut } from "../../../core/wording";
import { alternatives, expansionOf } from "./expand";
import { conditionText } from "./identity";
import { decimalText } from "./scalar";
import { isElapsed, isListRelation } from "./value-rules";

const word = (value: Value): string => (typeof value === "string" ? value : String(value));

const number = (value: Value): string => decimalText(word(value));

const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** `604800` seconds read as `7 days`; whole units only, so that the number in the program is still recognised. */
const duration = (seconds: number): string => {
  const [unit, size] =
    UNITS.find(([, length]) => seconds !== 0 && seconds % length === 0) ?? (["second", 1] as const);
  const amount = seconds / size;
  return `${amount} ${unit}${amount === 1 ? "" : "s"}`;
};

const SIGNS: { readonly [relation: string]: string } = {
  "=": "is",
  "!=": "is not",
  ">": "is greater than",
  "<": "is less than",
};

/** Text is quoted where it could be mistaken for words of the sentence. */
const quoted = (text: string): string =>
  /^[\p{L}\p{N}_.@+:/-]+$/u.test(text) ? text : JSON.stringify(text);

const valuesOf = ({ value, valueList }: Bag): readonly string[] => {
  const items = isList(valueList) ? valueList.map(word) : word(value).split(",");
  return [...new Set(items)].sort().map(quoted);
};

const listed = (condition: Bag, negated: boolean): string => {
  const values = valuesOf(condition);
  if (!negated) return `is ${spellOut(values)}`;
  return values.length === 1
    ? `is not ${values.join("")}`
    : `is neither ${spellOut(values, "nor")}`;
};

const compared = (condition: Bag): string => {
  const relation = word(condition["relation"]);
  if (relation === "exists") return "exists";
  if (relation === "not_exists") return "does not exist";
  if (isElapsed(relation)) {
    const much = relation === "time_elapsed_gt" ? "more" : "less";
    return `was ${much} than ${duration(Number(condition["value"]))} ago`;
  }
  return isListRelation(relation)
    ? listed(condition, relation === "not_in_array")
    : `${SIGNS[relation] ?? relation} ${quoted(word(condition["value"]))}`;
};

/** Decimal hours in a smaller unit where that is a whole number: `1.1` is 66 minutes, `1.0001` stays. */
const hoursInWords = (hours: string): string => {
  const milliseconds = Math.round(Number(hours) * 3_600_000);
  return milliseconds % 1_000 === 0 && milliseconds / 3_600_000 === Number(hours)
    ? duration(milliseconds / 1_000)
    : `${hours} hours`;
};

/** Without `hoursAgo` it is the legacy `value`, whose unit nobody documents. */
const ago = (subject: string, { relation, hoursAgo, value }: Bag): string =>
  hoursAgo === undefined
    ? `${subject} ${word(relation)} ${number(value)}`
    : `${subject} ${relation === ">" ? "more" : "less"} than ${hoursInWords(number(hoursAgo))} ago`;

const counted = (subject: string, { relation, value }: Bag): string =>
  `${subject} ${SIGNS[word(relation)] ?? word(relation)} ${number(value)}`;

const inWords = (condition: Bag): string => {
  switch (word(condition["field"])) {
    case "tag":
      return `tag ${quoted(word(condition["key"]))} ${compared(condition)}`;
    case "last_session":
      return ago("last session", condition);
    case "first_session":
      return ago("first session", condition);
    case "session_count":
      return counted("session count", condition);
    case "session_time":
      return `session time is ${condition["relation"] === ">" ? "more" : "less"} than ${duration(Number(number(condition["value"])))}`;
    case "location":
      return `within ${number(condition["radius"])} m of ${number(condition["lat"])}, ${number(condition["long"])}`;
    case "unsupported_in_api":
      return `dashboard-only filter ${word(condition["definition"])}`;
    case "bought_sku":
      return counted(`amount spent on ${quoted(word(condition["key"]))}`, condition);
    case "email":
      return `email is ${quoted(word(condition["value"]))}`;
    default:
      return `${word(condition["field"]).replaceAll("_", " ")} ${compared(condition)}`;
  }
};

const byCanonicalText = (a: Bag, b: Bag): number => (conditionText(a) < conditionText(b) ? -1 : 1);

/** "country is DE or AT, and last session more than 7 days ago"; alternatives of several conditions stand in parentheses. */
export const expression = (filters: readonly Value[]): string => {
  const expansion = expansionOf(filters);
  if (E.isLeft(expansion)) return "";
  const printed = alternatives(expansion.right)
    .map((group) => group.toSorted(byCanonicalText).map(inWords))
    .sort((a, b) => (a.join() < b.join() ? -1 : 1));
  const joined = printed.map((group) => group.join(", and "));
  if (joined.length === 1) return joined[0] ?? "";
  return joined
    .map((text, i) => ((printed[i]?.length ?? 0) > 1 ? `(${text})` : text))
    .join(", or ");
};
