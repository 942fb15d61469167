/** Rules of any kind, and the same rules in other words. Written from the documents, not from the codecs. */
import * as fc from "fast-check";

export interface Condition {
  readonly [key: string]: unknown;
  readonly type: string;
}

export interface Rule {
  readonly name: string;
  readonly passPercentage: number;
  readonly conditions: readonly Condition[];
  readonly environments?: readonly string[];
}

const word = fc.stringMatching(/^[A-Za-z][\w@.-]{0,8}$/);
const number = fc.integer({ min: -1_000, max: 1_000 });
const version = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)).map((parts) => parts.join("."));
const time = fc.integer({ min: 1_000_000_000_000, max: 2_000_000_000_000 });

const several = <A>(values: fc.Arbitrary<A>) =>
  fc
    .uniqueArray(values, { minLength: 1, maxLength: 4 })
    .map((list) => (list.length === 1 ? { targetValue: list[0] } : { targetValueList: list }));

const one = <A>(values: fc.Arbitrary<A>) => values.map((value) => ({ targetValue: value }));

const sets = ["any", "none"];
const texts = [...sets, "str_contains_any", "str_contains_none"];
const versions = ["version_lt", "version_gt", "version_lte", "version_gte"];

const of = (
  type: string,
  operators: readonly string[],
  values: fc.Arbitrary<object>,
  more: object = {},
): fc.Arbitrary<Condition> =>
  fc
    .tuple(fc.constantFrom(...operators), values)
    .map(([operator, value]) => ({ type, operator, ...more, ...value }));

const bare = (type: string, values: fc.Arbitrary<object>): fc.Arbitrary<Condition> =>
  values.map((value) => ({ type, ...value }));

export const condition: fc.Arbitrary<Condition> = fc.oneof(
  of("user_id", sets, fc.oneof(several(word), several(number))),
  of("email", texts, several(word)),
  of("email", ["str_matches"], one(word)),
  of("custom_field", texts, several(word), { field: "plan" }),
  of("custom_field", ["lt", "gt"], one(number), { field: "age" }),
  of("custom_field", versions, several(version), { field: "build" }),
  of("custom_field", ["before", "after", "on"], one(time), { field: "since" }),
  of("custom_field", ["array_contains_any", "array_contains_all"], several(word), {
    field: "tags",
  }),
  of("unit_id", texts, several(word), { customID: "companyID" }),
  of("unit_id", ["is_null", "is_not_null"], fc.constant({}), { customID: "stableID" }),
  of("app_version", [...sets, ...versions], several(version)),
  of("browser_version", versions, several(version)),
  of("os_version", versions, several(version)),
  of("browser_name", sets, several(fc.constantFrom("Chrome", "Safari", "Firefox", "Edge"))),
  of("os_name", sets, several(fc.constantFrom("iOS", "Android", "Windows", "Linux"))),
  of("country", sets, several(fc.constantFrom("DE", "AT", "US", "NZ"))),
  of("ip_address", sets, several(fc.ipV4())),
  bare("environment_tier", several(fc.constantFrom("production", "staging"))),
  of("environment_tier", sets, several(fc.constantFrom("production", "staging"))),
  bare("passes_segment", one(word.filter((text) => /^[\w-]+$/.test(text)))),
  bare("fails_segment", one(word.filter((text) => /^[\w-]+$/.test(text)))),
);

const environments = fc.uniqueArray(fc.constantFrom("production", "staging", "development"), {
  minLength: 1,
});

const percentage = fc.integer({ min: 0, max: 10_000 }).map((cents) => cents / 100);

const unnamed = fc.record(
  {
    passPercentage: percentage,
    conditions: fc.array(condition, { maxLength: 4 }),
    environments,
  },
  { requiredKeys: ["passPercentage", "conditions"] },
);

export const rules: fc.Arbitrary<readonly Rule[]> = fc
  .array(unnamed, { maxLength: 4 })
  .map((list) => list.map((rule, index) => ({ ...rule, name: `Rule ${index}` })));

const shuffled = <A>(list: readonly A[]): fc.Arbitrary<A[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length });

const valuesOf = ({ targetValue, targetValueList }: Condition): readonly unknown[] =>
  Array.isArray(targetValueList) ? targetValueList : [targetValue];

/** `31` and `"31"`, `x` and `[x]`, and values in another order are the same. */
const sameCondition = (original: Condition): fc.Arbitrary<Condition> => {
  const { targetValue: _one, targetValueList: _several, ...rest } = original;
  const values = valuesOf(original);
  if (values[0] === undefined) return fc.constant(original);
  return fc.tuple(shuffled(values), fc.boolean()).map(([list, asText]) => {
    const spelt = asText ? list.map(String) : list;
    return { ...rest, targetValueList: spelt } as Condition;
  });
};

const sameRule = (rule: Rule): fc.Arbitrary<Rule> =>
  fc
    .tuple(
      shuffled(rule.conditions).chain((list) => fc.tuple(...list.map(sameCondition))),
      shuffled(rule.environments ?? []),
      fc.nat(2),
    )
    .map(([conditions, places, repeats]) => ({
      ...rule,
      conditions: [...conditions, ...conditions.slice(0, repeats)],
      environments: places,
    }));

/** The same rules in other words. */
export const respelled = (list: readonly Rule[]): fc.Arbitrary<readonly Rule[]> =>
  fc.tuple(...list.map(sameRule));

/** Rules, and the same in other words. */
export const pair = rules.chain((list) => fc.tuple(fc.constant(list), respelled(list)));
