/**
 * What a condition says of one thing: of a tag, of the country, of the number of sessions. Only what the documents decide is
 * known here. Where they are silent, a condition has no meaning but its own text, and nothing follows from it.
 */
import type { Bag, Value } from "../../../core/value";
import { valuesOf } from "./value-rules";

/** Values among which the actual one is (`in`) or is not. */
export interface Among {
  readonly kind: "in" | "out";
  readonly values: ReadonlySet<string>;
}

/** A comparison with one number. */
export interface Compared {
  readonly kind: ">" | "<" | "=" | "!=";
  readonly number: number;
}

export type Meaning =
  | Among
  | Compared
  /** Whether there is a value at all. */
  | { readonly kind: "present" | "absent" }
  /** An order that nobody documents, so that only the very same text compares. */
  | { readonly kind: "above" | "below"; readonly text: string }
  /** A circle; circles of one centre are inside each other. */
  | { readonly kind: "within"; readonly metres: number };

export interface Statement {
  /** What it is about; statements about different things have nothing to do with each other. */
  readonly subject: string;
  readonly meaning: Meaning;
}

const word = (value: Value): string => (typeof value === "symbol" ? "" : String(value));

const among = ({ relation, value, valueList }: Bag): Among | undefined => {
  const one = new Set([word(value)]);
  switch (word(relation)) {
    case "=":
      return { kind: "in", values: one };
    case "!=":
      return { kind: "out", values: one };
    case "in_array":
    case "not_in_array": {
      const listed = Array.isArray(valueList) ? valueList.map(word) : undefined;
      const values = new Set(listed ?? valuesOf({ relation: word(relation), value: word(value) }));
      return { kind: relation === "in_array" ? "in" : "out", values };
    }
    default:
      return undefined;
  }
};

const ordered = ({ relation, value }: Bag): Meaning | undefined => {
  if (relation !== ">" && relation !== "<") return undefined;
  return { kind: relation === ">" ? "above" : "below", text: word(value) };
};

const compared = (relation: Value, value: Value): Compared | undefined =>
  relation === ">" || relation === "<" || relation === "=" || relation === "!="
    ? { kind: relation, number: Number(value) }
    : undefined;

const about = (subject: string, meaning: Meaning | undefined): Statement | undefined =>
  meaning === undefined ? undefined : { subject, meaning };

const ofTag = (condition: Bag): Statement | undefined => {
  const { relation, value } = condition;
  const subject = `tag ${word(condition["key"])}`;
  switch (word(relation)) {
    case "exists":
      return { subject, meaning: { kind: "present" } };
    case "not_exists":
      return { subject, meaning: { kind: "absent" } };
    case "time_elapsed_gt":
      return about(`${subject} elapsed`, compared(">", value));
    case "time_elapsed_lt":
      return about(`${subject} elapsed`, compared("<", value));
    default:
      return about(subject, among(condition) ?? ordered(condition));
  }
};

/** What a condition says, as far as the documents decide it. */
export const statementOf = (condition: Bag): Statement | undefined => {
  const { relation, hoursAgo, value } = condition;
  const field = word(condition["field"]);
  switch (field) {
    case "tag":
      return ofTag(condition);
    case "last_session":
    case "first_session":
      return hoursAgo === undefined ? undefined : about(field, compared(relation, hoursAgo));
    case "session_count":
    case "session_time":
      return about(field, compared(relation, value));
    case "language":
    case "country":
      return about(field, among(condition));
    case "app_version":
      return about(field, among(condition) ?? ordered(condition));
    case "location": {
      const { radius, lat, long } = condition;
      const subject = `location ${Number(lat)} ${Number(long)}`;
      return { subject, meaning: { kind: "within", metres: Number(radius) } };
    }
    default:
      return undefined;
  }
};
