/**
 * What one atom says about another on the same field. Only what is sure: Push0 documents neither whether letter case matters nor
 * what `!=` makes of a device without the field, so that both ways of reading must agree.
 */
import type { Atom } from "./clause";
import { isField, kinds } from "./field";

/** Yes, no, or it depends on what nobody documents. */
type Verdict = "yes" | "no" | "maybe";

const folded = (text: string): string => text.toLowerCase();

const verdict = (
  holds: (text: string, part: string) => boolean,
  text: string,
  part: string,
): Verdict => {
  if (holds(text, part)) return "yes";
  return holds(folded(text), folded(part)) ? "maybe" : "no";
};

const equals = (text: string, other: string): boolean => text === other;
const starts = (text: string, part: string): boolean => text.startsWith(part);
const ends = (text: string, part: string): boolean => text.endsWith(part);
const holds = (text: string, part: string): boolean => text.includes(part);

const opposite = (said: Verdict): Verdict => {
  if (said === "maybe") return said;
  return said === "yes" ? "no" : "yes";
};

/** Whether a device whose text is `text` satisfies the atom. */
const satisfied = (text: string, { relation, value }: Atom): Verdict => {
  switch (relation) {
    case "==":
      return verdict(equals, text, value);
    case "!=":
      return opposite(verdict(equals, text, value));
    case "starts_with":
      return verdict(starts, text, value);
    case "ends_with":
      return verdict(ends, text, value);
    case "contains":
      return verdict(holds, text, value);
    default:
      return relation === "exists" ? "yes" : "maybe";
  }
};

const PARTS: ReadonlySet<string> = new Set(["starts_with", "ends_with", "contains"]);

/** `starts_with "ab"` implies `starts_with "a"`; any part implies that the text contains what the part contains. */
const partImplies = (a: Atom, b: Atom): boolean => {
  if (b.relation === "contains") return a.value.includes(b.value);
  if (a.relation !== b.relation) return false;
  return b.relation === "starts_with" ? a.value.startsWith(b.value) : a.value.endsWith(b.value);
};

/** Two beginnings of one text, of which neither begins the other, exclude each other; so do two ends. */
const partsExclude = (a: Atom, b: Atom): boolean => {
  if (a.relation !== b.relation || a.relation === "contains") return false;
  const fits = a.relation === "starts_with" ? starts : ends;
  const [one, other] = [folded(a.value), folded(b.value)];
  return !fits(one, other) && !fits(other, one);
};

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The whole numbers that satisfy the atom, where they are one range. */
const rangeOf = ({ relation, value }: Atom): Range | undefined => {
  const n = Number(value);
  const ranges: { readonly [relation: string]: Range } = {
    "==": { from: n, to: n },
    ">": { from: n + 1, to: Number.POSITIVE_INFINITY },
    ">=": { from: n, to: Number.POSITIVE_INFINITY },
    "<": { from: Number.NEGATIVE_INFINITY, to: n - 1 },
    "<=": { from: Number.NEGATIVE_INFINITY, to: n },
  };
  return ranges[relation];
};

const isNumeric = ({ field }: Atom): boolean => isField(field) && kinds[field] !== "text";

const positive = (atom: Atom): Atom => ({ ...atom, relation: "==" });

const rangesExclude = (a: Atom, b: Atom): boolean => {
  const [one, other] = [rangeOf(a), rangeOf(b)];
  return one !== undefined && other !== undefined && (one.to < other.from || other.to < one.from);
};

const rangeImplies = (a: Atom, b: Atom): boolean => {
  const [one, other] = [rangeOf(a), rangeOf(b)];
  return one !== undefined && other !== undefined && other.from <= one.from && one.to <= other.to;
};

const textsExclude = (a: Atom, b: Atom): boolean => {
  if (a.relation === "==") return satisfied(a.value, b) === "no";
  if (b.relation === "==") return satisfied(b.value, a) === "no";
  return PARTS.has(a.relation) && PARTS.has(b.relation) && partsExclude(a, b);
};

const textImplies = (a: Atom, b: Atom): boolean => {
  if (a.relation === "==") return satisfied(a.value, b) === "yes";
  if (!PARTS.has(a.relation)) return false;
  return PARTS.has(b.relation) ? partImplies(a, b) : b.relation === "exists";
};

/** No device can satisfy both. */
export const excludes = (a: Atom, b: Atom): boolean => {
  if (a.field !== b.field || a.field === "") return false;
  if (b.relation === "!=") return a.relation !== "!=" && implies(a, positive(b));
  if (a.relation === "!=") return implies(b, positive(a));
  return isNumeric(a) ? rangesExclude(a, b) : textsExclude(a, b);
};

/** Every device that satisfies `a` satisfies `b`. */
export const implies = (a: Atom, b: Atom): boolean => {
  if (a.text === b.text) return true;
  if (a.field !== b.field || a.field === "" || a.relation === "!=") return false;
  if (b.relation === "!=") return excludes(a, positive(b));
  return isNumeric(a) ? rangeImplies(a, b) : textImplies(a, b);
};

/** Where `a` is a `!=`: the one value that it leaves out satisfies `b`, so that one of both holds for whoever has the field. */
export const coversAll = (a: Atom, b: Atom): boolean =>
  a.field === b.field &&
  a.relation === "!=" &&
  (b.relation === "!=" ? excludes(positive(a), positive(b)) : implies(positive(a), b));
