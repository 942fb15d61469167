/**
 * Alternatives of conditions that hold together, without those that another one already covers. Because a condition is never
 * looked into here, what remains is the one smallest form. The work is counted: whoever runs out of it is told so, and waits for
 * nothing.
 */

/** Conditions that hold together, by number; sorted, each once. */
export type Group = readonly number[];

/** Alternatives; nothing when there are too many on the way. */
export type Groups = readonly Group[] | undefined;

/** What may still be done: comparisons of one group with another. */
export interface Work {
  comparisons: number;
}

/** No list that can be sent needs nearly as many; and they take a few hundredths of a second. */
export const allowance = (): Work => ({ comparisons: 1_000_000 });

/** More alternatives, or more conditions in them, can hardly be brought down to what fits; and they cost time. */
const MOST_GROUPS = 2_000;
const MOST_CONDITIONS = 100_000;

/** One bit for each 32nd condition: what covers a group has no bit that the group lacks. */
const bitsOf = (group: Group): number => group.reduce((bits, member) => bits | (1 << member), 0);

const covers = (small: Group, large: Group): boolean => {
  if (small.length > large.length) return false;
  let i = 0;
  for (const member of large) if (member === small[i]) i += 1;
  return i === small.length;
};

interface Kept {
  readonly group: Group;
  readonly bits: number;
}

const isCovered = (group: Group, by: readonly Kept[]): boolean => {
  const bits = bitsOf(group);
  return by.some((other) => (other.bits & ~bits) === 0 && covers(other.group, group));
};

/** Their places, the shortest first: only a shorter group can cover another. */
const bySizeOf = (groups: readonly Group[]): readonly number[] =>
  [...groups.keys()].sort((i, j) => (groups[i]?.length ?? 0) - (groups[j]?.length ?? 0) || i - j);

const note = (group: Group, alone: Set<number>, longer: Kept[]): void => {
  const [only] = group;
  if (group.length === 1 && only !== undefined) alone.add(only);
  else longer.push({ group, bits: bitsOf(group) });
};

/** Leaves out what another alternative covers; of equal ones the first stays, and the order stays. */
const absorbed = (groups: readonly Group[], work: Work): Groups => {
  const kept = new Set<number>();
  const alone = new Set<number>();
  const longer: Kept[] = [];
  for (const index of bySizeOf(groups)) {
    const group = groups[index] ?? [];
    work.comparisons -= longer.length;
    if (work.comparisons < 0) return undefined;
    if (group.some((member) => alone.has(member)) || isCovered(group, longer)) continue;
    kept.add(index);
    note(group, alone, longer);
  }
  return groups.filter((_, index) => kept.has(index));
};

/** Sorted, each once. Sorts what it is given. */
const union = (members: number[]): Group => {
  members.sort((x, y) => x - y);
  return members.filter((member, i) => i === 0 || member !== members[i - 1]);
};

const isSingle = (groups: readonly Group[]): boolean => groups.length === 1;

/** What holds whichever alternatives are chosen. */
const commonOf = (parts: readonly (readonly Group[])[]): Group => {
  const members: number[] = [];
  for (const [only, other] of parts)
    if (only !== undefined && other === undefined) members.push(...only);
  return union(members);
};

/** All of them, or nothing as soon as one is missing. */
const allKnown = (parts: readonly Groups[]): readonly (readonly Group[])[] | undefined => {
  const known = parts.filter((part) => part !== undefined);
  return known.length < parts.length ? undefined : known;
};

const multiplied = (parts: readonly (readonly Group[])[], work: Work): Groups =>
  parts.reduce(
    (so: Groups, part): Groups =>
      so === undefined || so.length * part.length > MOST_GROUPS
        ? undefined
        : absorbed(
            so.flatMap((a) => part.map((b) => union([...a, ...b]))),
            work,
          ),
    [[]],
  );

/**
 * Every choice of one alternative from each part. What every choice contains is taken out first, from the parts as well: it makes
 * most of them shorter, and some of them hold by themselves.
 */
const product = (parts: readonly (readonly Group[])[], work: Work): Groups => {
  const common = commonOf(parts);
  const open = parts.filter((part) => !isSingle(part));
  if (open.length === 0) return [common];
  const known = new Set(common);
  const rest = allKnown(
    common.length === 0
      ? open
      : open.map((part) =>
          absorbed(
            part.map((group) => group.filter((member) => !known.has(member))),
            work,
          ),
        ),
  );
  if (rest === undefined) return undefined;
  if (rest.some(isSingle)) return product([[common], ...rest], work);
  const groups = multiplied(rest, work);
  if (groups === undefined || groups.length * common.length > MOST_CONDITIONS) return undefined;
  return common.length === 0 ? groups : groups.map((group) => union([...common, ...group]));
};

/** One of the parts holds. A part alone is what it is: nothing in it covers anything else in it. */
export const anyOf = (parts: readonly Groups[], work: Work): Groups => {
  if (parts.length === 1) return parts[0];
  const groups = allKnown(parts)?.flat();
  return groups === undefined || groups.length > MOST_GROUPS ? undefined : absorbed(groups, work);
};

/** All of the parts hold. */
export const allOf = (parts: readonly Groups[], work: Work): Groups => {
  if (parts.length === 1) return parts[0];
  const known = allKnown(parts);
  return known === undefined ? undefined : product(known, work);
};
