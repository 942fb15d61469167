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
import { type Tree, toTree } from "./tree";

export interface Expansion {
  readonly tree: Tree;
  readonly groups: readonly Group[];
  /** The canonical texts that the groups' numbers stand for, and a condition that reads so, as first written. */
  readonly texts: readonly string[];
  readonly conditions: readonly Condition[];
  /** The text of each condition, and what each group comes to, by the object that the program wrote. */
  readonly written: ReadonlyMap<Bag, string>;
  readonly parts: ReadonlyMap<Bag, Part>;
}

/** How big the flat form would be before duplicates go, and the group that multiplies most. */
export interface TooLarge {
  readonly entries: number;
  readonly culprit: Path | undefined;
}

type Numbers = Map<string, number>;

/** What a group of the program's comes to by itself. */
export interface Part {
  readonly groups: readonly Group[];
  /** The texts that the numbers stand for, once the whole list has been gone through. */
  readonly texts: () => readonly string[];
}

interface Progress {
  readonly numbers: Numbers;
  readonly work: Work;
  readonly texts: () => readonly string[];
  readonly parts: Map<Bag, Part>;
  readonly written: Map<Bag, string>;
}

const begin = (): Progress => {
  const numbers: Numbers = new Map();
  let texts: readonly string[] = [];
  return {
    numbers,
    work: allowance(),
    parts: new Map(),
    written: new Map(),
    texts: () => {
      if (texts.length < numbers.size) texts = [...numbers.keys()];
      return texts;
    },
  };
};

const numberOf = (numbers: Numbers, text: string): number => {
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  return number;
};

const groupsOf = (tree: Tree, progress: Progress): Groups => {
  const { numbers, work, texts, parts, written } = progress;
  if (tree.kind === "condition") {
    written.set(tree.condition, tree.text);
    return [[numberOf(numbers, tree.text)]];
  }
  const members = tree.members.map((member) => groupsOf(member, progress));
  const groups = tree.kind === "all" ? allOf(members, work) : anyOf(members, work);
  if (tree.entry !== undefined && groups !== undefined) parts.set(tree.entry, { groups, texts });
  return groups;
};

type Condition = Extract<Tree, { kind: "condition" }>;

/** The conditions by their texts, each as first written. */
const gather = (tree: Tree, found: Map<string, Condition>): ReadonlyMap<string, Condition> => {
  if (tree.kind !== "condition") for (const member of tree.members) gather(member, found);
  else if (!found.has(tree.text)) found.set(tree.text, tree);
  return found;
};

/** Entries of the flat list: each condition, and an OR between alternatives. */
export const entriesOf = (groups: readonly Group[]): number =>
  groups.reduce((sum, group) => sum + group.length, 0) + Math.max(0, groups.length - 1);

const known = new WeakMap<object, E.Either<TooLarge, Expansion>>();

/** The expansion of a filter list, remembered for as long as the list is: one command asks for it several times. */
export const expansionOf = (filters: readonly Value[]): E.Either<TooLarge, Expansion> => {
  const expansion = known.get(filters) ?? expand(toTree(filters));
  known.set(filters, expansion);
  return expansion;
};

/** The flat form, or how large it would be. Exact up to 2,000 alternatives on the way; beyond, refused by its plain size. */
export const expand = (tree: Tree): E.Either<TooLarge, Expansion> => {
  const progress = begin();
  const groups = groupsOf(tree, progress);
  if (groups === undefined || entriesOf(groups) > limits.entries) {
    const plain = sizeOf(tree);
    const entries = groups === undefined ? plain.conditions + plain.groups - 1 : entriesOf(groups);
    return E.left({ entries, culprit: plain.culprit });
  }
  const first = gather(tree, new Map());
  const texts = progress.texts();
  return E.right({
    tree,
    groups,
    texts,
    written: progress.written,
    parts: progress.parts,
    conditions: texts.flatMap((text) => first.get(text) ?? []),
  });
};

/** The alternatives with their conditions, as the program first wrote each. */
export const alternatives = ({ groups, conditions }: Expansion): readonly (readonly Bag[])[] =>
  groups.map((group) =>
    group.flatMap((index): readonly Bag[] => {
      const known = conditions[index];
      return known === undefined ? [] : [known.condition];
    }),
  );
