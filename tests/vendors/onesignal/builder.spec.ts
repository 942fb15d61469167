import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import fc from "fast-check";
import {
  allOf,
  anyOf,
  appVersion,
  country,
  days,
  firstSession,
  hours,
  language,
  lastSession,
  location,
  minutes,
  or,
  seconds,
  sessionCount,
  sessionTime,
  tag,
  tags,
  weeks,
} from "../../../provider/vendors/onesignal/builder";
import { checkFilters } from "./subject";

const isHeld = { field: "tag", key: "plan" };

const built: readonly (readonly [string, object, object])[] = [
  ['tag("plan").is("pro")', tag("plan").is("pro"), { ...isHeld, relation: "=", value: "pro" }],
  [
    'tag("plan").isNot("pro")',
    tag("plan").isNot("pro"),
    { ...isHeld, relation: "!=", value: "pro" },
  ],
  [
    'tag("plan").isOneOf("a", 1, true)',
    tag("plan").isOneOf("a", 1, true),
    { ...isHeld, relation: "in_array", valueList: ["a", 1, true] },
  ],
  [
    'tag("plan").isNoneOf(["a", "b"])',
    tag("plan").isNoneOf(["a", "b"]),
    { ...isHeld, relation: "not_in_array", valueList: ["a", "b"] },
  ],
  ['tag("plan").exists()', tag("plan").exists(), { ...isHeld, relation: "exists" }],
  ['tag("plan").doesNotExist()', tag("plan").doesNotExist(), { ...isHeld, relation: "not_exists" }],
  [
    'tag("plan").isGreaterThan(18)',
    tag("plan").isGreaterThan(18),
    { ...isHeld, relation: ">", value: 18 },
  ],
  [
    'tag("plan").isLessThan(65)',
    tag("plan").isLessThan(65),
    { ...isHeld, relation: "<", value: 65 },
  ],
  [
    'tag("plan").elapsedMoreThan(days(7))',
    tag("plan").elapsedMoreThan(days(7)),
    { ...isHeld, relation: "time_elapsed_gt", value: 604_800 },
  ],
  [
    'tag("plan").elapsedLessThan(hours(1))',
    tag("plan").elapsedLessThan(hours(1)),
    { ...isHeld, relation: "time_elapsed_lt", value: 3_600 },
  ],
  [
    "tags()(plan)",
    tags<{ plan: string }>()("plan").is("pro"),
    { ...isHeld, relation: "=", value: "pro" },
  ],
  [
    "lastSession.moreThan(days(7))",
    lastSession.moreThan(days(7)),
    { field: "last_session", relation: ">", hoursAgo: 168 },
  ],
  [
    "lastSession.lessThan(minutes(90))",
    lastSession.lessThan(minutes(90)),
    { field: "last_session", relation: "<", hoursAgo: 1.5 },
  ],
  [
    "firstSession.moreThan(weeks(2))",
    firstSession.moreThan(weeks(2)),
    { field: "first_session", relation: ">", hoursAgo: 336 },
  ],
  [
    "firstSession.lessThan(hours(1.1))",
    firstSession.lessThan(hours(1.1)),
    { field: "first_session", relation: "<", hoursAgo: 1.1 },
  ],
  ["sessionCount.is(5)", sessionCount.is(5), { field: "session_count", relation: "=", value: 5 }],
  [
    "sessionCount.isNot(5)",
    sessionCount.isNot(5),
    { field: "session_count", relation: "!=", value: 5 },
  ],
  [
    "sessionCount.isGreaterThan(5)",
    sessionCount.isGreaterThan(5),
    { field: "session_count", relation: ">", value: 5 },
  ],
  [
    "sessionCount.isLessThan(5)",
    sessionCount.isLessThan(5),
    { field: "session_count", relation: "<", value: 5 },
  ],
  [
    "sessionTime.moreThan(hours(1.1))",
    sessionTime.moreThan(hours(1.1)),
    { field: "session_time", relation: ">", value: 3_960 },
  ],
  [
    "sessionTime.lessThan(seconds(90))",
    sessionTime.lessThan(seconds(90)),
    { field: "session_time", relation: "<", value: 90 },
  ],
  ['language.is("de")', language.is("de"), { field: "language", relation: "=", value: "de" }],
  [
    'language.isNot("de")',
    language.isNot("de"),
    { field: "language", relation: "!=", value: "de" },
  ],
  [
    'language.in("de", "en")',
    language.in("de", "en"),
    { field: "language", relation: "in_array", valueList: ["de", "en"] },
  ],
  [
    'language.notIn("de")',
    language.notIn("de"),
    { field: "language", relation: "not_in_array", valueList: ["de"] },
  ],
  ['country.is("DE")', country.is("DE"), { field: "country", relation: "=", value: "DE" }],
  ['country.isNot("DE")', country.isNot("DE"), { field: "country", relation: "!=", value: "DE" }],
  [
    'country.in(["DE", "AT"])',
    country.in(["DE", "AT"]),
    { field: "country", relation: "in_array", valueList: ["DE", "AT"] },
  ],
  [
    'country.notIn("DE", "AT")',
    country.notIn("DE", "AT"),
    { field: "country", relation: "not_in_array", valueList: ["DE", "AT"] },
  ],
  [
    'appVersion.is("1.0")',
    appVersion.is("1.0"),
    { field: "app_version", relation: "=", value: "1.0" },
  ],
  [
    'appVersion.isNot("1.0")',
    appVersion.isNot("1.0"),
    { field: "app_version", relation: "!=", value: "1.0" },
  ],
  [
    'appVersion.isAbove("1.0")',
    appVersion.isAbove("1.0"),
    { field: "app_version", relation: ">", value: "1.0" },
  ],
  [
    'appVersion.isBelow("1.0")',
    appVersion.isBelow("1.0"),
    { field: "app_version", relation: "<", value: "1.0" },
  ],
  [
    'appVersion.isOneOf("1.0", "1.1")',
    appVersion.isOneOf("1.0", "1.1"),
    { field: "app_version", relation: "in_array", valueList: ["1.0", "1.1"] },
  ],
  [
    'appVersion.isNoneOf("1.0")',
    appVersion.isNoneOf("1.0"),
    { field: "app_version", relation: "not_in_array", valueList: ["1.0"] },
  ],
  [
    "location.within(1000).of(37.77, -122.43)",
    location.within(1000).of(37.77, -122.43),
    { field: "location", radius: 1000, lat: 37.77, long: -122.43 },
  ],
  [
    "anyOf(…, …)",
    anyOf(country.is("DE"), allOf([country.is("AT")])),
    {
      anyOf: [
        { field: "country", relation: "=", value: "DE" },
        { allOf: [{ field: "country", relation: "=", value: "AT" }] },
      ],
    },
  ],
  [
    "allOf(…)",
    allOf(country.is("DE")),
    { allOf: [{ field: "country", relation: "=", value: "DE" }] },
  ],
];

describe("Builders", () => {
  for (const [code, filter, expected] of built) {
    it(`${code} is what one would write by hand, and Check takes it`, () => {
      expect(filter).to.deep.equal(expected);
      expect(checkFilters([filter]).failures).to.deep.equal([]);
    });
  }

  it("or stands between two conditions", () => {
    const { failures } = checkFilters([country.is("DE"), or, country.is("AT")]);
    expect(failures).to.deep.equal([]);
  });

  it("lengths of time are the same in every unit, and Check takes them", () => {
    fc.assert(
      fc.property(fc.nat(10_000), (n) => {
        expect(weeks(n)).to.deep.equal(days(7 * n));
        expect(days(n)).to.deep.equal(hours(24 * n));
        expect(hours(n)).to.deep.equal(minutes(60 * n));
        expect(minutes(n)).to.deep.equal(seconds(60 * n));
        const filters = [lastSession.moreThan(seconds(n)), sessionTime.moreThan(minutes(n))];
        expect(checkFilters(filters).failures).to.deep.equal([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it("take what Pulumi knows only later, wherever a value goes", async () => {
    const filters = [
      tag(pulumi.output("plan")).is(pulumi.output("pro")),
      lastSession.moreThan(days(pulumi.output(7))),
      sessionTime.lessThan(minutes(Promise.resolve(2))),
      country.in(pulumi.output("DE"), "AT"),
      location.within(pulumi.output(10)).of(1, Promise.resolve(2)),
    ];
    const resolved = await new Promise((resolve) => {
      pulumi.output(filters).apply(resolve);
    });
    expect(resolved).to.deep.equal([
      { field: "tag", key: "plan", relation: "=", value: "pro" },
      { field: "last_session", relation: ">", hoursAgo: 168 },
      { field: "session_time", relation: "<", value: 120 },
      { field: "country", relation: "in_array", valueList: ["DE", "AT"] },
      { field: "location", radius: 10, lat: 1, long: 2 },
    ]);
  });
});
