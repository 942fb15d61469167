import { expect } from "chai";
import { print } from "../../../provider/core/path";
import type { Value } from "../../../provider/core/value";
import type { Entry } from "./evaluator";
import { checkFilters } from "./subject";

const tag = (key: number, value: number): Entry => ({
  field: "tag",
  key: `${key}`,
  relation: "=",
  value: `${value}`,
});

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);

const clause = (n: number, width: number): Entry => ({
  anyOf: numbers(width).map((m) => tag(n, m)),
});

const nested = (depth: number): Entry =>
  numbers(depth).reduce<Entry>((inner) => ({ anyOf: [inner] }), tag(0, 0));

/** A cycle, as no JSON has one; but a program's own objects may. */
const endless = (): Entry => {
  const group: { anyOf: unknown[] } = { anyOf: [] };
  group.anyOf.push(group);
  return group as unknown as Entry;
};

const hostile: readonly (readonly [string, () => unknown, RegExp])[] = [
  ["nested 10,000 deep", () => [nested(10_000)], /^filters must not be nested more than 64 levels/],
  ["endless", () => [endless()], /^filters must not be nested more than 64 levels/],
  [
    "expanding to 2^40 alternatives",
    () => numbers(40).map((n) => clause(n, 2)),
    /^filters .*would need more than a million .*; filters\[0\] multiplies it most/,
  ],
  [
    "expanding beyond all numbers",
    () => numbers(400).map((n) => clause(n, 10)),
    /^filters .*would need more than a million /,
  ],
  [
    "expanding to 1,200 entries",
    () => [clause(0, 3), clause(1, 100)],
    /^filters .*would need 899 .*; filters\[1\] multiplies it most/,
  ],
  [
    "a product repeated with variations",
    () => [
      ...numbers(9).map((n) => clause(n, 2)),
      ...numbers(500).map((n) => ({ anyOf: [tag(0, 0), { allOf: [tag(0, 1), tag(1, n % 3)] }] })),
    ],
    /^filters .*would need more than a million /,
  ],
  [
    "100,000 conditions",
    () => numbers(100_000).map((n) => tag(0, n)),
    /^filters must not hold more than 5000 objects/,
  ],
  ["a list of 300,000 numbers", () => numbers(300_000), /^filters\[0\] must be an object/],
  [
    "a group of 300,000 numbers",
    () => [{ anyOf: numbers(300_000) }],
    /^filters\[0\]\.anyOf\[0\] must be an object/,
  ],
  [
    "300,000 values",
    () => [{ field: "country", relation: "in_array", valueList: numbers(300_000).map(() => "DE") }],
    /^filters\[0\]\.valueList must hold at most 20 values; it has 300000/,
  ],
];

/** How soon is for `npm run bench`; what takes for ever ends in the runner's own time limit. */
describe("Hostile filters are refused", () => {
  for (const [what, make, said] of hostile) {
    it(what, () => {
      const { failures } = checkFilters(make() as Value);
      expect(failures.map(({ path, problem }) => `${print(path)} ${problem}`)[0]).to.match(said);
      expect(failures.length).to.be.at.most(200);
    });
  }

  it("what is large on the way and small at the end is accepted", () => {
    const either = (n: number): Entry => ({ anyOf: [tag(0, n), tag(1, n)] });
    const { failures } = checkFilters([
      ...numbers(4).map(either),
      ...numbers(40).map((n) => ({ anyOf: [either(n % 4), either((n + 1) % 4)] })),
    ]);
    expect(failures).to.deep.equal([]);
  });
});
