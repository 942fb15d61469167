/** What compiles and what does not, of the builders. `tsc` is the test. */
import * as pulumi from "@pulumi/pulumi";
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
  sessionCount,
  sessionTime,
  tag,
  tags,
  weeks,
} from "../../provider/vendors/onesignal/builder";
import type { Filters } from "../../provider/vendors/onesignal/filter/grammar";
import { customField, rule } from "../../provider/vendors/statsig/builder";
import type { SegmentArgs } from "../../sdk/nodejs/onesignal";
import type { SegmentArgs as StatsigArgs } from "../../sdk/nodejs/statsig";

const accept = <T>(_value: T): void => {};

const plain = [
  tag("plan").is("pro"),
  tag("plan").isNot("free"),
  tag("plan").isOneOf("pro", "team", 3, true),
  tag("plan").isNoneOf(["free", "trial"]),
  tag("vip").exists(),
  tag("vip").doesNotExist(),
  tag("age").isGreaterThan(18),
  tag("age").isLessThan(65),
  tag("renewed").elapsedMoreThan(days(7)),
  tag("renewed").elapsedLessThan(hours(1)),
  or,
  lastSession.moreThan(days(7)),
  firstSession.lessThan(weeks(2)),
  sessionCount.is(5),
  sessionCount.isGreaterThan(5),
  sessionTime.moreThan(hours(2)),
  language.in("de", "en"),
  language.isNot("zh-Hans"),
  country.in("DE", "AT"),
  country.notIn(["US", "CA"]),
  appVersion.isOneOf("1.0.0", "1.0.1"),
  appVersion.isAbove("2.0"),
  location.within(1000).of(37.77, -122.43),
  anyOf(
    allOf(country.is("DE"), sessionCount.isNot(1)),
    lastSession.lessThan(minutes(90)),
    { field: "country", relation: "=", value: "AT" },
    {
      anyOf: [
        tag("vip").exists(),
        { field: "tag", key: "a", relation: "in_array", valueList: ["b"] },
      ],
    },
  ),
  anyOf(["DE", "AT"].map((code) => country.is(code))),
];

// The same objects are what the codec decodes, and what the SDK takes.
accept<Filters>(plain);
accept<SegmentArgs["filters"]>(plain);

const text = pulumi.output("pro");
const number = pulumi.output(7);
const either: pulumi.Input<string> = text;
const later = [
  tag("plan").is(text),
  tag(text).isOneOf(text, "pro", Promise.resolve("team")),
  tag("age").isGreaterThan(number),
  tag("renewed").elapsedMoreThan(days(number)),
  lastSession.moreThan(days(number)),
  firstSession.lessThan(hours(Promise.resolve(2))),
  sessionCount.is(number),
  sessionTime.lessThan(minutes(number)),
  country.is(text),
  country.in(text, "AT"),
  language.is(either),
  appVersion.is(text),
  location.within(number).of(number, 2),
  anyOf(country.is(text), allOf(tag("plan").is(either), lastSession.moreThan(days(number)))),
];
accept<SegmentArgs["filters"]>(later);

// What is known later is known to nobody yet, and no plain filter.
// @ts-expect-error a later value is no value
accept<Filters>(later);

// Lengths of time say their unit.
// @ts-expect-error Argument of type 'number' is not assignable to parameter of type 'Duration<...>'
lastSession.moreThan(7);
// @ts-expect-error a number of seconds is no length of time either
tag("renewed").elapsedMoreThan(604_800);
// @ts-expect-error a length of time is no number of sessions
sessionCount.is(days(7));
// @ts-expect-error text is no number of days
days("7");

// Codes are checked where they are written out.
// @ts-expect-error write an ISO 3166-1 country code in upper case, such as DE or GB
country.is("UK");
// @ts-expect-error write an ISO 3166-1 country code in upper case, such as DE or GB
country.in("DE", "at");
// @ts-expect-error write an ISO 3166-1 country code in upper case, such as DE or GB
country.in(["DE", "XX"]);
// @ts-expect-error write an ISO 639-1 language code in lower case, such as de or en
language.is("en-US");
// @ts-expect-error write an ISO 639-1 language code in lower case, such as de or en
language.notIn("de", "DE");
country.is("X".repeat(2));

// A list needs a value, and a group a member.
// @ts-expect-error at least one value
tag("plan").isOneOf();
// @ts-expect-error at least one country
country.in();
// @ts-expect-error at least one member
anyOf();
// @ts-expect-error an operator stands in lists, not in groups
anyOf(country.is("DE"), or);

// Tags are ordered as numbers.
// @ts-expect-error tags are ordered as numbers: write a number, such as 18, and no text
tag("age").isGreaterThan("18");
// @ts-expect-error a tag holds no object
tag("age").is({});

// With a catalogue, tags and their values are known.
const known = tags<{ plan: "free" | "pro"; age: number; vip: boolean; name: string }>();
const ofCatalogue = [
  known("plan").is("pro"),
  known("plan").isOneOf("free", "pro"),
  known("plan").isNoneOf(["free"]),
  known("plan").is(pulumi.output("pro" as const)),
  known("plan").exists(),
  known("age").is(18),
  known("age").isGreaterThan(18),
  known("age").isLessThan(number),
  known("age").elapsedMoreThan(days(1)),
  known("vip").is(true),
  known("name").is("anybody"),
  known("name").is(text),
  anyOf(known("plan").is("pro"), known("vip").doesNotExist()),
];
accept<SegmentArgs["filters"]>(ofCatalogue);
accept<Filters>([known("plan").is("pro"), known("age").isGreaterThan(18)]);

// @ts-expect-error the catalogue has no tag plna; write one of these: plan, age, vip, name
known("plna");
// @ts-expect-error the catalogue knows no such value of tag plan; write one of these: free, pro
known("plan").is("gold");
// @ts-expect-error the catalogue knows no such value of tag plan; write one of these: free, pro
known("plan").isOneOf("pro", "gold");
// @ts-expect-error the catalogue knows no such value of tag plan: it might be any text
known("plan").is(text);
// @ts-expect-error the catalogue knows no such value of tag age: numbers
known("age").is("18");
// @ts-expect-error the catalogue knows no such value of tag vip: true or false
known("vip").isNot("true");
// @ts-expect-error a tag of words has no order
known("plan").isGreaterThan(3);
// @ts-expect-error a tag of words holds no time
known("plan").elapsedMoreThan(days(1));

accept<StatsigArgs["rules"]>([
  rule(
    "Paying",
    { passPercentage: 33.33, environments: ["production", "staging"] },
    customField("plan").isOneOf("pro", "team"),
    { type: "os_version", operator: "version_gt", targetValueList: ["10.12.7", "9.8.7"] },
    { type: "unsupported_in_api", definition: "{}" },
  ),
  rule("Everybody else", { passPercentage: 0, environments: [] }),
]);

// @ts-expect-error there is no such condition
rule("Nobody", { passPercentage: 1 }, { type: "moon_phase", operator: "any", targetValue: "full" });
// @ts-expect-error neither 0 nor 100 is a small mistake
rule("Nobody", {}, customField("plan").is("pro"));
// @ts-expect-error environments are a list
rule("Nobody", { passPercentage: 1, environments: "production" });
