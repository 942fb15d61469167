/** A filter list as lint walks it: conditions with what they say, and what holds together with what. */
import * as E from "fp-ts/Either";
import type { Path } from "../../../core/path";
import type { Bag, Value } from "../../../core/value";
import { expand } from "./expand";
import { implies } from "./lint-logic";
import { type Statement, statementOf } from "./lint-meaning";
import { type Condition, type Group, pathOf, type Tree } from "./tree";

export interface Fact {
  readonly text: string;
  /** One bit for what it is about: what follows from a fact has the same. */
  readonly bit: number;
  readonly place: Condition["place"];
  readonly relation: Value;
  /** Nothing where the documents are silent. Thought out when somebody asks: most conditions are about something of their own. */
  readonly statement: () => Statement | undefined;
}

const hashOf = (text: Value, start: number): number => {
  let hash = start;
  if (typeof text !== "string") return hash;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash, 31) + text.charCodeAt(i);
  return hash;
};

/** Statements about one thing are of one field, and of one key. */
const bitOf = ({ field, key }: Bag): number => 1 << (hashOf(key, hashOf(field, 0)) & 31);

const stated = (condition: Bag): Fact["statement"] => {
  let made: { readonly statement: Statement | undefined } | undefined;
  return () => {
    made ??= { statement: statementOf(condition) };
    return made.statement;
  };
};

/** Whether everybody for whom `from` holds is one for whom `fact` does. */
export const follows = (from: Fact, fact: Fact): boolean => {
  if (from.bit !== fact.bit) return false;
  if (from.text === fact.text) return true;
  const [one, other] = [from.statement(), fact.statement()];
  return one !== undefined && other !== undefined && implies(one, other);
};

/** What a condition says. Lint asks for it many times, so it is noted down while a list is looked at. */
export type Notes = (tree: Condition) => Fact;

export const notes = (): Notes => {
  const facts = new Map<Condition, Fact>();
  return (tree) => {
    const known = facts.get(tree);
    if (known !== undefined) return known;
    const { text, place, condition } = tree;
    const { relation } = condition;
    const fact: Fact = {
      text,
      place,
      relation,
      bit: bitOf(condition),
      statement: stated(condition),
    };
    facts.set(tree, fact);
    return fact;
  };
};

/** Something odd: where, of which kind, and what it is odd beside. */
export interface Finding {
  readonly kind: "nobody" | "repeated" | "implied" | "always" | "same" | "covered";
  readonly path: Path;
  readonly beside: readonly Path[];
}

/** What holds together: conditions, and groups of which one member must hold. */
export interface Together {
  readonly facts: readonly Fact[];
  readonly groups: readonly Group[];
}

/** Groups inside groups of the same kind, and groups of one, say nothing of their own. */
export const together = (tree: Tree, factOf: Notes): Together => {
  const facts: Fact[] = [];
  const groups: Group[] = [];
  const visit = (one: Tree): void => {
    if (one.kind === "condition") facts.push(factOf(one));
    else if (one.kind === "any" && one.members.length > 1) groups.push(one);
    else one.members.forEach(visit);
  };
  visit(tree);
  return { facts, groups };
};

/** Where a member stands; what lies between two ORs stands where it begins. */
export const placeOf = (tree: Tree): Path => {
  if (tree.kind === "condition" || tree.place !== undefined) return pathOf(tree);
  const [first] = tree.members;
  return first === undefined ? [] : placeOf(first);
};

/** The alternatives of a member, each with the facts that hold together in it. */
export const alternativesOf = (tree: Tree, factOf: Notes): readonly (readonly Fact[])[] => {
  const { facts, groups: inner } = together(tree, factOf);
  if (inner.length === 0) return [facts];
  const expansion = expand(tree);
  if (E.isLeft(expansion)) return [];
  const { groups, conditions } = expansion.right;
  return groups.map((group) =>
    group.flatMap((number): readonly Fact[] => {
      const condition = conditions[number];
      return condition === undefined ? [] : [factOf(condition)];
    }),
  );
};
