import { expect } from "chai";
import fc from "fast-check";
import * as E from "fp-ts/Either";
import { canonicalText } from "../../../provider/vendors/onesignal/filter/canonical";
import { Filters, LegacyFilters } from "../../../provider/vendors/onesignal/filter/grammar";
import { toWire } from "../../../provider/vendors/onesignal/filter/wire";
import { condition, filters, legacyFilters, listOf, memberOf, wildFilters } from "./arbitrary";
import { type Entry, matches, plainSize } from "./evaluator";
import { everyone, INDEPENDENT, users } from "./people";
import { respell, respelled } from "./respelling";
import { asValue, checkFilters } from "./subject";

const CASES = { numRuns: 1_500 };

const canonical = (entries: readonly Entry[]): string | undefined =>
  canonicalText(asValue(entries));
const flat = (entries: readonly Entry[]): readonly Entry[] => toWire(asValue(entries));
const fits = (entries: readonly Entry[]): boolean => plainSize(entries) <= 200;

/** Lists that the API takes after expansion. */
const sendable = filters.filter(fits);
const independent = listOf(memberOf(fc.constantFrom(...INDEPENDENT), 3), 6).filter(fits);

describe("Filters: the grammar", () => {
  it("decode ∘ encode = id", () => {
    const accepted = wildFilters.filter(fits);
    fc.assert(
      fc.property(accepted, (entries) => {
        expect(Filters.decode(entries)).to.deep.equal(E.right(entries));
        expect(Filters.encode(asValue(entries) as never)).to.equal(entries);
      }),
      CASES,
    );
  });

  it("with allowLegacyFilters, decode ∘ encode = id for what older documents know", () => {
    fc.assert(
      fc.property(legacyFilters, (entries) => {
        expect(LegacyFilters.decode(entries)).to.deep.equal(E.right(entries));
      }),
      CASES,
    );
  });

  it("accepts exactly what comes to 200 entries at most", () => {
    const clauses = fc.array(fc.array(fc.nat(400), { minLength: 1, maxLength: 4, size: "max" }), {
      minLength: 1,
      maxLength: 100,
      size: "max",
    });
    fc.assert(
      fc.property(clauses, (groups) => {
        const tags = groups.map((group, i) =>
          group.map((n) => ({ field: "tag", key: `${i}`, relation: "=", value: `${n} of ${i}` })),
        );
        const anyOf = tags.map((allOf) => ({ allOf }));
        const distinct = groups.map((group) => new Set(group).size);
        const entries = distinct.reduce((sum, size) => sum + size, 0) + groups.length - 1;
        expect(checkFilters([{ anyOf }]).failures.length === 0).to.equal(entries <= 200);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("Filters: expansion", () => {
  it("keeps the meaning of groups", () => {
    fc.assert(
      fc.property(sendable, users, (entries, people) => {
        const sent = flat(entries);
        for (const person of people)
          expect(matches(sent, person)).to.equal(matches(entries, person));
      }),
      CASES,
    );
  });

  it("sends conditions and ORs only, each alternative once and none that another covers", () => {
    fc.assert(
      fc.property(sendable, (entries) => {
        const groups = JSON.stringify(flat(entries)).split('{"operator":"OR"}');
        expect(flat(entries).some(({ operator }) => operator === "AND")).to.equal(false);
        expect(new Set(groups).size).to.equal(groups.length);
        expect(flat(entries).length).to.be.at.most(plainSize(entries));
      }),
      CASES,
    );
  });

  it("has nothing left to leave out when it is expanded again", () => {
    fc.assert(
      fc.property(independent, (entries) => {
        expect(flat(flat(entries))).to.have.deep.members(flat(entries));
      }),
      CASES,
    );
  });
});

describe("Filters: the canonical form", () => {
  it("is the same for every spelling of the same list", () => {
    fc.assert(
      fc.property(respelled(sendable), ([entries, other]) => {
        fc.pre(fits(other));
        expect(canonical(other)).to.equal(canonical(entries)).and.to.be.a("string");
      }),
      { numRuns: 2_000 },
    );
  });

  it("is idempotent: the flat form has the canonical form of the list that it came from", () => {
    const readBack = (entries: readonly Entry[]): readonly Entry[] =>
      flat(entries).map(({ hours_ago, ...entry }) =>
        hours_ago === undefined ? entry : { ...entry, hoursAgo: hours_ago },
      );
    fc.assert(
      fc.property(sendable, (entries) => {
        expect(canonical(readBack(entries))).to.equal(canonical(entries));
      }),
      CASES,
    );
  });

  it("is equal for no two lists that the evaluator can tell apart", () => {
    const few = listOf(memberOf(condition, 2), 2);
    const pairs = fc.oneof(
      fc.tuple(few, few),
      fc
        .tuple(few, fc.integer())
        .map(([entries, seed]) => [entries, respell(entries, seed)] as const),
    );
    fc.assert(
      fc.property(pairs, users, ([a, b], people) => {
        if (canonical(a) !== canonical(b)) return;
        for (const person of people) expect(matches(a, person)).to.equal(matches(b, person));
      }),
      { numRuns: 2_500 },
    );
  });

  it("is equal if and only if nobody can tell the lists apart, where conditions are independent", () => {
    fc.assert(
      fc.property(independent, independent, (a, b) => {
        const isSame = everyone.every((person) => matches(a, person) === matches(b, person));
        expect(canonical(a) === canonical(b)).to.equal(isSame);
      }),
      { numRuns: 2_500 },
    );
  });
});

describe("Filters: called different although the evaluator cannot tell them apart", () => {
  const country = (relation: string, ...valueList: readonly string[]): Entry => ({
    field: "country",
    relation,
    valueList,
  });
  const sessions = (relation: string, value: number): Entry => ({
    field: "session_count",
    relation,
    value,
  });
  const tag = (relation: string, value?: string): Entry => ({
    field: "tag",
    key: "age",
    relation,
    ...(value === undefined ? {} : { value }),
  });
  const OR: Entry = { operator: "OR" };

  const exceptions: readonly (readonly [string, readonly Entry[], readonly Entry[]])[] = [
    [
      "a list, and the alternatives of its values",
      [country("in_array", "DE", "AT")],
      [country("in_array", "DE"), OR, country("in_array", "AT")],
    ],
    [
      "a negated list, and the negations of its values",
      [country("not_in_array", "DE", "AT")],
      [country("not_in_array", "DE"), country("not_in_array", "AT")],
    ],
    ["a range inside another", [sessions(">", 1), sessions(">", 2)], [sessions(">", 2)]],
    ["ranges that meet in one number", [sessions(">", 1), sessions("<", 3)], [sessions("=", 2)]],
    [
      "two conditions that exclude each other",
      [sessions("<", 1), sessions(">", 1)],
      [sessions("=", 1), sessions("=", 2)],
    ],
    ["a condition that follows from another", [tag("=", "9"), tag("exists")], [tag("=", "9")]],
    ["numbers in a tag, written differently", [tag(">", "10")], [tag(">", "10.0")]],
    [
      "versions that compare alike",
      [{ field: "app_version", relation: ">", value: "1.0" }],
      [{ field: "app_version", relation: ">", value: "1.0.0" }],
    ],
  ];

  for (const [what, a, b] of exceptions) {
    it(what, () => {
      for (const person of fc.sample(users, { seed: 1, numRuns: 50 }).flat()) {
        expect(matches(a, person)).to.equal(matches(b, person));
      }
      expect(canonical(a)).not.to.equal(canonical(b));
    });
  }

  it("a legacy `last_session` with `value`, whose unit no document tells", () => {
    const old: Entry = { field: "last_session", relation: ">", value: 24 };
    expect(canonical([old])).not.to.equal(
      canonical([{ field: "last_session", relation: ">", hoursAgo: 24 }]),
    );
  });
});
