/** Segments as people make them in the consoles of Statsig and Push0: every type and all of the grammar, in the API's spelling. */
import fc from "fast-check";
import type { ConsoleSegment, Push0Seed, StatsigSeed } from "../../emulator";
import { groups } from "../vendors/push0/arbitrary";
import { type Condition, rules } from "../vendors/statsig/arbitrary";

type Wire = Record<string, string | number | (string | number)[]>;

const sampled = <A>(one: fc.Arbitrary<A>, count: number): readonly A[] =>
  fc.sample(one, { numRuns: count, seed: 1 });

/** One value or several stand in one place at Statsig. */
const spelled = ({ targetValueList, ...condition }: Condition): Wire =>
  (targetValueList === undefined
    ? condition
    : { ...condition, targetValue: targetValueList }) as Wire;

const ruleBased = rules.map((list) => ({
  type: "rule_based" as const,
  rules: list.map(({ name, passPercentage, environments, conditions }) => ({
    name,
    passPercentage,
    conditions: conditions.map(spelled),
    ...(environments === undefined ? {} : { environments: [...environments] }),
  })),
}));

const ids = fc.uniqueArray(fc.stringMatching(/^[\w.@-]{1,20}$/), { maxLength: 5 });

const kinds: fc.Arbitrary<Partial<ConsoleSegment>> = fc.oneof(
  { weight: 5, arbitrary: ruleBased },
  ids.map((list) => ({ type: "id_list" as const, ids: list })),
  ids.map((list) => ({ type: "user_store_id_list" as const, ids: list })),
  fc.constant({ type: "analysis_list" as const }),
);

const WORDS = ["Pro", "VIP customers", "class", "rule", "30 days", "beta_2", "statsig", "country"];
const word = fc.constantFrom(...WORDS);

const statsigOne = fc
  .tuple(
    word,
    kinds,
    fc.record(
      {
        description: word.map((text) => `For ${text}`),
        tags: fc.uniqueArray(word, { maxLength: 3 }),
        idType: fc.constantFrom("userID", "stableID"),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([name, kind, more]) => ({ name, ...kind, ...more }));

export const statsigConsole = (count: number): StatsigSeed => ({
  vendor: "statsig",
  segments: sampled(statsigOne, count).map((one, index) => ({
    ...one,
    name: `${one.name} ${index}`,
  })),
});

/** Values are text at Push0, times in milliseconds. */
const value = (said: string | number | undefined): string => {
  const isTime = typeof said === "string" && said.includes("-");
  return isTime ? String(Date.parse(said)) : String(said ?? "");
};

const push0One = fc.record(
  {
    name: word,
    description: word.map((text) => `For ${text}`),
    constraints: groups.map((list) =>
      list.map(({ type, constraints }) => ({
        type,
        constraints: constraints.map((one) => ({ ...one, value: value(one.value) })),
      })),
    ),
  },
  { requiredKeys: ["name", "constraints"] },
);

export const push0Console = (count: number): Push0Seed => ({
  vendor: "push0",
  segments: sampled(push0One, count).map((one, index) => ({
    ...one,
    name: `${one.name} ${index} 🔥`,
  })),
});
