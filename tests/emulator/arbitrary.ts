import fc from "fast-check";

type Filter = Readonly<Record<string, string | number>>;

const text = fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" });
const csv = <A>(item: fc.Arbitrary<A>) =>
  fc.array(item, { minLength: 1, maxLength: 20 }).map((items) => items.join(","));
const word = fc.stringMatching(/^[a-z0-9.]{1,8}$/);
const whole = fc.nat(100_000).map(String);
const decimal = fc.integer({ min: 0, max: 99_999 }).map((hundredths) => String(hundredths / 100));
const degrees = (most: number) =>
  fc.integer({ min: -most * 100, max: most * 100 }).map((n) => n / 100);
const asEither = (numbers: fc.Arbitrary<number>) => fc.oneof(numbers, numbers.map(String));
const country = fc.stringMatching(/^[A-Z]{2}$/);
const language = fc.stringMatching(/^[a-z]{2}$/);

const of = (
  field: string,
  relations: readonly string[],
  operands: Readonly<Record<string, fc.Arbitrary<string>>>,
): fc.Arbitrary<Filter> =>
  fc.record({ field: fc.constant(field), relation: fc.constantFrom(...relations), ...operands });

const lists = ["in_array", "not_in_array"];
const orders = [">", "<"];

const condition: fc.Arbitrary<Filter> = fc.oneof(
  of("tag", ["=", "!=", ...orders], { key: text, value: text }),
  of("tag", ["exists", "not_exists"], { key: text }),
  of("tag", lists, { key: text, value: csv(word) }),
  of("tag", ["time_elapsed_gt", "time_elapsed_lt"], { key: text, value: whole }),
  of("last_session", orders, { hours_ago: decimal }),
  of("first_session", orders, { hours_ago: decimal }),
  of("session_count", ["=", "!=", ...orders], { value: whole }),
  of("session_time", orders, { value: decimal }),
  of("language", ["=", "!="], { value: language }),
  of("language", lists, { value: csv(language) }),
  of("app_version", ["=", "!=", ...orders], { value: word }),
  of("app_version", lists, { value: csv(word) }),
  of("country", ["=", "!="], { value: country }),
  of("country", lists, { value: csv(country) }),
  fc.record({
    field: fc.constant("location"),
    radius: asEither(fc.integer({ min: 1, max: 100_000 })),
    lat: asEither(degrees(90)),
    long: asEither(degrees(180)),
  }),
);

const joint: fc.Arbitrary<readonly Filter[]> = fc.constantFrom(
  [],
  [{ operator: "AND" }],
  [{ operator: "OR" }],
);

/** Any list of filters the API takes: 1 to 12 conditions, an operator between two of them or none. */
export const anyFilters: fc.Arbitrary<readonly Filter[]> = fc
  .array(fc.tuple(joint, condition), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.flatMap(([operator, filter]) => [...operator, filter]).slice(0))
  .map((entries) =>
    entries[0] !== undefined && "operator" in entries[0] ? entries.slice(1) : entries,
  );

/** A filter as view prints it. */
export const canonicalText = (filter: Filter): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(filter).map(([key, value]) => [key, String(value)]));
