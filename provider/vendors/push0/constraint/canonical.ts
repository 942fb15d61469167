/**
 * Whether two lists of groups mean the same, and what differs when they do not.
 *
 * Equal: any order of groups and of constraints; AND spread over one group or several; a group of one under either type; repetition;
 * a group that another one implies by having fewer alternatives of it; `5` and `"5"` where the field is a number; ISO and
 * milliseconds where it is a time; whatever stands beside `exists`.
 * Not called equal: ranges and texts that imply each other (`> 4`, `>= 5`), text in other letter case, two codes of one country.
 */
import { type Change, changesBetween, type Identity } from "../../../core/changes";
import type { Path } from "../../../core/path";
import { type Bag, equal, hasUnknown, isBag, isList, type Value } from "../../../core/value";
import { type Atom, atomOf, clausesOf } from "./clause";

/** The atoms of one clause by their text: sorted, each once. */
type Atoms = readonly Atom[];

const distinct = (atoms: Atoms): Atoms =>
  [...new Map(atoms.map((atom) => [atom.text, atom])).values()].sort((a, b) =>
    a.text < b.text ? -1 : 1,
  );

const textOf = (atoms: Atoms): string => JSON.stringify(atoms.map(({ text }) => text));

/** Leaves out what another clause implies: `(a OR b)` says nothing beside `a`. Shorter ones first, found by their first atom. */
const absorbed = (clauses: readonly Atoms[]): readonly Atoms[] => {
  const byFirst = new Map<string, Atoms[]>();
  const kept: Atoms[] = [];
  for (const clause of [...clauses].sort((a, b) => a.length - b.length)) {
    const texts = new Set(clause.map(({ text }) => text));
    const isPart = (shorter: Atoms): boolean => shorter.every(({ text }) => texts.has(text));
    if (clause.some(({ text }) => (byFirst.get(text) ?? []).some(isPart))) continue;
    kept.push(clause);
    const first = clause[0]?.text ?? "";
    const others = byFirst.get(first);
    if (others === undefined) byFirst.set(first, [clause]);
    else others.push(clause);
  }
  return kept;
};

/** The clauses that all lists of this meaning have in common, in an order of their own. */
export const canonicalAtoms = (groups: readonly Value[]): readonly Atoms[] =>
  absorbed(clausesOf(groups).map(({ atoms }) => distinct(atoms))).toSorted((a, b) =>
    textOf(a) < textOf(b) ? -1 : 1,
  );

/** One text for all lists that mean the same; nothing for what is no list, or not fully known. */
export const canonicalText = (groups: Value): string | undefined =>
  isList(groups) && !hasUnknown(groups)
    ? JSON.stringify(canonicalAtoms(groups).map(textOf))
    : undefined;

const isGroup = (entry: Bag): boolean => isList(entry["constraints"]);

const entryText = (entry: Value): string | undefined => {
  if (!isBag(entry) || hasUnknown(entry)) return undefined;
  if (isGroup(entry)) return canonicalText([entry]);
  return typeof entry["field"] === "string" ? atomOf(entry, []).text : undefined;
};

/** Constraints on different fields have nothing worth comparing inside; groups always have. */
const tagOf = (entry: Bag): Value => (isGroup(entry) ? "group" : entry["field"]);

const identity: Identity = { text: entryText, tag: tagOf };
const inPlace: Identity = { text: () => undefined, tag: tagOf };

const inside = (value: Value, path: Path): Value =>
  path.reduce((so: Value, step): Value => {
    if (typeof step === "number") return isList(so) ? so[step] : undefined;
    return isBag(so) ? so[step] : undefined;
  }, value);

/** Whether a value was only spelled anew, in a constraint of which something else changed. */
const isRespelled = (old: Value, now: Value, { path }: Change): boolean => {
  if (path.at(-1) !== "value") return false;
  const before = inside(old, path.slice(0, -1));
  const after = inside(now, path.slice(0, -1));
  if (!isBag(before) || !isBag(after) || hasUnknown(before) || hasUnknown(after)) return false;
  return atomOf(before, []).value === atomOf(after, []).value;
};

/** The places that differ, as paths into the program's own list; empty when both mean the same. */
export const constraintChanges = (old: Value, now: Value): readonly Change[] => {
  if (equal(old, now)) return [];
  const before = canonicalText(old);
  if (before !== undefined && before === canonicalText(now)) return [];
  const changes = changesBetween(identity, old, now);
  const places = changes.length > 0 ? changes : changesBetween(inPlace, old, now);
  const telling = places.filter((change) => !isRespelled(old, now, change));
  return telling.length > 0 ? telling : places;
};
