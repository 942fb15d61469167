import { expect } from "chai";
import * as build from "../../../provider/vendors/push0/builder";
import { conditions } from "../../../provider/vendors/push0/constraint/condition";
import { expression } from "../../../provider/vendors/push0/constraint/expression";
import { failures, failuresOf } from "./subject";

const { allOf, anyOf, country, deviceType, email, lastSession, sessionCount } = build;
/** The builders of each field, whatever they take. */
const fields: readonly (readonly [
  name: string,
  makers: readonly ((value: unknown) => object)[],
])[] = Object.entries(build)
  .filter(([, builder]) => typeof builder === "object")
  .map(([name, builder]) => [name, Object.values(builder)]);

const fieldOf = ([make]: readonly ((value: unknown) => object)[]): string =>
  String(Reflect.get(make?.("x") ?? {}, "field"));

describe("builders of Push0 constraints", () => {
  it("give what one would write by hand", () => {
    const constraints = [
      allOf(country.is("PL"), lastSession.isBefore(new Date("2026-01-01T12:00:00Z"))),
      anyOf([email.exists(), sessionCount.isAtLeast(5)]),
      deviceType.isOneOf("phone", "tablet"),
      country.isNoneOf(["US", "CA"]),
    ];
    expect(constraints).to.deep.equal([
      {
        type: "AND",
        constraints: [
          { field: "country", relation: "==", value: "PL" },
          { field: "lastSession", relation: "<", value: "2026-01-01T12:00:00.000Z" },
        ],
      },
      {
        type: "OR",
        constraints: [
          { field: "email", relation: "exists" },
          { field: "sessionCount", relation: ">=", value: 5 },
        ],
      },
      {
        type: "OR",
        constraints: [
          { field: "type", relation: "==", value: "phone" },
          { field: "type", relation: "==", value: "tablet" },
        ],
      },
      {
        type: "AND",
        constraints: [
          { field: "country", relation: "!=", value: "US" },
          { field: "country", relation: "!=", value: "CA" },
        ],
      },
    ]);
    expect(failures({ constraints })).to.deep.equal([]);
    expect(expression(constraints)).to.match(/device type is phone or tablet/);
  });

  it("exist for every field", () => {
    const known = fields.map(([, makers]) => fieldOf(makers));
    expect(known).to.have.members(Object.keys(conditions));
  });

  const sample: Readonly<Record<string, string | number>> = {
    country: "PL",
    language: "pol",
    timezone: "Europe/Warsaw",
    type: "phone",
    sessionCount: 5,
    appVersionCode: 5,
    firstSession: 1,
    lastSession: 1,
    createdAt: 1,
    unRegisteredAt: 1,
  };
  for (const [name, makers] of fields) {
    it(`${name}: everything it makes passes Check`, () => {
      const made = makers.map((make) => make(sample[fieldOf(makers)] ?? "x"));
      const groups = made.map((one) => ("constraints" in one ? one : allOf([one as never])));
      expect(failures({ constraints: groups as never })).to.deep.equal([]);
    });
  }

  it("do not compile what Push0 would not take", () => {
    // @ts-expect-error a device type is one of four words
    deviceType.is("fridge");
    // @ts-expect-error a number of sessions is a number
    sessionCount.is("many");
    // @ts-expect-error sessions have no parts
    sessionCount.contains;
    // @ts-expect-error groups do not stand in groups
    allOf(anyOf(country.is("PL")));
    // @ts-expect-error an empty group has no meaning
    allOf();
  });

  it("leave a Date that is none for Check to refuse", () => {
    const [said] = failuresOf(lastSession.isAfter(new Date("nonsense")));
    expect(said).to.match(/value must be a time/);
  });

  it("pass on what Pulumi knows only later", () => {
    const later = Promise.resolve("PL");
    expect(country.is(later).value).to.equal(later);
  });
});
