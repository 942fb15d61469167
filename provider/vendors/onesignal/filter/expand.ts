/**
 * The flat form that the API wants: alternatives (OR) of conditions that hold together (AND), without duplicates and without
 * alternatives that another one already covers. `a OR (a AND b)` is `a`.
 */
import * as E from "fp-ts/Either";
import type { Path } from "../../../core/path";
import type { Bag, Value } from "../../../core/value";
import { limits } from "../limits";
import { type Tree, toTree } from "./tree";

/** Conditions that hold together, by the index of their text; sorted, each once. */
type Group = readonly number[];

export interface Expansion {
  readonly groups: readonly Group[];
  /** The canonical texts that the groups' numbers stand for, and a condition that reads so, as first written. */
  readonly texts: readonly string[];
  readonly conditions: readonly Extract<Tree, { kind: "condition" }>[];
}

/** How big the flat form would be before duplicates go, and the group that multiplies most. */
export interface TooLarge {
  readonly entries: number;
  readonly culprit: Path | undefined;
}

/** More alternatives than this, at any step, can never be brought down to what fits; and they cost time. */
const MOST_GROUPS = 2_000;

interface Size {
  readonly groups: number;
  readonly conditions: number;
  readonly factor: number;
  readonly culprit: Path | undefined;
}

const ONE: Size = { groups: 1, conditions: 1, factor: 1, culprit: undefined };

const worse = (a: Size, b: Size): Size => (b.factor > a.factor ? b : a);

/** The widest alternative among members that are multiplied with each other. */
const multiplier = (members: readonly (readonly [Tree, Size])[]): Size => {
  const wide = members.filter(([, size]) => size.groups > 1);
  const none: Size = { ...ONE, groups: 0 };
  if (wide.length < 2) return none;
  return wide
    .map(([{ path }, { groups }]): Size => ({ ...none, factor: groups, culprit: path }))
    .reduce(worse, none);
};

/** Counted without expanding anything, so that a group of millions costs nothing to refuse. */
const sizeOf = (tree: Tree): Size => {
  if (tree.kind === "condition") return ONE;
  const sized = tree.members.map((member) => [member, sizeOf(member)] as const);
  const sizes = sized.map(([, size]) => size);
  const inner = sizes.reduce(worse, { ...ONE, groups: 0 });
  if (tree.kind === "any") {
    const groups = sizes.reduce((sum, size) => sum + size.groups, 0);
    const conditions = sizes.reduce((sum, size) => sum + size.conditions, 0);
    return { groups, conditions, factor: inner.factor, culprit: inner.culprit };
  }
  const groups = sizes.reduce((product, size) => product * size.groups, 1);
  const conditions = sizes.reduce((sum, size) => sum + (size.conditions * groups) / size.groups, 0);
  const { factor, culprit } = worse(inner, multiplier(sized));
  return { groups, conditions, factor, culprit };
};

const covers = (small: Group, large: Group): boolean => {
  if (small.length > large.length) return false;
  let i = 0;
  for (const member of large) if (member === small[i]) i += 1;
  return i === small.length;
};

/** Leaves out what another alternative covers; of equal ones the first stays, and the order stays. */
const absorbed = (groups: readonly Group[]): readonly Group[] => {
  const bySize = [...groups.entries()].sort(([i, a], [j, b]) => a.length - b.length || i - j);
  const kept = new Set<number>();
  const alone = new Set<number>();
  const longer: Group[] = [];
  for (const [index, group] of bySize) {
    if (group.some((member) => alone.has(member))) continue;
    if (longer.some((other) => covers(other, group))) continue;
    kept.add(index);
    const [only] = group;
    if (group.length === 1 && only !== undefined) alone.add(only);
    else longer.push(group);
  }
  return groups.filter((_, index) => kept.has(index));
};

const union = (members: Group): Group => [...new Set(members)].sort((x, y) => x - y);

type Numbers = Map<string, number>;

const numberOf = (numbers: Numbers, text: string): number => {
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  return number;
};

type Groups = readonly Group[] | undefined;

const isSingle = (groups: readonly Group[]): boolean => groups.length === 1;

/** Every choice of one alternative from each part. What every choice contains is joined first, which is most of it. */
const product = (parts: readonly (readonly Group[])[]): Groups => {
  const common = union(parts.filter(isSingle).flatMap(([group]) => group ?? []));
  return parts
    .filter((part) => !isSingle(part))
    .reduce(
      (so: Groups, part): Groups =>
        so === undefined || so.length * part.length > MOST_GROUPS
          ? undefined
          : absorbed(so.flatMap((a) => part.map((b) => union([...a, ...b])))),
      [common],
    );
};

/** The alternatives of a tree, or nothing when there are too many on the way. */
const groupsOf = (tree: Tree, numbers: Numbers): Groups => {
  if (tree.kind === "condition") return [[numberOf(numbers, tree.text)]];
  const parts = tree.members.map((member) => groupsOf(member, numbers));
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return undefined;
  if (tree.kind === "all") return product(known);
  const groups = known.flat();
  return groups.length > MOST_GROUPS ? undefined : absorbed(groups);
};

const conditionsOf = (tree: Tree): Expansion["conditions"] =>
  tree.kind === "condition" ? [tree] : tree.members.flatMap(conditionsOf);

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
  const numbers: Numbers = new Map();
  const groups = groupsOf(tree, numbers);
  if (groups === undefined || entriesOf(groups) > limits.entries) {
    const plain = sizeOf(tree);
    const entries = groups === undefined ? plain.conditions + plain.groups - 1 : entriesOf(groups);
    return E.left({ entries, culprit: plain.culprit });
  }
  const all = conditionsOf(tree);
  const first = new Map(all.toReversed().map((condition) => [condition.text, condition]));
  const texts = [...numbers.keys()];
  return E.right({
    groups,
    texts,
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
