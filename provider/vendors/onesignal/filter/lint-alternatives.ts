/** What is odd about alternatives: two that mean the same, and one that another covers. */
import { excludeEachOther } from "./lint-logic";
import { alternativesOf, type Fact, type Finding, follows, type Notes, placeOf } from "./lint-tree";
import type { Tree } from "./tree";

/** More members than a list that can be sent has: comparing each with each would take too long. */
const MOST_MEMBERS = 100;

interface Alternative {
  readonly facts: readonly Fact[];
  /** What it is about: nothing follows from it about anything else. */
  readonly bits: number;
}

/** Whoever is in `narrow` is in `wide`. */
const isInside = (narrow: Alternative, wide: Alternative): boolean =>
  (wide.bits & ~narrow.bits) === 0 &&
  wide.facts.every((fact) => narrow.facts.some((from) => follows(from, fact)));

const covers = (wide: readonly Alternative[], narrow: readonly Alternative[]): boolean =>
  wide.length > 0 &&
  narrow.length > 0 &&
  narrow.every((group) => wide.some((other) => isInside(group, other)));

/** An alternative for nobody is reported as that, and not as covered by every other one. */
const isForNobody = ({ facts }: Alternative): boolean => {
  const statements = facts.flatMap(({ statement }) => statement() ?? []);
  return statements.some(({ subject }) =>
    excludeEachOther(statements.filter((other) => other.subject === subject)),
  );
};

interface Member {
  readonly tree: Tree;
  readonly groups: readonly Alternative[];
  /** What whoever is covered by it must say something about, and what it says something about; a quick way to say no. */
  readonly asks: number;
  readonly tells: number;
}

const EVERYTHING = -1;

const toMember = (tree: Tree, factOf: Notes): Member => {
  const groups = alternativesOf(tree, factOf).map((facts) => ({
    facts,
    bits: facts.reduce((bits, { bit }) => bits | bit, 0),
  }));
  const [only, another] = groups;
  if (only === undefined || another !== undefined)
    return { tree, groups, asks: 0, tells: EVERYTHING };
  return { tree, groups, asks: only.bits, tells: only.bits };
};

const findingFor = (members: readonly Member[], index: number): Finding | undefined => {
  const member = members[index];
  if (member === undefined) return undefined;
  const other = members.find(
    ({ groups, asks }, i) =>
      i !== index &&
      (asks & ~member.tells) === 0 &&
      covers(groups, member.groups) &&
      (i < index || !covers(member.groups, groups)),
  );
  if (other === undefined || member.groups.every(isForNobody)) return undefined;
  const kind = covers(member.groups, other.groups) ? "same" : "covered";
  return { kind, path: placeOf(member.tree), beside: [placeOf(other.tree)] };
};

const amongMembers = (trees: readonly Tree[], factOf: Notes): readonly Finding[] => {
  if (trees.length < 2 || trees.length > MOST_MEMBERS) return [];
  const members = trees.map((tree) => toMember(tree, factOf));
  return members.flatMap((_, index) => findingFor(members, index) ?? []);
};

/** Everything odd among the alternatives of `tree`, at any depth. */
export const disjunctions = (tree: Tree, factOf: Notes): readonly Finding[] => {
  if (tree.kind === "condition") return [];
  const here = tree.kind === "any" ? amongMembers(tree.members, factOf) : [];
  return [...here, ...tree.members.flatMap((member) => disjunctions(member, factOf))];
};
