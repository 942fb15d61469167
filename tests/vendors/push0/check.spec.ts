import { expect } from "chai";
import { type Bag, unknown } from "../../../provider/core/value";
import { checked, failures, failuresOf } from "./subject";

const constraint = (field: string, relation: string, value?: string | number): Bag => ({
  field,
  relation,
  ...(value === undefined ? {} : { value }),
});

/** Where a lone constraint stands. */
const HERE = "constraints[0].constraints[0]";

const accepted: readonly (readonly [field: string, relation: string, value?: string | number])[] = [
  ["country", "==", "PL"],
  ["country", "==", "UK"],
  ["country", "!=", "826"],
  ["country", "starts_with", "P"],
  ["language", "==", "pol"],
  ["timezone", "==", "Europe/Warsaw"],
  ["timezone", "==", "UTC"],
  ["timezone", "==", "America/Argentina/Buenos_Aires"],
  ["timezone", "contains", "America/"],
  ["appVersion", "starts_with", "1.3"],
  ["appVersionCode", ">=", 5],
  ["appVersionCode", "<", "5"],
  ["osApi", "==", "35"],
  ["osApi", "==", 35],
  ["osVersion", "ends_with", ".1"],
  ["customUserId", "==", "42"],
  ["email", "contains", "@example.com"],
  ["email", "exists"],
  ["email", "exists", "true"],
  ["type", "!=", "tablet"],
  ["firstSession", ">", 1_767_225_600_000],
  ["lastSession", ">", "1767225600000"],
  ["lastSession", ">=", "2026-01-01T00:00:00Z"],
  ["lastSession", "<", "2026-01-01T00:00:00.123+02:00"],
  ["lastSession", "<=", "2026-01-01"],
  ["sessionCount", "!=", 0],
  ["createdAt", "==", "2026-01-01T10:00Z"],
  ["id", "==", "dvc_madeUp"],
  ["pushToken", "exists"],
  ["unRegisteredAt", ">", 0],
  ["deviceModel", "==", "Galaxy S26"],
  ["deviceManufacturer", "!=", "Samsung"],
];

const refused: readonly (readonly [about: string, constraint: Bag, at: string, says: RegExp])[] = [
  [
    "EQUALS of the page's example",
    constraint("osVersion", "EQUALS", "13"),
    ".relation",
    /is written "==": an example of Push0's page has EQUALS, but its table/,
  ],
  [
    "CONTAINS of the page's remark",
    constraint("email", "CONTAINS", "@"),
    ".relation",
    /is written "contains"/,
  ],
  ["one equals sign", constraint("country", "=", "PL"), ".relation", /is written "==" at Push0/],
  [
    "a list relation",
    constraint("country", "in_array", "PL,US"),
    ".relation",
    /"==" for each value, in a group of type "OR"/,
  ],
  [
    "its negation",
    constraint("country", "not_in_array", "PL"),
    ".relation",
    /"!=" for each value, in a group of type "AND"/,
  ],
  [
    "an order of text",
    constraint("appVersion", ">", "1.0"),
    ".relation",
    /cannot be ">": the field is text/,
  ],
  [
    "an order of osApi, which is text",
    constraint("osApi", ">=", 35),
    ".relation",
    /cannot be ">=": the field is text/,
  ],
  [
    "a part of a number",
    constraint("sessionCount", "contains", "1"),
    ".relation",
    /cannot be "contains", which is for text/,
  ],
  [
    "a word that is an object's own",
    constraint("email", "constructor", "x"),
    ".relation",
    /must be "==", "!="/,
  ],
  [
    "tags",
    constraint("tags", "contains", "vip"),
    ".field",
    /list of texts, for which Push0's page documents no relation/,
  ],
  ["snake_case", constraint("device_model", "==", "x"), ".field", /did you mean deviceModel\?/],
  [
    "a word of OneSignal",
    constraint("device_type", "==", "phone"),
    ".field",
    /is called `type` at Push0/,
  ],
  [
    "a property of devices",
    constraint("registered", "==", "true"),
    ".field",
    /no field of segments/,
  ],
  ["a group inside a group", { type: "OR", constraints: [] }, ".field", /no groups inside groups/],
  ["a country in lower case", constraint("country", "==", "us"), ".value", /write "US"/],
  ["a country that is none", constraint("country", "==", "XX"), ".value", /ISO 3166-1 alpha-2/],
  ["a language of two letters", constraint("language", "==", "en"), ".value", /write "eng"/],
  ["a language in upper case", constraint("language", "!=", "POL"), ".value", /write "pol"/],
  [
    "an abbreviation of a time zone",
    constraint("timezone", "==", "CET"),
    ".value",
    /Area\/Location/,
  ],
  ["a device type that is none", constraint("type", "==", "Phone"), ".value", /"phone", "tablet"/],
  ["half a session", constraint("sessionCount", "==", 1.5), ".value", /whole number/],
  ["a decimal text", constraint("sessionCount", "==", "5.0"), ".value", /whole number/],
  ["fewer than none", constraint("sessionCount", ">", -1), ".value", /whole number/],
  [
    "a word for a time",
    constraint("lastSession", ">", "yesterday"),
    ".value",
    /Unix milliseconds .* or ISO 8601/,
  ],
  [
    "a day that does not exist",
    constraint("lastSession", ">", "2026-02-30"),
    ".value",
    /must be a time/,
  ],
  [
    "a time without its zone",
    constraint("lastSession", ">", "2026-02-03T10:00"),
    ".value",
    /add "Z" for UTC/,
  ],
  ["no value", constraint("email", "=="), ".value", /is required/],
  ["an empty value", constraint("email", "==", ""), ".value", /must not be empty/],
  [
    "hours of OneSignal",
    { ...constraint("lastSession", ">", 1), hoursAgo: 5 },
    ".hoursAgo",
    /is not a property of LastSessionConstraint/,
  ],
];

describe("check of a Push0 segment", () => {
  for (const [field, relation, value] of accepted) {
    it(`accepts ${field} ${relation}${value === undefined ? "" : ` ${JSON.stringify(value)}`}`, () => {
      expect(failuresOf(constraint(field, relation, value))).to.deep.equal([]);
    });
  }

  for (const [about, wrong, at, says] of refused) {
    it(`refuses ${about}, at its place, and says what to write`, () => {
      const [first, ...others] = failuresOf(wrong);
      expect(first).to.match(says);
      expect(first?.startsWith(`${HERE}${at} `), first).to.equal(true);
      expect(others).to.deep.equal([]);
    });
  }

  const pl = constraint("country", "==", "PL");

  it("refuses no groups at all, and names the segment that is everybody", () => {
    expect(failures({ constraints: [] })).to.match(
      /constraints must have at least one group: .*"All"/,
    );
  });

  it("refuses an empty group", () => {
    const said = failures({ constraints: [{ type: "AND", constraints: [] }] });
    expect(said).to.match(/constraints\[0\]\.constraints must hold at least one constraint/);
  });

  it("refuses an eleventh constraint, and says how an AND goes on and that an OR cannot", () => {
    const eleven = Array.from({ length: 11 }, () => pl);
    const and = failures({ constraints: [{ type: "AND", constraints: eleven }] });
    const or = failures({ constraints: [{ type: "OR", constraints: eleven }] });
    expect(and).to.match(/at most 10 constraints; it has 11\. Put the others into another group/);
    expect(or).to.match(/at most 10 constraints; it has 11\. A longer OR cannot be said/);
    expect(failures({ constraints: [{ type: "OR", constraints: eleven.slice(1) }] })).to.be.empty;
  });

  it("refuses a constraint outside a group, and shows the group", () => {
    const said = failures({ constraints: [pl] });
    expect(said).to.match(
      /constraints\[0\]\.type .* write \{ type: "AND", constraints: \[ … \] \}/,
    );
  });

  it("says all that is wrong at once, each at its place", () => {
    const constraints = [
      { type: "and", constraints: [pl, constraint("country", "==", "us")] },
      {
        type: "OR",
        constraints: [pl, constraint("country", "==", "us"), constraint("tags", "==", "x")],
      },
    ];
    const paths = checked({ constraints, description: 5, name: " " }).failures.map(
      ({ path }) => path,
    );
    expect(paths).to.deep.include.members([
      ["constraints", 0, "type"],
      ["constraints", 0, "constraints", 1, "value"],
      ["constraints", 1, "constraints", 1, "value"],
      ["constraints", 1, "constraints", 2, "field"],
      ["description"],
      ["name"],
    ]);
  });

  it("says nothing of what a preview does not know yet", () => {
    const half: Bag = { field: "country", relation: "==", value: unknown };
    expect(failures({ constraints: unknown })).to.deep.equal([]);
    expect(failures({ constraints: [unknown] })).to.deep.equal([]);
    expect(failures({ constraints: [{ type: "AND", constraints: [half] }] })).to.deep.equal([]);
    const wrong: Bag = { type: "AND", constraints: [half, constraint("country", "=", "PL")] };
    expect(failures({ constraints: [wrong] })).to.have.length(1);
  });

  it("refuses a delete request that cannot be sent, before there is something to delete", () => {
    const settings = { deleteRequest: "REMOVE /segments" };
    const news = { name: "a", constraints: [{ type: "AND", constraints: [pl] }] };
    const said = checked(news, settings).failures.map(({ problem }) => problem);
    expect(said.join()).to.match(/audiences:push0DeleteRequest or PUSH0_DELETE_REQUEST must be/);
  });
});
