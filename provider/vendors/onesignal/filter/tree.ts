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
  | { readonly kind: "any" | "all"; readonly members: readonly Tree[]; readonly path: Path };

/** A value that is not known yet equals nothing else, and only itself in its own place. */
const textAt = (value: Value, path: Path): string =>
  hasUnknown(value) ? `unknown at ${path.join("/")}` : conditionText(value);

const toNode = (entry: Value, path: Path): Tree => {
  if (isBag(entry)) {
    const { anyOf, allOf } = entry;
    if (isList(anyOf)) return { kind: "any", members: toNodes(anyOf, [...path, "anyOf"]), path };
    if (isList(allOf)) return { kind: "all", members: toNodes(allOf, [...path, "allOf"]), path };
  }
  const condition = isBag(entry) ? entry : {};
  return { kind: "condition", condition, text: textAt(entry, path), path };
};

const toNodes = (entries: readonly Value[], path: Path): readonly Tree[] =>
  entries.map((entry, index) => toNode(entry, [...path, index]));

/** `AND` or `OR` for an operator entry, nothing for a condition or a group. */
export const operatorOf = (entry: Value): Value =>
  isBag(entry) && entry["field"] !== "tag" ? entry["operator"] : undefined;

/** The list splits at each OR; what stands between two ORs holds together, with or without a spelled-out AND. */
export const toTree = (filters: Value): Tree => {
  const entries: readonly Value[] = isList(filters) ? filters : [filters];
  const groups: Tree[][] = [[]];
  entries.forEach((entry, index) => {
    const operator = operatorOf(entry);
    if (operator === "OR") groups.push([]);
    else if (operator === undefined) groups.at(-1)?.push(toNode(entry, [index]));
  });
  const members = groups.map((group): Tree => ({ kind: "all", members: group, path: [] }));
  return { kind: "any", members, path: [] };
};
