/** The one translation between what a program writes and what is sent: the same shape, with all values as text. */
import { type Bag, isBag, isList, type Value } from "../../../core/value";
import { canonicalValue } from "./clause";
import { isField, kinds } from "./field";
import { relationRead } from "./relation";
import { epochMs, isoOf } from "./time";

/** Text throughout, as the documents print it; the page demands all three. */
export interface WireConstraint {
  readonly field: string;
  readonly relation: string;
  readonly value: string;
}

export interface WireGroup {
  readonly type: string;
  readonly constraints: readonly WireConstraint[];
}

const textOf = (value: Value): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

/**
 * What is sent beside `exists` when the program says nothing. The page demands a value of every constraint and shows none for
 * `exists`: an empty text satisfies the demand, and claims nothing.
 */
const NO_VALUE = "";

const toWireConstraint = (constraint: Bag): WireConstraint => {
  const field = textOf(constraint["field"]);
  const { value } = constraint;
  return {
    field,
    relation: textOf(constraint["relation"]),
    value: value === undefined ? NO_VALUE : canonicalValue(field, textOf(value)),
  };
};

/** Groups as the program wrote them, so that the console shows what the program says. */
export const toWire = (groups: readonly Value[]): readonly WireGroup[] =>
  groups.filter(isBag).map(({ type, constraints }) => ({
    type: textOf(type),
    constraints: (isList(constraints) ? constraints : []).filter(isBag).map(toWireConstraint),
  }));

/** JSON of which nothing is known, as a value. */
const asValue = (u: unknown): Value => {
  if (u === null || typeof u === "string" || typeof u === "number" || typeof u === "boolean")
    return u;
  if (Array.isArray(u)) return u.map(asValue);
  if (typeof u !== "object") return undefined;
  return Object.fromEntries(Object.entries(u).map(([key, item]) => [key, asValue(item)]));
};

/** A number as a number, a time as ISO text, which reads better than milliseconds; anything else stays as it came. */
const readValue = (field: string, value: Value): Value => {
  if (typeof value !== "string" && typeof value !== "number") return value;
  const kind = isField(field) ? kinds[field] : undefined;
  if (kind === undefined) return value;
  if (kind === "text") return String(value);
  if (kind === "time") {
    const ms = epochMs(value);
    return ms === undefined ? value : isoOf(ms);
  }
  return /^\d{1,15}$/.test(String(value)) ? Number(value) : value;
};

const readConstraint = (constraint: Value): Value => {
  if (!isBag(constraint)) return constraint;
  const { field, relation, value, ...rest } = constraint;
  if (typeof field !== "string" || typeof relation !== "string") return constraint;
  const word = relationRead(relation);
  const known = { field, relation: word, ...rest };
  return word === "exists" ? known : { ...known, value: readValue(field, value) };
};

/** What the vendor has, as a program would write it. What no program could write is kept as it is, to be compared and shown. */
export const fromWire = (groups: unknown): readonly Value[] => {
  const value = asValue(groups);
  return (isList(value) ? value : []).map((group) => {
    if (!isBag(group) || !isList(group["constraints"])) return group;
    return { ...group, constraints: group["constraints"].map(readConstraint) };
  });
};
