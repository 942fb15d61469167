/**
 * The flat form that the API wants: alternatives (OR) of conditions that hold together (AND), without duplicates and without
 * alternatives that another one already covers. `a OR (a AND b)` is `a`.
 */
import * as E from "fp-ts/Either";
import type { Path } from "../../../core/path";
import type { Bag, Value } from "../../../core/value";
import { limits } from "../limits";
import { allOf, allowance, anyOf, type Group, type Groups, type Work } from "./alternatives";
import { sizeOf } from "./size";
import { type Condition, type Group as GroupTree, type Tree, toTree, type Written } from "./tree";

export interface Expansion {
  readonly groups: readonly Group[];
  /** What the groups' numbers stand for: a condition, as first written, and its canonical text. */
  readonly conditions: readonly Condition[];
  readonly numbers: ReadonlyMap<string, number>;
  /** What each condition and each group comes to by itself, by the object that the program wrote. */
  readonly parts: ReadonlyMap<Bag, readonly Group[]>;
}

/** How big the flat form would be before duplicates go, and the group that multiplies most. */
export interface TooLarge {
  readonly entries: number;
  readonly culprit: Path | undefined;
}

interface Progress {
  readonly work: Work;
  readonly numbers: Map<string, number>;
  readonly conditions: Condition[];
  readonly parts: Map<Bag, readonly Group[]>;
}

const begin = (): Progress => ({
  work: allowance(),
  numbers: new Map(),
  conditions: [],
  parts: new Map(),
});

const numberOf = ({ numbers, conditions }: Progress, condition: Condition): number => {
  const known = numbers.get(condition.text);
  if (known !== undefined) return known;
  numbers.set(condition.text, conditions.length);
  return conditions.push(condition) - 1;
};

const joined = ({ kind, members }: GroupTree, progress: Progress): Groups => {
  const parts = members.map((member) => groupsOf(member, progress));
  return kind === "all" ? allOf(parts, progress.work) : anyOf(parts, progress.work);
};

const groupsOf = (tree: Tree, progress: Progress): Groups => {
  const isCondition = tree.kind === "condition";
  const groups = isCondition ? [[numberOf(progress, tree)]] : joined(tree, progress);
  const written = isCondition ? tree.condition : tree.entry;
  if (written !== undefined && groups !== undefined) progress.parts.set(written, groups);
  return groups;
};

/** Entries of the flat list: each condition, and an OR between alternatives. */
export const entriesOf = (groups: readonly Group[]): number =>
  groups.reduce((sum, group) => sum + group.length, 0) + Math.max(0, groups.length - 1);

/** The flat form, or how large it would be. Exact up to 2,000 alternatives on the way; beyond, refused by its plain size. */
export const expand = (tree: Tree): E.Either<TooLarge, Expansion> => {
  const progress = begin();
  const groups = groupsOf(tree, progress);
  if (groups !== undefined && entriesOf(groups) <= limits.entries) {
    return E.right({ ...progress, groups });
  }
  const plain = sizeOf(tree);
  const entries = groups === undefined ? plain.conditions + plain.groups - 1 : entriesOf(groups);
  return E.left({ entries, culprit: plain.culprit });
};

type Known = E.Either<TooLarge, Expansion & Written>;

/** The lists of a moment ago, the newest first: what looks at a list asks for its expansion several times in a row. */
let recent: readonly (readonly [filters: readonly Value[], expansion: Known])[] = [];

/** One command looks at the list that was and the list that is to be. */
const MOST_RECENT = 2;

/** The expansion of a filter list. */
export const expansionOf = (filters: readonly Value[]): Known => {
  const remembered = recent.find(([list]) => list === filters);
  if (remembered !== undefined) return remembered[1];
  const written = toTree(filters);
  const expansion = E.map((one: Expansion) => ({ ...one, ...written }))(expand(written.tree));
  recent = [[filters, expansion] as const, ...recent].slice(0, MOST_RECENT);
  return expansion;
};

/** The alternatives with their conditions, as the program first wrote each. */
export const alternatives = ({ groups, conditions }: Expansion): readonly (readonly Bag[])[] =>
  groups.map((group) =>
    group.flatMap((index): readonly Bag[] => {
      const known = conditions[index];
      return known === undefined ? [] : [known.condition];
    }),
  );
