/** Other ways to write the same list: the rewritings that the API's rules allow, applied at random. */
import fc from "fast-check";
import type { Entry } from "./evaluator";

/** A source of choices that shrinks with nothing: the same seed makes the same choices. */
const chooser = (seed: number): ((below: number) => number) => {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

type Choose = ReturnType<typeof chooser>;

const shuffled = <A>(choose: Choose, items: readonly A[]): readonly A[] =>
  items
    .map((item) => [choose(1_000_000), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);

const withRepeats = <A>(choose: Choose, items: readonly A[]): readonly A[] =>
  choose(3) === 0 && items.length > 0 ? [...items, ...items.slice(0, 1)] : items;

const otherNumber = (choose: Choose, value: number | string): number | string => {
  if (choose(2) === 0) return Number(value);
  const text = String(Number(value));
  return text.includes(".") ? `${text}00` : `${text}.0`;
};

const NUMERIC_VALUE: readonly string[] = ["session_count", "session_time"];
const SINGLE: Readonly<Record<string, string>> = { "=": "in_array", "!=": "not_in_array" };

const otherList = (choose: Choose, entry: Entry): Entry => {
  const { valueList, value, ...rest } = entry;
  const items = valueList ?? String(value).split(",");
  const list = withRepeats(choose, shuffled(choose, items)).slice(0, 20);
  return choose(2) === 0 ? { ...rest, valueList: list } : { ...rest, value: list.join(",") };
};

const otherCondition = (choose: Choose, entry: Entry): Entry => {
  const { field = "", relation = "", hoursAgo, value, radius, lat, long } = entry;
  const other = (number: number | string): number | string => otherNumber(choose, number);
  if (field === "location") {
    return { ...entry, radius: other(radius ?? 0), lat: other(lat ?? 0), long: other(long ?? 0) };
  }
  if (hoursAgo !== undefined) return { ...entry, hoursAgo: other(hoursAgo) };
  if (NUMERIC_VALUE.includes(field)) return { ...entry, value: other(Number(value)) };
  if (relation.endsWith("in_array")) return otherList(choose, entry);
  const single = SINGLE[relation];
  if (single !== undefined && !String(value).includes(",") && choose(2) === 0) {
    return otherList(choose, { ...entry, relation: single });
  }
  return value === undefined ? entry : { ...entry, value: String(value) };
};

const wrapped = (choose: Choose, entry: Entry): Entry =>
  [entry, entry, entry, { anyOf: [entry] }, { allOf: [entry] }][choose(5)] ?? entry;

/** `a OR (a AND b)` is `a`: an alternative that another one covers may come or go. */
const withCovered = (choose: Choose, anyOf: readonly Entry[]): readonly Entry[] => {
  const one = anyOf[choose(anyOf.length)];
  const other = anyOf[choose(anyOf.length)];
  return one === undefined || other === undefined || choose(3) > 0
    ? anyOf
    : [...anyOf, { allOf: [one, other] }];
};

const otherMember = (choose: Choose, entry: Entry): Entry => {
  const again = (members: readonly Entry[]): readonly Entry[] =>
    withRepeats(choose, shuffled(choose, members)).map((member) => otherMember(choose, member));
  if (entry.anyOf !== undefined)
    return wrapped(choose, { anyOf: withCovered(choose, again(entry.anyOf)) });
  if (entry.allOf !== undefined) return wrapped(choose, { allOf: again(entry.allOf) });
  return wrapped(choose, otherCondition(choose, entry));
};

const alternativesOf = (entries: readonly Entry[]): readonly (readonly Entry[])[] => {
  const alternatives: Entry[][] = [[]];
  for (const entry of entries) {
    if (entry.operator === "OR") alternatives.push([]);
    else if (entry.operator === undefined) alternatives.at(-1)?.push(entry);
  }
  return alternatives;
};

const AND: Entry = { operator: "AND" };
const OR: Entry = { operator: "OR" };

const joined = (lists: readonly (readonly Entry[])[], by: readonly Entry[]): readonly Entry[] =>
  lists.flatMap((list, index) => (index === 0 ? list : [...by, ...list]));

/** The list in another order, other groups, other spellings; with the same meaning. */
export const respell = (entries: readonly Entry[], seed: number): readonly Entry[] => {
  const choose = chooser(seed);
  const alternatives = shuffled(choose, alternativesOf(entries)).map((group) =>
    withRepeats(choose, shuffled(choose, group)).map((entry) => otherMember(choose, entry)),
  );
  if (choose(4) === 0) return [{ anyOf: alternatives.map((allOf) => ({ allOf })) }];
  const by = choose(2) === 0 ? [AND] : [];
  return joined(
    alternatives.map((group) =>
      joined(
        group.map((entry) => [entry]),
        by,
      ),
    ),
    [OR],
  );
};

/** A list and another spelling of it. */
export const respelled = (
  lists: fc.Arbitrary<readonly Entry[]>,
): fc.Arbitrary<readonly [readonly Entry[], readonly Entry[]]> =>
  fc
    .tuple(lists, fc.integer())
    .map(([entries, seed]) => [entries, respell(entries, seed)] as const);
