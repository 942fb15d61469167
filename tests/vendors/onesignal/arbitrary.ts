/**
 * Filters, in every spelling that the grammar has. Values come from a small common stock, so that conditions meet, imply and
 * exclude each other. `wild` values cover what texts can hold.
 */
import fc from "fast-check";
import type { Entry } from "./evaluator";
import { COUNTRIES, HOURS, KEYS, LANGUAGES, TEXTS, VERSIONS } from "./stock";

/** A number, or one of the texts that mean it. */
const spelled = (numbers: readonly number[]): fc.Arbitrary<number | string> =>
  fc
    .tuple(fc.constantFrom(...numbers), fc.constantFrom("number", "text", "zeros", "leading"))
    .map(([number, how]) => {
      if (how === "number") return number;
      if (how === "text") return String(number);
      const [sign, text] = number < 0 ? ["-", String(-number)] : ["", String(number)];
      if (how === "leading") return `${sign}0${text}`;
      return text.includes(".") ? `${sign}${text}0` : `${sign}${text}.0`;
    });

const whole = (numbers: readonly number[]): fc.Arbitrary<number | string> =>
  fc.oneof(fc.constantFrom(...numbers), fc.constantFrom(...numbers).map(String));

const record = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Entry> =>
  fc.record(fields) as fc.Arbitrary<Entry>;

const field = (name: string) => fc.constant(name);
const among = (...words: readonly string[]) => fc.constantFrom(...words);

/** `=` and `!=` with one value; `in_array` and `not_in_array` with `valueList` or commas. */
const sets = (
  name: string,
  values: readonly string[],
  more: Record<string, fc.Arbitrary<unknown>> = {},
): readonly fc.Arbitrary<Entry>[] => {
  const one = fc.constantFrom(...values);
  const some = fc.array(one, { minLength: 1, maxLength: 20, size: "-1" });
  const isListed = among("in_array", "not_in_array");
  return [
    record({ field: field(name), ...more, relation: among("=", "!="), value: one }),
    record({ field: field(name), ...more, relation: isListed, valueList: some }),
    record({
      field: field(name),
      ...more,
      relation: isListed,
      value: some.map((list) => list.join(",")),
    }),
  ];
};

const key = { key: fc.constantFrom(...KEYS) };

const tagConditions: readonly fc.Arbitrary<Entry>[] = [
  ...sets("tag", TEXTS, key),
  record({ field: field("tag"), ...key, relation: among("exists", "not_exists") }),
  record({
    field: field("tag"),
    ...key,
    relation: among(">", "<"),
    value: fc.constantFrom(...TEXTS, 9, 10, 100),
  }),
  record({
    field: field("tag"),
    ...key,
    relation: among("=", "!="),
    value: fc.constantFrom(9, 10, true),
  }),
  record({
    field: field("tag"),
    ...key,
    relation: among("time_elapsed_gt", "time_elapsed_lt"),
    value: whole([-60, 0, 60, 604_800, 100_000_000]),
  }),
];

const otherConditions: readonly fc.Arbitrary<Entry>[] = [
  record({ field: field("last_session"), relation: among(">", "<"), hoursAgo: spelled(HOURS) }),
  record({ field: field("first_session"), relation: among(">", "<"), hoursAgo: spelled(HOURS) }),
  record({
    field: field("session_count"),
    relation: among("=", "!=", ">", "<"),
    value: spelled([0, 1, 2, 3]),
  }),
  record({
    field: field("session_time"),
    relation: among(">", "<"),
    value: spelled([0, 60, 61, 86_400]),
  }),
  ...sets("language", LANGUAGES),
  ...sets("country", COUNTRIES),
  ...sets("app_version", VERSIONS),
  record({
    field: field("app_version"),
    relation: among(">", "<"),
    value: fc.constantFrom(...VERSIONS),
  }),
  record({
    field: field("location"),
    radius: spelled([1, 100, 1000.5]),
    lat: spelled([-90, 0, 37.77]),
    long: spelled([-180, 0, -122.43]),
  }),
];

/** Every field and relation of today's API, in every spelling that it may have. */
export const condition: fc.Arbitrary<Entry> = fc.oneof(...tagConditions, ...otherConditions);

/** Also what only older documents know. */
export const legacyCondition: fc.Arbitrary<Entry> = fc.oneof(
  record({ field: field("device_type"), relation: field("="), value: among("iOS", "Android") }),
  record({
    field: field("amount_spent"),
    relation: among(">", "<", "="),
    value: spelled([0, 5, 9.99]),
  }),
  record({ field: field("country"), relation: among("exists", "not_exists") }),
  record({ field: field("last_session"), relation: among(">", "<"), value: whole([1, 24]) }),
);

const word = fc.string({ unit: "binary", minLength: 1, maxLength: 12 });
const item = word.filter((text) => text.trim() === text && !text.includes(","));

/** Conditions with texts of any kind. */
export const wildCondition: fc.Arbitrary<Entry> = fc.oneof(
  record({ field: field("tag"), key: word, relation: among("=", "!=", ">", "<"), value: word }),
  record({
    field: field("tag"),
    key: word,
    relation: among("in_array", "not_in_array"),
    valueList: fc.array(fc.oneof(item, fc.integer(), fc.boolean()), {
      minLength: 1,
      maxLength: 20,
    }),
  }),
  record({
    field: field("app_version"),
    relation: among("=", "!=", ">", "<"),
    value: word.filter((text) => text.trim() !== ""),
  }),
  record({
    field: field("location"),
    radius: fc.integer({ min: 1, max: 1_000_000 }),
    lat: fc.integer({ min: -9_000, max: 9_000 }).map((n) => n / 100),
    long: fc.integer({ min: -18_000, max: 18_000 }).map((n) => n / 100),
  }),
  record({
    field: among("last_session", "first_session"),
    relation: among(">", "<"),
    hoursAgo: fc.integer({ min: 0, max: 10_000_000 }).map((n) => n / 1000),
  }),
);

/** A condition or a group of `leaf`s, up to four groups deep. */
export const memberOf = (leaf: fc.Arbitrary<Entry>, maxDepth = 4): fc.Arbitrary<Entry> =>
  fc.letrec<{ member: Entry }>((tie) => {
    const members = fc.array(tie("member"), { minLength: 1, maxLength: 3 });
    return {
      member: fc.oneof(
        { maxDepth, withCrossShrink: true },
        { arbitrary: leaf, weight: 3 },
        { arbitrary: members.map((anyOf): Entry => ({ anyOf })), weight: 2 },
        { arbitrary: members.map((allOf): Entry => ({ allOf })), weight: 1 },
        { arbitrary: members.map((anyOf): Entry => ({ field: "any_of", anyOf })), weight: 1 },
        { arbitrary: members.map((allOf): Entry => ({ field: "all_of", allOf })), weight: 1 },
      ),
    };
  }).member;

const OPERATORS: readonly (readonly Entry[])[] = [
  [],
  [],
  [{ operator: "AND" }],
  [{ field: "operator", operator: "AND" }],
  [{ operator: "OR" }],
  [{ field: "operator", operator: "OR" }],
];

/** A whole list: members, and between two of them nothing, AND or OR. */
export const listOf = (
  member: fc.Arbitrary<Entry>,
  maxLength = 5,
): fc.Arbitrary<readonly Entry[]> =>
  fc
    .array(fc.tuple(fc.constantFrom(...OPERATORS), member), { minLength: 1, maxLength })
    .map((entries) =>
      entries.flatMap(([operator, entry], index) => (index === 0 ? [entry] : [...operator, entry])),
    );

export const filters = listOf(memberOf(condition));
export const wildFilters = listOf(memberOf(fc.oneof(condition, wildCondition)));
export const legacyFilters = listOf(memberOf(fc.oneof(condition, legacyCondition)));
