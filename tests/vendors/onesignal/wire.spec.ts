import { expect } from "chai";
import fc from "fast-check";
import { canonicalText, filterChanges } from "../../../provider/vendors/onesignal/filter/canonical";
import { hasUnsupported } from "../../../provider/vendors/onesignal/filter/problems";
import { fromWire, toWire, type WireFilter } from "../../../provider/vendors/onesignal/filter/wire";
import { condition, filters, legacyFilters, listOf, memberOf, wildCondition } from "./arbitrary";
import { type Entry, plainSize } from "./evaluator";
import { asValue, checkFilters } from "./subject";

const CASES = { numRuns: 1_500 };

const fits = (entries: readonly Entry[]): boolean => plainSize(entries) <= 200;
const sendable = filters.filter(fits);
const wild = listOf(memberOf(fc.oneof(condition, wildCondition))).filter(fits);

/** What the vendor is documented, or may be expected, to do to a list between writing and reading. */
const echoes: Readonly<Record<string, (entry: WireFilter) => readonly WireFilter[]>> = {
  "as it was sent": (entry) => [entry],
  "numbers written with a decimal": (entry) => [
    Object.fromEntries(
      Object.entries(entry).map(([name, value]) => {
        const isNumber = ["hours_ago", "radius", "lat", "long"].includes(name);
        const isWhole = /^-?\d+$/.test(String(value));
        return [name, isNumber && isWhole ? `${value}.0` : value];
      }),
    ),
  ],
  "numbers as numbers": (entry) => [
    Object.fromEntries(
      Object.entries(entry).map(([name, value]) => [
        name,
        ["hours_ago", "radius", "lat", "long"].includes(name) ? Number(value) : value,
      ]),
    ),
  ],
  "additional keys, and empty ones": (entry) => [
    { id: 7, unsupported_in_api: false, label: null, ...entry, added_in: "12.0" },
  ],
  "a value beside `exists`": (entry) => [
    /exists$/.test(String(entry["relation"])) ? { ...entry, value: "" } : entry,
  ],
  "a relation beside a location": (entry) => [
    entry["field"] === "location" ? { ...entry, relation: "within" } : entry,
  ],
  "operators in lower case": (entry) => [
    "operator" in entry ? { operator: String(entry["operator"]).toLowerCase() } : entry,
  ],
  "values of a list in another order": (entry) => [
    /in_array$/.test(String(entry["relation"]))
      ? { ...entry, value: String(entry["value"]).split(",").reverse().join(",") }
      : entry,
  ],
};

const withAnds = (entries: readonly WireFilter[]): readonly WireFilter[] =>
  entries.flatMap((entry, index) => {
    const isBetween =
      index > 0 && !("operator" in entry) && !("operator" in (entries[index - 1] ?? {}));
    return isBetween ? [{ operator: "AND" }, entry] : [entry];
  });

const same = (entries: readonly Entry[], echoed: readonly WireFilter[]): void => {
  const read = fromWire(echoed);
  expect(canonicalText(read)).to.equal(canonicalText(asValue(entries)));
  expect(filterChanges(asValue(entries), read)).to.deep.equal([]);
  expect(checkFilters(read).failures).to.deep.equal([]);
};

describe("Filters on the wire", () => {
  for (const [what, echo] of Object.entries(echoes)) {
    it(`read back what they mean: ${what}`, () => {
      fc.assert(
        fc.property(sendable, fc.boolean(), (entries, isSpeltOut) => {
          const sent = toWire(asValue(entries)).flatMap(echo);
          same(entries, isSpeltOut ? withAnds(sent) : sent);
        }),
        { numRuns: 1_000 },
      );
    });
  }

  it("read back what they mean, whatever their texts hold", () => {
    fc.assert(
      fc.property(wild, (entries) => same(entries, toWire(asValue(entries)))),
      CASES,
    );
  });

  it("read back what they mean with legacy conditions", () => {
    fc.assert(
      fc.property(legacyFilters.filter(fits), (entries) => {
        const read = fromWire(toWire(asValue(entries)));
        expect(canonicalText(read)).to.equal(canonicalText(asValue(entries)));
        expect(checkFilters(read, { allowLegacyFilters: true }).failures).to.deep.equal([]);
      }),
      CASES,
    );
  });

  it("hold text only, in the vendor's names, and no number in two ways", () => {
    const NUMBERS = ["hours_ago", "radius", "lat", "long"];
    const isOdd = ([name, value]: readonly [string, string]): boolean =>
      typeof value !== "string" ||
      !/^[a-z_]+$/.test(name) ||
      (NUMBERS.includes(name) && value !== String(Number(value)));
    fc.assert(
      fc.property(sendable, (entries) => {
        const properties = toWire(asValue(entries)).flatMap((entry) => Object.entries(entry));
        expect(properties.filter(isOdd)).to.deep.equal([]);
      }),
      CASES,
    );
  });

  it("are read totally, whatever the vendor answers", () => {
    const entry = fc.dictionary(
      fc.oneof(
        fc.constantFrom("field", "relation", "value", "key", "operator", "hours_ago"),
        fc.string(),
      ),
      fc.oneof(fc.jsonValue(), fc.constantFrom("tag", "country", "in_array", "OR", "location")),
    );
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        expect(fromWire(entries)).to.be.an("array");
      }),
      CASES,
    );
  });

  it("keep a condition of the dashboard word for word, whatever the order of its keys", () => {
    const one = { field: "message_event", relation: "clicked", unsupported_in_api: true };
    const other = { unsupported_in_api: true, relation: "clicked", field: "message_event" };
    const read = fromWire([one]);
    expect(hasUnsupported(read)).to.equal(true);
    expect(filterChanges(read, fromWire([other]))).to.deep.equal([]);
    expect(checkFilters(read).failures).to.deep.equal([]);
  });
});
