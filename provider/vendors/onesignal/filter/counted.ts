/** Two lists of which the same conditions have the same numbers: so they are compared without writing their texts. */
import type { Group } from "./alternatives";
import type { Expansion } from "./expand";

export interface Counted {
  readonly before: Expansion;
  readonly after: Expansion;
  /** For each number of `before` the one that the condition has in `after`, and one beyond those where it is not there. */
  readonly isBefore: readonly number[];
}

export const countedIn = (
  before: Expansion | undefined,
  after: Expansion | undefined,
): Counted | undefined => {
  if (before === undefined || after === undefined) return undefined;
  const { numbers } = after;
  const isBefore = before.conditions.map(({ text }, n) => numbers.get(text) ?? numbers.size + n);
  return { before, after, isBefore };
};

const sorted = (group: Group, numbers: readonly number[] | undefined): string => {
  const [only = 0, other] = group;
  if (other === undefined) return String(numbers?.[only] ?? only);
  return (numbers === undefined ? [...group] : group.map((n) => numbers[n] ?? n))
    .sort((a, b) => a - b)
    .join();
};

/** One text for all groups that come to the same. */
export const inOrder = (groups: readonly Group[], numbers?: readonly number[]): string => {
  const [first = [], other] = groups;
  if (other === undefined) return sorted(first, numbers);
  return groups
    .map((group) => sorted(group, numbers))
    .sort()
    .join(";");
};

/** Whether the one smallest form of both lists is the same. */
export const hasSameForm = ({ before, after, isBefore }: Counted): boolean => {
  if (before.groups.length !== after.groups.length) return false;
  const most = after.numbers.size;
  if (before.groups.some((group) => group.some((n) => (isBefore[n] ?? most) >= most))) return false;
  const forms = new Set(after.groups.map((group) => sorted(group, undefined)));
  return before.groups.every((group) => forms.has(sorted(group, isBefore)));
};
