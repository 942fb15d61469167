import type { Path } from "../../../core/path";
import { type Bag, hasUnknown, isBag, isList, type Value } from "../../../core/value";
import { conditionText } from "./identity";

/** Where the program wrote a part: the group around it, none for the list itself, and the place in there. */
interface Place {
  readonly up: Group | undefined;
  readonly index: number;
}

/** A filter list as what it means: conditions under AND and OR. */
export type Tree = Condition | Group;

export interface Condition {
  readonly kind: "condition";
  readonly condition: Bag;
  readonly text: string;
  readonly place: Place;
}

export interface Group {
  readonly kind: "any" | "all";
  readonly members: readonly Tree[];
  /** The group as the program wrote it, and where; none for what lies between two ORs. */
  readonly entry: Bag | undefined;
  readonly place: Place | undefined;
}

/** Where in the program's list a part stands; the list itself for what lies between two ORs. Rarely asked, so it is not kept. */
export const pathOf = ({ place }: Pick<Tree, "place">): Path => {
  if (place === undefined) return [];
  const { up, index } = place;
  return up === undefined ? [index] : [...pathOf(up), `${up.kind}Of`, index];
};

/** A value that is not known yet equals nothing else, and only itself in its own place. */
const textAt = (value: Value, place: Place, isKnown: boolean): string =>
  isKnown || !hasUnknown(value)
    ? conditionText(value)
    : `unknown at ${pathOf({ place }).join("/")}`;

const toNode = (entry: Value, place: Place, isKnown: boolean): Tree => {
  if (isBag(entry)) {
    const { anyOf, allOf } = entry;
    const group = (kind: Group["kind"], inside: readonly Value[]): Tree => {
      const members: Tree[] = [];
      const up = { kind, members, entry, place };
      inside.forEach((member, index) => {
        members.push(toNode(member, { up, index }, isKnown));
      });
      return up;
    };
    if (isList(anyOf)) return group("any", anyOf);
    if (isList(allOf)) return group("all", allOf);
  }
  const condition = isBag(entry) ? entry : {};
  return { kind: "condition", condition, text: textAt(entry, place, isKnown), place };
};

/** `AND` or `OR` for an operator entry, nothing for a condition or a group. */
export const operatorOf = (entry: Value): Value =>
  isBag(entry) && entry["field"] !== "tag" ? entry["operator"] : undefined;

/** What a program wrote, as a tree, and whether nothing in it, at any depth, is still unknown. */
export interface Written {
  readonly tree: Tree;
  readonly isKnown: boolean;
}

/** The list splits at each OR; what stands between two ORs holds together, with or without a spelled-out AND. */
export const toTree = (entries: readonly Value[]): Written => {
  const isKnown = !hasUnknown(entries);
  const groups: Tree[][] = [[]];
  entries.forEach((entry, index) => {
    const operator = operatorOf(entry);
    if (operator === "OR") groups.push([]);
    else if (operator === undefined)
      groups.at(-1)?.push(toNode(entry, { up: undefined, index }, isKnown));
  });
  const unwritten = { entry: undefined, place: undefined };
  const members = groups.map((group): Tree => ({ kind: "all", members: group, ...unwritten }));
  return { tree: { kind: "any", members, ...unwritten }, isKnown };
};
