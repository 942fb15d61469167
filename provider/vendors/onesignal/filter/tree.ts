import type { Path } from "../../../core/path";
import { type Bag, hasUnknown, isBag, isList, type Value } from "../../../core/value";
import { conditionText } from "./identity";

/** A filter list as what it means: conditions under AND and OR. Paths point into what the program wrote. */
export type Tree =
  | {
      readonly kind: "condition";
      readonly condition: Bag;
      readonly text: string;
      readonly path: Path;
    }
  | Group;

type Group = {
  readonly kind: "any" | "all";
  readonly members: readonly Tree[];
  readonly path: Path;
  /** The group as the program wrote it; none for what lies between two ORs. */
  readonly entry: Bag | undefined;
};

/** A value that is not known yet equals nothing else, and only itself in its own place. */
const textAt = (value: Value, path: Path, isKnown: boolean): string =>
  isKnown || !hasUnknown(value) ? conditionText(value) : `unknown at ${path.join("/")}`;

const toNode = (entry: Value, path: Path, isKnown: boolean): Tree => {
  if (isBag(entry)) {
    const { anyOf, allOf } = entry;
    const group = (kind: Group["kind"], members: readonly Value[]): Tree => {
      const inside = [...path, `${kind}Of`];
      const nodes = members.map((member, index) => toNode(member, [...inside, index], isKnown));
      return { kind, members: nodes, path, entry };
    };
    if (isList(anyOf)) return group("any", anyOf);
    if (isList(allOf)) return group("all", allOf);
  }
  const condition = isBag(entry) ? entry : {};
  return { kind: "condition", condition, text: textAt(entry, path, isKnown), path };
};

/** `AND` or `OR` for an operator entry, nothing for a condition or a group. */
export const operatorOf = (entry: Value): Value =>
  isBag(entry) && entry["field"] !== "tag" ? entry["operator"] : undefined;

/** The list splits at each OR; what stands between two ORs holds together, with or without a spelled-out AND. */
export const toTree = (filters: Value): Tree => {
  const entries: readonly Value[] = isList(filters) ? filters : [filters];
  const isKnown = !hasUnknown(entries);
  const groups: Tree[][] = [[]];
  entries.forEach((entry, index) => {
    const operator = operatorOf(entry);
    if (operator === "OR") groups.push([]);
    else if (operator === undefined) groups.at(-1)?.push(toNode(entry, [index], isKnown));
  });
  const members = groups.map(
    (group): Tree => ({ kind: "all", members: group, path: [], entry: undefined }),
  );
  return { kind: "any", members, path: [], entry: undefined };
};
