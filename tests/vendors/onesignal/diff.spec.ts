import { expect } from "chai";
import fc from "fast-check";
import { print } from "../../../provider/core/path";
import { unknown } from "../../../provider/core/value";
import { canonicalText } from "../../../provider/vendors/onesignal/filter/canonical";
import { condition, filters, listOf, memberOf } from "./arbitrary";
import { type Entry, plainSize } from "./evaluator";
import { respell, respelled } from "./respelling";
import { asValue, diffFilters } from "./subject";

const CASES = { numRuns: 1_500 };
const NOWHERE = Symbol("nowhere");

const fits = (entries: readonly Entry[]): boolean => plainSize(entries) <= 200;
const sendable = filters.filter(fits);
const canonical = (entries: readonly Entry[]): string | undefined =>
  canonicalText(asValue(entries));

const placeIn = (list: unknown, path: readonly (string | number)[]): unknown =>
  path
    .slice(1)
    .reduce<unknown>(
      (at, step) =>
        at !== NOWHERE && Object.hasOwn(Object(at), step) ? Object(at)[step] : NOWHERE,
      list,
    );

const isThere = (list: unknown, path: readonly (string | number)[]): boolean =>
  placeIn(list, path) !== NOWHERE;

/** A list, and the same with one entry, at the top, changed, added or taken away. */
const edited: fc.Arbitrary<readonly [readonly Entry[], readonly Entry[]]> = fc
  .tuple(sendable, fc.nat(), condition, fc.constantFrom("change", "add", "remove"))
  .map(([list, choice, entry, how]) => {
    const at = choice % list.length;
    const before = list.slice(0, at);
    const after = list.slice(at + 1);
    if (how === "add") return [list, [...list, entry]] as const;
    return [list, how === "change" ? [...before, entry, ...after] : [...before, ...after]] as const;
  });

const pairs = fc.oneof(
  edited,
  fc.tuple(sendable, sendable),
  fc.tuple(edited, fc.integer()).map(([[old, now], seed]) => [old, respell(now, seed)] as const),
);

describe("Filters: the diff", () => {
  it("of a list with itself is empty", () => {
    fc.assert(
      fc.property(sendable, (list) => {
        expect(diffFilters(list, structuredClone(list))).to.deep.equal([]);
      }),
      CASES,
    );
  });

  it("of two spellings of the same list is empty", () => {
    fc.assert(
      fc.property(respelled(sendable), ([list, other]) => {
        fc.pre(fits(other));
        expect(diffFilters(list, other)).to.deep.equal([]);
      }),
      CASES,
    );
  });

  it("is empty if and only if the lists have the same canonical form", () => {
    fc.assert(
      fc.property(pairs, ([old, now]) => {
        fc.pre(fits(old) && fits(now));
        const isSame = canonical(old) === canonical(now);
        expect(diffFilters(old, now).length === 0).to.equal(isSame);
      }),
      { numRuns: 2_000 },
    );
  });

  it("names places that exist: what is added in the new list, what is gone in the old, what changed in both", () => {
    fc.assert(
      fc.property(pairs, ([old, now]) => {
        const changes = diffFilters(old, now);
        const lost = changes.filter(({ kind, path }) => kind !== "add" && !isThere(old, path));
        const made = changes.filter(({ kind, path }) => kind !== "delete" && !isThere(now, path));
        expect([...lost, ...made]).to.deep.equal([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it("names no place twice, and none inside another", () => {
    fc.assert(
      fc.property(pairs, ([old, now]) => {
        const places = diffFilters(old, now).map(({ path }) => `${print(path)}`);
        for (const place of places) {
          const inside = places.filter(
            (other) => other.startsWith(`${place}.`) || other.startsWith(`${place}[`),
          );
          expect(inside).to.deep.equal([]);
        }
        expect(new Set(places).size).to.equal(places.length);
      }),
      CASES,
    );
  });

  it("is empty when everything that it names is ignored", () => {
    fc.assert(
      fc.property(pairs, ([old, now]) => {
        const ignored = diffFilters(old, now).map(({ path }) => print(path));
        expect(diffFilters(old, now, ignored)).to.deep.equal([]);
        expect(diffFilters(old, now, ["filters"])).to.deep.equal([]);
        expect(diffFilters(old, now, ["filters[*]"])).to.deep.equal([]);
      }),
      CASES,
    );
  });

  it("names one leaf when one leaf changed, however deep", () => {
    const context = memberOf(condition, 3);
    fc.assert(
      fc.property(listOf(context, 3), fc.array(fc.boolean(), { maxLength: 5 }), (around, path) => {
        const leaf = (value: string): Entry => ({
          field: "tag",
          key: "leaf",
          relation: "=",
          value,
        });
        const nest = (value: string): Entry =>
          path.reduce<Entry>(
            (inner, isAny) => (isAny ? { anyOf: [inner] } : { allOf: [inner] }),
            leaf(value),
          );
        const now = [...around, nest("new")];
        fc.pre(fits(now) && !JSON.stringify(around).includes("leaf"));
        const old = [...around, nest("old")];
        fc.pre(canonical(old) !== canonical(now));
        const steps = [...path].reverse().map((isAny) => (isAny ? ".anyOf[0]" : ".allOf[0]"));
        const place = `filters[${around.length}]${steps.join("")}.value`;
        expect(
          diffFilters(old, now).map(({ path: at, kind }) => `${kind} ${print(at)}`),
        ).to.deep.equal([`update ${place}`]);
        expect(diffFilters(old, now, [place])).to.deep.equal([]);
      }),
      CASES,
    );
  });

  it("is not empty where something is not known yet", () => {
    fc.assert(
      fc.property(sendable, fc.nat(), (list, choice) => {
        const at = choice % list.length;
        const now = list.map((entry, index) => (index === at ? unknown : entry));
        expect(diffFilters(list, now).map(({ path }) => print(path))).to.deep.equal([
          `filters[${at}]`,
        ]);
        expect(diffFilters(list, unknown).map(({ path }) => print(path))).to.deep.equal([
          "filters",
        ]);
      }),
      CASES,
    );
  });
});

describe("Filters: the diff in the program's own spelling", () => {
  const country = (value: string): Entry => ({ field: "country", relation: "=", value });
  const sessions = (value: number): Entry => ({ field: "session_count", relation: ">", value });
  const OR: Entry = { operator: "OR" };

  const changes: readonly (readonly [
    string,
    readonly Entry[],
    readonly Entry[],
    readonly string[],
  ])[] = [
    ["a value", [country("DE")], [country("AT")], ["update filters[0].value"]],
    [
      "a relation",
      [sessions(5)],
      [{ ...sessions(5), relation: "<" }],
      ["update filters[0].relation"],
    ],
    ["another field", [country("DE")], [sessions(5)], ["update filters[0]"]],
    ["an entry more", [country("DE")], [country("DE"), sessions(5)], ["add filters[1]"]],
    ["an entry less", [sessions(5), country("DE")], [country("DE")], ["delete filters[0]"]],
    [
      "an OR less",
      [sessions(5), OR, country("DE")],
      [sessions(5), country("DE")],
      ["delete filters[1]"],
    ],
    [
      "moved, and one changed",
      [country("DE"), sessions(5)],
      [sessions(6), country("DE")],
      ["delete filters[1]", "add filters[0]"],
    ],
    [
      "moved and wrapped, beside a change",
      [country("DE"), sessions(5)],
      [{ anyOf: [sessions(5)] }, country("AT")],
      ["delete filters[0]", "add filters[1]"],
    ],
    [
      "an OR that moved",
      [country("DE"), OR, sessions(5), country("AT")],
      [country("DE"), sessions(5), OR, country("AT")],
      ["update filters[1]", "update filters[2]"],
    ],
    [
      "inside a group",
      [{ anyOf: [{ allOf: [country("DE"), sessions(5)] }, country("AT")] }],
      [{ anyOf: [{ allOf: [country("DE"), sessions(6)] }, country("AT")] }],
      ["update filters[0].anyOf[0].allOf[1].value"],
    ],
    [
      "one value of a list",
      [{ field: "country", relation: "in_array", valueList: ["DE", "AT"] }],
      [{ field: "country", relation: "in_array", valueList: ["AT", "CH", "DE"] }],
      ["add filters[0].valueList[1]"],
    ],
    [
      "a group of another kind",
      [{ anyOf: [country("DE"), sessions(5)] }],
      [{ allOf: [country("DE"), sessions(5)] }],
      ["update filters[0]"],
    ],
  ];

  for (const [what, old, now, expected] of changes) {
    it(`${what}: ${expected.join(", ")}`, () => {
      const said = diffFilters(old, now).map(({ path, kind }) => `${kind} ${print(path)}`);
      expect(said).to.have.members(expected);
    });
  }
});
