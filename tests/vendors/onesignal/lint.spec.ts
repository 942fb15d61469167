import { expect } from "chai";
import fc from "fast-check";
import { print } from "../../../provider/core/path";
import { findingsIn } from "../../../provider/vendors/onesignal/filter/lint";
import type { Finding } from "../../../provider/vendors/onesignal/filter/lint-tree";
import { toTree } from "../../../provider/vendors/onesignal/filter/tree";
import { condition, filters, listOf, memberOf } from "./arbitrary";
import { type Entry, matches, plainSize } from "./evaluator";
import { users } from "./people";
import { asValue, checkFilters } from "./subject";

type Place = readonly (string | number)[];

const findings = (list: readonly Entry[]): readonly Finding[] =>
  findingsIn(toTree(asValue(list)).tree);

const at = (list: readonly Entry[], place: Place): Entry =>
  place.reduce<never>((inner, step) => inner[step] as never, list as never) as Entry;

/** The list with another entry at one place. */
const replaced = (value: unknown, [step, ...rest]: Place, by: Entry): unknown => {
  if (step === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((item, i) => (i === step ? replaced(item, rest, by) : item));
  }
  return { ...Object(value), [step]: replaced(Object(value)[step], rest, by) };
};

const EVERYBODY: Entry = { allOf: [] };
const NOBODY: Entry = { anyOf: [] };

/** Between two ORs at the top nothing stands but entries: an alternative for nobody there is a list with an entry for nobody. */
const without = (list: readonly Entry[], { kind, path }: Finding): readonly Entry[] => {
  const isAlternative = kind === "same" || kind === "covered";
  return replaced(list, path, isAlternative ? NOBODY : EVERYBODY) as readonly Entry[];
};

const fits = (list: readonly Entry[]): boolean => plainSize(list) <= 200;

/** Lists about few things, so that there is much to say about them. */
const about = (...fields: readonly string[]) =>
  condition.filter(({ field = "", key = "age" }) => fields.includes(field) && key === "age");
const narrow = fc.oneof(
  ...[
    ["tag"],
    ["country"],
    ["session_count"],
    ["app_version", "location"],
    ["last_session", "tag"],
  ].map((fields) => listOf(memberOf(about(...fields), 2), 4)),
);
const lists = fc.oneof({ arbitrary: narrow, weight: 3 }, filters).filter(fits);

const CASES = { numRuns: 2_000 };

const law = (
  kinds: readonly Finding["kind"][],
  holds: (list: readonly Entry[], finding: Finding, people: Parameters<typeof matches>[1]) => void,
): void => {
  let found = 0;
  fc.assert(
    fc.property(lists, users, (list, people) => {
      for (const finding of findings(list).filter(({ kind }) => kinds.includes(kind))) {
        found += 1;
        for (const person of people) holds(list, finding, person);
      }
    }),
    CASES,
  );
  expect(found, "cases that say something").to.be.above(100);
};

describe("Lint of filters", () => {
  it("conditions that can hold for nobody together hold for nobody", () => {
    law(["nobody"], (list, { path, beside }, person) => {
      const conditions = [path, ...beside].map((place) => at(list, place));
      expect(matches([{ allOf: conditions }], person)).to.equal(false);
    });
  });

  it("a condition that follows from another can be dropped without a change", () => {
    law(["implied", "repeated"], (list, finding, person) => {
      expect(matches(without(list, finding), person)).to.equal(matches(list, person));
    });
  });

  it("a group that always holds can be dropped without a change", () => {
    law(["always"], (list, finding, person) => {
      expect(matches(without(list, finding), person)).to.equal(matches(list, person));
    });
  });

  it("an alternative that another covers, or repeats, can be dropped without a change", () => {
    law(["same", "covered"], (list, finding, person) => {
      expect(matches(without(list, finding), person)).to.equal(matches(list, person));
    });
  });

  it("names places that exist", () => {
    fc.assert(
      fc.property(lists, (list) => {
        for (const { path, beside } of findings(list)) {
          for (const place of [path, ...beside]) expect(at(list, place)).to.be.an("object");
        }
      }),
      CASES,
    );
  });

  it("never stops anything", () => {
    fc.assert(
      fc.property(lists, (list) => {
        expect(checkFilters(list).failures).to.deep.equal([]);
      }),
      CASES,
    );
  });
});

describe("Lint says", () => {
  const tag = (relation: string, value?: string | number): Entry => ({
    field: "tag",
    key: "age",
    relation,
    ...(value === undefined ? {} : { value }),
  });
  const country = (relation: string, ...valueList: readonly string[]): Entry =>
    valueList.length === 1
      ? { field: "country", relation, value: valueList[0] }
      : { field: "country", relation, valueList };
  const sessions = (relation: string, value: number): Entry => ({
    field: "session_count",
    relation,
    value,
  });
  const last = (relation: string, hoursAgo: number): Entry => ({
    field: "last_session",
    relation,
    hoursAgo,
  });
  const circle = (radius: number): Entry => ({ field: "location", radius, lat: 1, long: 2 });
  const version = (relation: string, value: string): Entry => ({
    field: "app_version",
    relation,
    value,
  });
  const OR: Entry = { operator: "OR" };

  const cases: readonly (readonly [readonly Entry[], string])[] = [
    [
      [country("=", "DE"), country("=", "AT")],
      "filters[1] can hold for nobody together with filters[0]",
    ],
    [
      [country("in_array", "DE", "AT"), country("!=", "DE"), country("!=", "AT")],
      "filters[2] can hold for nobody together with filters[0] and filters[1]",
    ],
    [[sessions("<", 0)], "filters[0] can hold for nobody; correct its value"],
    [[sessions(">", 2), sessions("<", 3)], "filters[1] can hold for nobody"],
    [
      [sessions(">", 2), sessions("<", 5), sessions("!=", 3), sessions("!=", 4)],
      "filters[3] can hold for nobody",
    ],
    [[last(">", 24), last("<", 24)], "filters[1] can hold for nobody"],
    [[tag("exists"), tag("not_exists")], "filters[1] can hold for nobody"],
    [[tag("=", "free"), tag("=", "pro")], "filters[1] can hold for nobody"],
    [[tag(">", 50), tag("<", 18)], "filters[1] can hold for nobody"],
    [[version(">", "1.0"), version("=", "1.0")], "filters[1] can hold for nobody"],
    [
      [country("=", "DE"), { anyOf: [country("=", "AT"), tag("exists")] }],
      "filters[1].anyOf[0] can hold for nobody together with filters[0]",
    ],
    [[tag("=", "9"), tag("exists")], "filters[1] follows from filters[0]"],
    [[country("in_array", "DE", "AT"), country("=", "DE")], "filters[0] follows from filters[1]"],
    [[country("=", "DE"), country("!=", "AT")], "filters[1] follows from filters[0]"],
    [
      [sessions(">", 1), { allOf: [sessions(">", 5), tag("exists")] }],
      "filters[0] follows from filters[1].allOf[0]",
    ],
    [[circle(10), circle(100)], "filters[1] follows from filters[0]"],
    [
      [country("=", "DE"), tag("exists"), country("in_array", "DE")],
      "filters[2] repeats filters[0]",
    ],
    [
      [country("=", "DE"), { anyOf: [country("in_array", "DE", "AT"), tag("exists")] }],
      "filters[1] always holds here",
    ],
    [
      [country("=", "DE"), OR, country("=", "DE")],
      "filters[2] means the same as the alternative at filters[0]",
    ],
    [
      [country("=", "DE"), tag("exists"), OR, country("=", "DE")],
      "filters[0] is covered by the alternative at filters[3]",
    ],
    [
      [sessions(">", 5), OR, sessions(">", 2)],
      "filters[0] is covered by the alternative at filters[2]",
    ],
    [
      [tag("=", "9"), { anyOf: [country("=", "DE"), country("in_array", "DE", "AT")] }],
      "filters[1].anyOf[0] is covered by the alternative at filters[1].anyOf[1]",
    ],
    [[tag(">", "abc")], 'filters[0].value is no number, but ">" orders tags as numbers'],
    [[{ anyOf: [tag("<", "abc"), country("=", "DE")] }], "filters[0].anyOf[0].value is no number"],
    [
      [tag("time_elapsed_gt", 1_700_000_000)],
      "filters[0].value is compared with the seconds since",
    ],
    [
      [{ anyOf: [{ ...tag("exists"), radius: 1 }, country("=", "DE")] }],
      "filters[0].anyOf[0].radius has no meaning for a tag",
    ],
  ];

  const said = (list: readonly Entry[]): readonly string[] =>
    checkFilters(list).warnings.map(({ path, problem }) => `${print(path)} ${problem}`);

  for (const [list, expected] of cases) {
    it(expected, () => {
      expect(said(list).filter((one) => one.startsWith(expected))).to.have.length(1);
    });
  }

  const silent: readonly (readonly [string, readonly Entry[]])[] = [
    ["texts that may be the same number", [tag("=", "10"), tag("=", "10.0")]],
    ["texts that differ in case only", [tag("=", "Pro"), tag("=", "pro")]],
    ["versions that may compare alike", [version("=", "1.0"), version("=", "1.0.0")]],
    ["the order of versions", [version(">", "2"), version("<", "1.10")]],
    ["numbers in tags that text orders otherwise", [tag(">", 100), tag("<", 20)]],
    ["a missing tag under `!=`", [tag("not_exists"), tag("!=", "x")]],
    ["different tags", [tag("=", "a"), { ...tag("=", "b"), key: "plan" }]],
    ["one session between two numbers", [sessions(">", 2), sessions("<", 4)]],
    ["alternatives that exclude each other", [country("=", "DE"), OR, country("=", "AT")]],
    ["circles with different centres", [circle(10), { ...circle(100), lat: 1.1 }]],
  ];
  for (const [what, list] of silent) {
    it(`nothing about ${what}`, () => expect(said(list)).to.deep.equal([]));
  }
});
