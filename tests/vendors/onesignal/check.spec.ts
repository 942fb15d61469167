import { expect } from "chai";
import fc from "fast-check";
import { print } from "../../../provider/core/path";
import { sentence } from "../../../provider/core/problem";
import { type Bag, unknown, type Value } from "../../../provider/core/value";
import { anything } from "./anything";
import { filters, legacyCondition, wildFilters } from "./arbitrary";
import { plainSize } from "./evaluator";
import { checkFilters, checkInputs } from "./subject";

const CASES = { numRuns: 2_000 };

/** A place in a value, or nothing when there is no such place. */
const placeOf = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((at, step) => Object(at)[step], value);

const inputs = fc.record(
  {
    filters: fc.oneof({ arbitrary: fc.array(anything), weight: 5 }, anything),
    name: fc.oneof(fc.string(), anything),
    description: anything,
    appId: anything,
    allowLegacyFilters: fc.oneof(fc.boolean(), anything),
    adopt: anything,
    filtres: anything,
  },
  { requiredKeys: ["filters"] },
) as fc.Arbitrary<Bag>;

describe("Check of any JSON value", () => {
  it("answers, and each failure has a path and a sentence", () => {
    fc.assert(
      fc.property(inputs, (news) => {
        for (const failure of checkInputs(news).failures) {
          expect(failure.path).not.to.have.length(0);
          expect(print(failure.path)).to.match(/^\w/);
          expect(sentence(failure, false)).to.match(/^(must|is|as|uses|holds|has|goes)\b/);
        }
      }),
      { numRuns: 2_500 },
    );
  });

  it("names places that exist, or whose absence is the matter", () => {
    fc.assert(
      fc.property(inputs, (news) => {
        const { inputs: all, failures } = checkInputs(news);
        for (const { path } of failures) {
          expect(Object(placeOf(all, path.slice(0, -1)))).to.equal(placeOf(all, path.slice(0, -1)));
        }
      }),
      CASES,
    );
  });

  it("is idempotent, and gives back what it was given, but for the name", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          inputs,
          wildFilters.map((list): Bag => ({ filters: list as never })),
        ),
        (news) => {
          const once = checkInputs(news);
          expect(checkInputs(once.inputs)).to.deep.equal(once);
          expect(once.inputs).to.deep.equal("name" in news ? news : { ...news, name: "test" });
        },
      ),
      CASES,
    );
  });

  it("says nothing of a list that may be sent", () => {
    const sendable = wildFilters.filter((list) => plainSize(list) <= 200);
    fc.assert(
      fc.property(sendable, (list) => {
        expect(checkFilters(list).failures).to.deep.equal([]);
      }),
      CASES,
    );
  });

  it("refuses what only older documents know, unless allowLegacyFilters is set", () => {
    fc.assert(
      fc.property(legacyCondition, (one) => {
        expect(checkFilters([one]).failures).not.to.have.length(0);
        expect(checkFilters([one], { allowLegacyFilters: true }).failures).to.deep.equal([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

/** The value with one place, at any depth, not known yet. */
const withUnknown = (value: Value, choice: number): Value => {
  if (typeof value !== "object" || value === null || choice % 5 === 0) return unknown;
  const entries = Object.entries(value);
  const [key, child = null] = entries[choice % Math.max(1, entries.length)] ?? [];
  if (key === undefined) return unknown;
  const changed = withUnknown(child, Math.floor(choice / 7));
  return Array.isArray(value)
    ? value.map((item: Value, i) => (String(i) === key ? changed : item))
    : { ...value, [key]: changed };
};

describe("Check of values that are not known yet", () => {
  it("says nothing of them: a leaf, a child, the whole list", () => {
    fc.assert(
      fc.property(
        filters.filter((list) => plainSize(list) <= 50),
        fc.nat(),
        (list, choice) => {
          const { failures } = checkInputs({ filters: withUnknown(list as never, choice) });
          expect(failures).to.deep.equal([]);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("still says what is wrong beside them", () => {
    const { failures } = checkFilters([
      { field: "tag", key: unknown, relation: "is" },
      unknown,
      { field: "cuntry" },
    ]);
    expect(failures.map(({ path }) => print(path))).to.deep.equal([
      "filters[0].relation",
      "filters[2].field",
    ]);
  });
});

describe("Check says what is wrong, where, and what to write", () => {
  const of = (condition: unknown): readonly string[] =>
    checkFilters([condition]).failures.map(
      (failure) => `${print(failure.path)} ${sentence(failure, false)}`,
    );
  const many = Array.from({ length: 21 }, (_, i) => `v${i}`);

  const refused: readonly (readonly [condition: unknown, said: RegExp])[] = [
    [
      { field: "last_session", relation: ">", hours_ago: 24 },
      /^filters\[0\]\.hours_ago .*write `hoursAgo` instead/,
    ],
    [
      { field: "contry", relation: "=", value: "DE" },
      /^filters\[0\]\.field .*did you mean country\?/,
    ],
    [{ field: "country", relation: "=", value: "UK" }, /^filters\[0\]\.value .*write "GB"/],
    [{ field: "country", relation: "=", value: "de" }, /^filters\[0\]\.value .*write "DE"/],
    [
      { field: "country", relation: "in_array", valueList: ["DE", "XX"] },
      /^filters\[0\]\.valueList\[1\] .*ISO 3166-1/,
    ],
    [{ field: "language", relation: "=", value: "en-US" }, /^filters\[0\]\.value .*write "en"/],
    [
      { field: "country", relation: "exists" },
      /^filters\[0\]\.relation is not a relation of `country` .*Compare with codes, or set `allowLegacyFilters/,
    ],
    [
      { field: "country", relation: "in_array", valueList: many },
      /^filters\[0\]\.valueList must hold at most 20 values; it has 21/,
    ],
    [{ field: "location", radius: 0.5, lat: 0, long: 0 }, /^filters\[0\]\.radius .*at least 1/],
    [{ field: "location", radius: 1, lat: 90.1, long: 0 }, /^filters\[0\]\.lat .*-90 to 90/],
    [{ field: "location", radius: 1, lat: 0, long: "-181" }, /^filters\[0\]\.long .*-180 to 180/],
    [
      { field: "session_count", relation: ">", value: 1.5 },
      /^filters\[0\]\.value must be a whole number/,
    ],
    [
      { field: "session_count", relation: ">", value: "1.00000000000000000001" },
      /^filters\[0\]\.value must be a whole number/,
    ],
    [
      { field: "session_count", relation: ">", value: -1 },
      /^filters\[0\]\.value must be a whole number, 0 or more/,
    ],
    [
      { field: "session_time", relation: "=", value: 1 },
      /^filters\[0\]\.relation must be ">" or "<"/,
    ],
    [
      { field: "last_session", relation: ">", hoursAgo: "1e3" },
      /^filters\[0\]\.hoursAgo must be a number of hours/,
    ],
    [
      { field: "last_session", relation: ">", hoursAgo: Number.NaN },
      /^filters\[0\]\.hoursAgo must be a number of hours/,
    ],
    [{ field: "tag", relation: "exists", key: "" }, /^filters\[0\]\.key must not be empty/],
    [
      { field: "tag", relation: "exists", key: "k", value: "v" },
      /^filters\[0\]\.value must be left out/,
    ],
    [
      { field: "tag", relation: "=", key: "k", value: "" },
      /^filters\[0\]\.value must not be empty; `relation: "exists"`/,
    ],
    [
      { field: "tag", relation: "=", key: "k", valueList: ["v"] },
      /^filters\[0\]\.valueList goes with "in_array"/,
    ],
    [{ field: "tag", relation: "in_array", key: "k" }, /^filters\[0\]\.valueList is required/],
    [
      { field: "tag", relation: "in_array", key: "k", value: "a", valueList: ["b"] },
      /^filters\[0\]\.value must be left out/,
    ],
    [
      { field: "tag", relation: "in_array", key: "k", valueList: ["a,b"] },
      /^filters\[0\]\.valueList\[0\] must not hold a comma/,
    ],
    [
      { field: "tag", relation: "in_array", key: "k", value: "a, b" },
      /^filters\[0\]\.value .*padded with spaces/,
    ],
    [
      { field: "tag", relation: "time_elapsed_gt", key: "k", value: "1h" },
      /^filters\[0\]\.value must be a whole number of seconds/,
    ],
    [{ operator: "XOR" }, /^filters\[0\]\.operator must be "OR" or "AND"/],
    [{ operator: "OR" }, /^filters\[0\] must not begin with \{ operator: "OR" \}/],
    [{ anyOf: [] }, /^filters\[0\]\.anyOf must have at least 1 entry, not 0/],
    [
      { anyOf: [{ operator: "OR" }] },
      /^filters\[0\]\.anyOf\[0\]\.field must not be an operator inside a group/,
    ],
    [
      { field: "device_type", relation: "=", value: "iOS" },
      /^filters\[0\]\.field .*v9 \(2021\).*Tag the device's type.*allowLegacyFilters/,
    ],
    [{ field: "email", value: "a@b.c" }, /^filters\[0\]\.field .*until 2022.*allowLegacyFilters/],
    [{ field: "toString" }, /^filters\[0\]\.field must be tag, /],
    [{ field: { toString: 1 } }, /^filters\[0\]\.field must be tag, /],
    ["country = DE", /^filters\[0\] must be an object/],
    [null, /^filters\[0\] must be an object/],
  ];

  for (const [condition, said] of refused) {
    it(JSON.stringify(condition).slice(0, 90), () => {
      expect(of(condition)[0]).to.match(said);
    });
  }

  it("says all of it at once", () => {
    expect(of({ field: "tag", relation: "is", valu: 1 })).to.have.length(3);
  });
});
