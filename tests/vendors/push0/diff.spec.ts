import { expect } from "chai";
import type { Bag } from "../../../provider/core/value";
import { expression } from "../../../provider/vendors/push0/constraint/expression";
import { changed, warnings } from "./subject";

const and = (...constraints: readonly Bag[]): Bag => ({ type: "AND", constraints });
const or = (...constraints: readonly Bag[]): Bag => ({ type: "OR", constraints });
const is = (field: string, value: string | number): Bag => ({ field, relation: "==", value });
const not = (field: string, value: string | number): Bag => ({ field, relation: "!=", value });
const rel = (field: string, relation: string, value: string | number): Bag => ({
  field,
  relation,
  value,
});
const known = (field: string): Bag => ({ field, relation: "exists" });

const pl = is("country", "PL");
const us = is("country", "US");
const model = is("deviceModel", "Galaxy S26");

const same: readonly (readonly [about: string, before: readonly Bag[], after: readonly Bag[]])[] = [
  ["the order of constraints", [and(pl, model)], [and(model, pl)]],
  ["the order of groups", [and(pl), or(us, model)], [or(us, model), and(pl)]],
  ["AND or OR over one constraint", [and(pl)], [or(pl)]],
  ["an AND in one group or in two", [and(pl, model)], [and(model), or(pl)]],
  ["a repetition", [or(pl, us)], [or(us, pl, us)]],
  ["a group that another implies", [and(pl)], [and(pl), or(pl, us)]],
  ["a number or its text", [and(is("sessionCount", 5))], [and(is("sessionCount", "05"))]],
  [
    "milliseconds or ISO 8601",
    [and(rel("lastSession", ">", 1_767_225_600_000))],
    [and(rel("lastSession", ">", "2026-01-01T01:00:00+01:00"))],
  ],
  ["an API level as a number or as text", [and(is("osApi", 35))], [and(is("osApi", "35"))]],
  ["what stands beside exists", [and(known("email"))], [and({ ...known("email"), value: "" })]],
];

const different: readonly (readonly [
  about: string,
  before: readonly Bag[],
  after: readonly Bag[],
  paths: readonly string[],
])[] = [
  ["AND and OR over two", [and(pl, us)], [or(pl, us)], ["update constraints[0].type"]],
  ["a value", [and(pl, model)], [and(us, model)], ["update constraints[0].constraints[0].value"]],
  [
    "case, which may matter",
    [and(is("deviceModel", "s26"))],
    [and(is("deviceModel", "S26"))],
    ["update constraints[0].constraints[0].value"],
  ],
  ["a field", [and(pl)], [and(model)], ["update constraints[0].constraints[0]"]],
  ["a constraint more", [and(pl)], [and(model, pl)], ["add constraints[0].constraints[0]"]],
  ["a group less", [and(pl), or(us, model)], [or(us, model)], ["delete constraints[0]"]],
  [
    "a relation, beside a time that is only spelled anew",
    [and(rel("lastSession", ">", "2026-01-01"))],
    [and(rel("lastSession", ">=", 1_767_225_600_000))],
    ["update constraints[0].constraints[0].relation"],
  ],
  [
    "ranges that are the same whole numbers",
    [and(rel("sessionCount", ">", 4))],
    [and(rel("sessionCount", ">=", 5))],
    ["update constraints[0].constraints[0].relation", "update constraints[0].constraints[0].value"],
  ],
];

describe("diff of Push0 constraints", () => {
  for (const [about, before, after] of same) {
    it(`sees no difference in ${about}`, () => {
      expect(changed(before, after)).to.deep.equal([]);
      expect(changed(after, before)).to.deep.equal([]);
      expect(expression(before)).to.equal(expression(after));
    });
  }

  for (const [about, before, after, paths] of different) {
    it(`sees ${about}, and names the place`, () => {
      expect(changed(before, after)).to.have.members(paths);
    });
  }
});

describe("expression of a Push0 segment", () => {
  const cases: readonly (readonly [groups: readonly Bag[], words: string])[] = [
    [[and(pl)], "country is PL"],
    [[or(us, pl)], "country is PL or US"],
    [[and(not("country", "PL"), model)], 'country is not PL, and device model is "Galaxy S26"'],
    [[or(pl, model)], 'country is PL, or device model is "Galaxy S26"'],
    [
      [or(pl, model), and(known("email"))],
      '(country is PL, or device model is "Galaxy S26"), and email is known',
    ],
    [[and(rel("lastSession", ">=", "2026-01-01"))], "last session is not before 2026-01-01"],
    [
      [and(rel("createdAt", "<", "2026-01-01T12:30:00Z"))],
      "created is before 2026-01-01 12:30 UTC",
    ],
    [[and(rel("sessionCount", ">=", "5"))], "session count is at least 5"],
    [[and(rel("osVersion", "starts_with", "14"))], "OS version starts with 14"],
    [[], "everybody"],
  ];
  for (const [groups, words] of cases) {
    it(`says "${words}"`, () => expect(expression(groups)).to.equal(words));
  }
});

describe("warnings about Push0 constraints", () => {
  const cases: readonly (readonly [about: string, groups: readonly Bag[], says: RegExp])[] = [
    [
      "two models at once, the page's own example",
      [and(is("deviceModel", "Redmi Note XXXXX"), is("deviceModel", "Galaxy S23"))],
      /^constraints\[0\]\.constraints\[1\] can never hold together with constraints\[0\]\.constraints\[0\]/,
    ],
    [
      "two models in two groups",
      [and(model), or(is("deviceModel", "Redmi"))],
      /^constraints\[1\] .*can never hold|^constraints\[1\]\.constraints\[0\] can never hold/,
    ],
    ["a value and not that value", [and(pl), and(not("country", "PL"))], /can never hold together/],
    [
      "ranges that do not meet",
      [and(rel("sessionCount", ">", 5), rel("sessionCount", "<", 6))],
      /can never hold together/,
    ],
    [
      "alternatives that are all excluded",
      [and(pl), or(us, is("country", "DE"))],
      /^constraints\[1\] can never hold beside the other groups/,
    ],
    [
      "an alternative that is excluded",
      [and(pl), or(us, model)],
      /^constraints\[1\]\.constraints\[0\] can never hold beside constraints\[0\]\.constraints\[0\]/,
    ],
    [
      "what another says already",
      [and(rel("sessionCount", ">", 5), rel("sessionCount", ">", 3))],
      /^constraints\[0\]\.constraints\[1\] says nothing that constraints\[0\]\.constraints\[0\] does not say/,
    ],
    ["a repetition", [and(pl, pl)], /^constraints\[0\]\.constraints\[1\] says nothing/],
    [
      "an alternative inside another",
      [or(rel("deviceModel", "starts_with", "Gal"), rel("deviceModel", "starts_with", "Galaxy"))],
      /^constraints\[0\]\.constraints\[1\] adds nobody/,
    ],
    [
      "an OR of two exclusions",
      [or(not("country", "PL"), not("country", "US"))],
      /^constraints\[0\] holds for every device whose country is known, because/,
    ],
    ["UK", [and(is("country", "UK"))], /ISO 3166-1 has "GB"/],
    ["a UN M.49 number", [and(is("country", "826"))], /UN M\.49/],
    [
      "a code of which devices report the other",
      [and(is("language", "ger"))],
      /devices report "deu"/,
    ],
    ["a time zone that is none", [and(is("timezone", "Europe/Warschau"))], /check the spelling/],
    [
      "seconds for milliseconds",
      [and(rel("lastSession", ">", 1_767_225_600))],
      /multiply seconds by 1000/,
    ],
    ["a relation that the console has not", [and(rel("type", "contains", "phone"))], /console/],
    ["a value beside exists", [and({ ...known("email"), value: "x" })], /leave it out/],
  ];
  for (const [about, groups, says] of cases) {
    it(`tells of ${about}`, () => {
      expect(warnings(groups).filter((one) => says.test(one))).to.have.length(1);
    });
  }

  it("tells of one of two that say the same, and not of both", () => {
    expect(warnings([and(pl), or(pl)])).to.have.length(1);
    expect(warnings([or(pl, pl, us)])).to.have.length(1);
  });

  const silent: readonly (readonly Bag[])[] = [
    [and(pl, model)],
    [or(pl, us), or(is("deviceModel", "a"), is("deviceModel", "b"))],
    [and(rel("deviceModel", "contains", "S2"), rel("deviceModel", "starts_with", "Gal"))],
    [and(is("deviceModel", "galaxy"), rel("deviceModel", "starts_with", "Gal"))],
    [and(not("country", "PL"), not("country", "US"))],
    [and(rel("sessionCount", ">=", 5), rel("sessionCount", "<=", 5))],
  ];
  for (const groups of silent) {
    it(`says nothing of: ${expression(groups)}`, () => {
      expect(warnings(groups)).to.deep.equal([]);
    });
  }
});
