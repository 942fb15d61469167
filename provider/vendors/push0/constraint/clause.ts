/**
 * What a list of groups means: clauses that all have to hold, of atoms of which one has to. A group of type AND is a clause for
 * each of its constraints, a group of type OR is one clause.
 */
import type { Path } from "../../../core/path";
import { type Bag, isBag, isList, type Value } from "../../../core/value";
import { isField, kinds } from "./field";
import { epochMs } from "./time";

/** One comparison; `value` is the canonical text of what it compares with, empty for `exists`. */
export interface Atom {
  readonly field: string;
  readonly relation: string;
  readonly value: string;
  /** Equal exactly for atoms that mean the same. */
  readonly text: string;
  readonly path: Path;
}

export interface Clause {
  readonly atoms: readonly Atom[];
  readonly path: Path;
}

/** What came from elsewhere and is no constraint is only ever equal to itself. */
const content = (value: Value): string =>
  JSON.stringify(value, (_, item: unknown) => (typeof item === "symbol" ? String(item) : item)) ??
  "";

const wordOf = (value: Value): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : content(value);

/** Numbers and times in the one way in which they are sent; text as it stands, since case may matter. */
export const canonicalValue = (field: string, value: string | number): string => {
  const kind = isField(field) ? kinds[field] : "text";
  if (kind === "time") return String(epochMs(value) ?? value);
  const isWhole = kind === "whole" && /^\d{1,16}$/.test(String(value));
  return isWhole ? String(Number(value)) : String(value);
};

const isScalar = (value: Value): value is string | number =>
  typeof value === "string" || typeof value === "number";

export const atomOf = (constraint: Bag, path: Path): Atom => {
  const field = wordOf(constraint["field"]);
  const relation = wordOf(constraint["relation"]);
  const said = constraint["value"];
  const known = isScalar(said) ? canonicalValue(field, said) : content(said);
  const value = relation === "exists" ? "" : known;
  return { field, relation, value, text: JSON.stringify([field, relation, value]), path };
};

const strange = (value: Value, path: Path): Clause => {
  const text = content(value);
  return { atoms: [{ field: "", relation: "", value: text, text, path }], path };
};

const clausesOfGroup = (group: Value, path: Path): readonly Clause[] => {
  if (!isBag(group) || !isList(group["constraints"])) return [strange(group, path)];
  const { type, constraints } = group;
  const isKnown = (type === "AND" || type === "OR") && constraints.length > 0;
  if (!isKnown || !constraints.every(isBag)) return [strange(group, path)];
  const atoms = constraints
    .filter(isBag)
    .map((constraint, index) => atomOf(constraint, [...path, "constraints", index]));
  return type === "OR"
    ? [{ atoms, path }]
    : atoms.map((atom) => ({ atoms: [atom], path: atom.path }));
};

/** In the order of the program; paths start at the list of groups. */
export const clausesOf = (groups: readonly Value[]): readonly Clause[] =>
  groups.flatMap((group, index) => clausesOfGroup(group, [index]));
