/** Filter lists to measure: ordinary ones, the hardest that are accepted, and hostile ones. */
import type { Bag, Value } from "../provider/core/value";

const country = (n: number): Bag => ({
  field: "country",
  relation: "in_array",
  valueList: ["DE", "AT", "US", "FR", "GB", "IT"].slice(0, 1 + (n % 6)),
});
const tag = (key: string, value: string): Bag => ({ field: "tag", key, relation: "=", value });
const sessions = (value: number): Bag => ({ field: "session_count", relation: ">", value });
const last = (hoursAgo: number): Bag => ({ field: "last_session", relation: "<", hoursAgo });
const OR: Bag = { operator: "OR" };

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);

/** 200 entries: 50 alternatives of three conditions, and an OR between each two; one condition is changed by `seed`. */
const everyday = (seed: number): readonly Value[] =>
  numbers(50).flatMap((n): readonly Value[] => [
    ...(n === 0 ? [] : [OR]),
    tag(`plan ${n}`, n === 25 ? `changed ${seed}` : "pro"),
    n % 2 === 0 ? sessions(n) : last(n),
    ...(n === 0 ? [country(n), tag("first", "yes")] : [country(n)]),
  ]);

/** The same conditions inside groups that come to the same 200 entries. */
const grouped = (seed: number): readonly Value[] => [
  {
    anyOf: numbers(50).map((n) => ({
      allOf: [
        tag(`plan ${n}`, n === 25 ? `changed ${seed}` : "pro"),
        { anyOf: [n % 2 === 0 ? sessions(n) : last(n)] },
        country(n),
        ...(n === 0 ? [tag("first", "yes")] : []),
      ],
    })),
  },
];

/** 200 conditions that all have to hold, all about one tag. */
const conjunction = (seed: number): readonly Value[] =>
  numbers(200).map((n) => ({ field: "tag", key: "a", relation: "!=", value: `${n} ${seed}` }));

/** Ten conditions joined in many ways: a large product on the way, and a small flat form at the end. */
const absorbing = (seed: number): readonly Value[] => {
  const either = (n: number): Value => ({ anyOf: [tag("a", `${n}`), tag("b", `${n} ${seed}`)] });
  return [
    ...numbers(4).map(either),
    ...numbers(40).map((n): Value => ({ anyOf: [either(n % 4), either((n + 1) % 4)] })),
  ];
};

/** Many alternatives, all saying the same. */
const repetitive = (seed: number): readonly Value[] => [
  { anyOf: numbers(1_900).map((n) => (n % 2 === 0 ? tag("a", `${seed}`) : sessions(5))) },
];

const nested = (depth: number): Value =>
  numbers(depth).reduce<Value>(
    (inner, n) => (n % 2 === 0 ? { anyOf: [inner] } : { allOf: [inner] }),
    sessions(1),
  );

/** Alternatives in every one of 64 levels. */
const ladder = (seed: number): readonly Value[] => [
  numbers(30).reduce<Value>(
    (inner, n) =>
      n % 2 === 0
        ? { anyOf: [inner, tag("a", `${n} ${seed}`)] }
        : { allOf: [inner, tag("b", `${n}`)] },
    sessions(1),
  ),
];

const clause = (n: number, width: number): Value => ({
  anyOf: numbers(width).map((m) => tag(`${n}`, `${m}`)),
});

export interface Input {
  readonly name: string;
  /** Milliseconds that the median may take. */
  readonly limit: number;
  readonly isAccepted: boolean;
  /** Too deep for our own writer of requests; its bytes are made by hand in `tests/hosts/plugin-marshal.spec.ts`. */
  readonly isUnwritable?: true;
  readonly make: (seed: number) => readonly Value[];
}

export const inputs: readonly Input[] = [
  { name: "200 entries, flat", limit: 1, isAccepted: true, make: everyday },
  { name: "200 entries, in groups", limit: 1, isAccepted: true, make: grouped },
  { name: "200 conditions on one tag", limit: 50, isAccepted: true, make: conjunction },
  { name: "large on the way, small at the end", limit: 50, isAccepted: true, make: absorbing },
  { name: "1,900 conditions, 2 different", limit: 50, isAccepted: true, make: repetitive },
  { name: "30 levels of alternatives", limit: 50, isAccepted: true, make: ladder },
  {
    name: "nested 10,000 deep",
    limit: 50,
    isAccepted: false,
    isUnwritable: true,
    make: () => [nested(10_000)],
  },
  {
    name: "expands to 2^40",
    limit: 50,
    isAccepted: false,
    make: () => numbers(40).map((n) => clause(n, 2)),
  },
  {
    name: "expands to 10^400",
    limit: 50,
    isAccepted: false,
    make: () => numbers(400).map((n) => clause(n, 10)),
  },
  {
    name: "repeats a product 1,000 times",
    limit: 50,
    isAccepted: false,
    make: () => [
      ...numbers(9).map((n) => clause(n, 2)),
      ...numbers(1_000).map((n) => ({
        anyOf: [tag("0", "0"), { allOf: [tag("0", "1"), tag("1", `${n % 2}`)] }],
      })),
    ],
  },
  {
    name: "100,000 conditions",
    limit: 50,
    isAccepted: false,
    make: () => numbers(100_000).map((n) => tag("a", `${n}`)),
  },
  { name: "1,000,000 numbers", limit: 50, isAccepted: false, make: () => numbers(1_000_000) },
];
