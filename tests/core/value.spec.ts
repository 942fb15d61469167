import { expect } from "chai";
import fc from "fast-check";
import { beyond, equal, hasUnknown, unknown, type Value } from "../../provider/core/value";
import { value } from "./arbitrary";

const CASES = { numRuns: 1_500 };

const depthOf = (one: unknown): number =>
  typeof one === "object" && one !== null
    ? 1 + Math.max(0, ...Object.values(one).map((child) => depthOf(child)))
    : 0;

const objects = (one: unknown): number => {
  if (typeof one !== "object" || one === null) return 0;
  const inside = Object.values(one).reduce((sum: number, child) => sum + objects(child), 0);
  return inside + (Array.isArray(one) ? 0 : 1);
};

const nested = (depth: number): unknown =>
  Array.from({ length: depth }).reduce((inner: unknown) => [inner], 0);

describe("Values", () => {
  it("are equal to themselves, and equality goes both ways", () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(equal(a, a)).to.equal(true);
        expect(equal(a, b)).to.equal(equal(b, a));
      }),
      CASES,
    );
  });

  it("are equal with and without an absent property, and not with null", () => {
    expect(equal({ a: 1, b: undefined }, { a: 1 })).to.equal(true);
    expect(equal({ a: 1, b: null }, { a: 1 })).to.equal(false);
  });

  it("tell whether something in them is not known", () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(hasUnknown([{ deep: [one, unknown] }])).to.equal(true);
        expect(hasUnknown(one)).to.equal(
          JSON.stringify(one, (_, v) => (v === unknown ? "?!" : v))?.includes('"?!"') ?? false,
        );
      }),
      CASES,
    );
  });

  it("are measured exactly, and no further than asked", () => {
    fc.assert(
      fc.property(value, fc.nat(6), fc.nat(6), (one: Value, depth, most) => {
        const [isDeep, isLarge] = [depthOf(one) > depth, objects(one) > most];
        const found = beyond(one, { depth, objects: most });
        expect(found === undefined).to.equal(!isDeep && !isLarge);
        if (found !== undefined) expect(found === "depth" ? isDeep : isLarge).to.equal(true);
      }),
      CASES,
    );
    expect(beyond(nested(100_000), { depth: 64, objects: 10 })).to.equal("depth");
  });
});
