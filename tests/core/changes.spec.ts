import { expect } from "chai";
import fc from "fast-check";
import { byContent, changesBetween } from "../../provider/core/changes";
import { print } from "../../provider/core/path";
import { equal, type Value } from "../../provider/core/value";
import { bag, value } from "./arbitrary";

const CASES = { numRuns: 2_000 };
const NOWHERE = Symbol("nowhere");

const placeIn = (root: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (at, step) => (at !== NOWHERE && Object.hasOwn(Object(at), step) ? Object(at)[step] : NOWHERE),
    root,
  );

const isThere = (root: unknown, path: readonly (string | number)[]): boolean =>
  placeIn(root, path) !== NOWHERE;

const small = fc.constantFrom<Value>(1, 2, "1", null, true);
const list = fc.array(
  fc.oneof(
    small,
    fc.record({ a: small, b: small }),
    fc.record({ b: small, a: small }),
    fc.array(small, { maxLength: 2 }),
  ),
  { maxLength: 4 },
);

/** Two values that have something to do with each other. */
const pairs = fc.oneof(
  fc.tuple(list, list),
  fc.tuple(list, list).map(
    ([a, b]) =>
      [
        { list: a, x: 1 },
        { x: 1, list: b },
      ] as const,
  ),
  fc.tuple(value, value),
) as fc.Arbitrary<readonly [Value, Value]>;

/** The same content, keys the other way round. */
const turned = (one: Value): Value => {
  if (Array.isArray(one)) return one.map(turned);
  if (typeof one !== "object" || one === null) return one;
  return Object.fromEntries(
    Object.entries(one)
      .reverse()
      .map(([key, child]) => [key, turned(child)]),
  );
};

describe("Changes between two values", () => {
  it("are none between a value and itself", () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(changesBetween(byContent, one, turned(one))).to.deep.equal([]);
      }),
      CASES,
    );
  });

  it("are some if and only if the contents differ, whatever the order of keys", () => {
    fc.assert(
      fc.property(pairs, fc.boolean(), ([old, now], isTurned) => {
        const before = isTurned ? turned(old) : old;
        expect(changesBetween(byContent, before, now).length === 0).to.equal(equal(old, now));
      }),
      CASES,
    );
  });

  it("are seen where only the order of a list changed, though its elements have their keys in another order", () => {
    const first = { a: 1, b: 2 };
    const changes = changesBetween(byContent, [first, "x", "y"], [{ b: 2, a: 1 }, "y", "x"]);
    expect(changes.map(({ path }) => print(path))).to.deep.equal(["[1]", "[2]"]);
  });

  it("are in the new value when added, in the old when deleted, in both when updated", () => {
    fc.assert(
      fc.property(pairs, ([old, now]) => {
        const changes = changesBetween(byContent, old, now);
        const lost = changes.filter(({ kind, path }) => kind !== "add" && !isThere(old, path));
        const made = changes.filter(({ kind, path }) => kind !== "delete" && !isThere(now, path));
        expect([...lost, ...made]).to.deep.equal([]);
      }),
      CASES,
    );
  });

  it("are found in objects property by property", () => {
    fc.assert(
      fc.property(bag, fc.string(), small, (one, key, other) => {
        fc.pre(!equal(one[key], other));
        const changes = changesBetween(byContent, one, { ...one, [key]: other });
        expect(changes).to.deep.equal([
          { path: [key], kind: Object.hasOwn(one, key) ? "update" : "add" },
        ]);
      }),
      CASES,
    );
  });
});
