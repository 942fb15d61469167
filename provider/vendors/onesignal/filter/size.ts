import type { Path } from "../../../core/path";
import { pathOf, type Tree } from "./tree";

/** How big the flat form of a tree would be if nothing in it were repeated. */
export interface Size {
  /** Alternatives. */
  readonly groups: number;
  readonly conditions: number;
  /** By how much the widest group multiplies others, and where it stands. */
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
    .map(([tree, { groups }]): Size => ({ ...none, factor: groups, culprit: pathOf(tree) }))
    .reduce(worse, none);
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Counted without expanding anything, so that a group of millions costs nothing to refuse. Beyond all numbers it is infinite. */
export const sizeOf = (tree: Tree): Size => {
  if (tree.kind === "condition") return ONE;
  const sized = tree.members.map((member) => [member, sizeOf(member)] as const);
  const sizes = sized.map(([, size]) => size);
  const inner = sizes.reduce(worse, { ...ONE, groups: 0 });
  if (tree.kind === "any") {
    const groups = sum(sizes.map((size) => size.groups));
    const conditions = sum(sizes.map((size) => size.conditions));
    return { groups, conditions, factor: inner.factor, culprit: inner.culprit };
  }
  const groups = sizes.reduce((product, size) => product * size.groups, 1);
  const perGroup = sum(sizes.map((size) => size.conditions / Math.max(1, size.groups)));
  const { factor, culprit } = worse(inner, multiplier(sized));
  return { groups, conditions: perGroup * groups, factor, culprit };
};
