/** What compiles and what does not, of the builders for Statsig and Push0. `tsc` is the test. */
import * as pulumi from "@pulumi/pulumi";
import * as push from "../../provider/vendors/push0/builder";
import {
  appVersion,
  country,
  customField,
  customFields,
  email,
  inSegment,
  rule,
  unitId,
} from "../../provider/vendors/statsig/builder";
import type { SegmentArgs as Push0Args } from "../../sdk/nodejs/push0";
import type { SegmentArgs } from "../../sdk/nodejs/statsig";

const accept = <T>(_value: T): void => {};

const text = pulumi.output("pro");
const number = pulumi.output(7);

const rules = [
  rule("Everybody", { passPercentage: 33.33 }),
  rule(
    "Paying",
    { passPercentage: number, environments: ["production", text] },
    customField("plan").isOneOf("pro", text),
    customField("age").isGreaterThan(number),
    customField("since").asTime.isBefore(new Date(0)),
    customField("build").asVersion.isAtLeast("1.2"),
    email.contains("@example.com"),
    unitId("companyID").exists(),
    appVersion.isAtLeast(text),
    inSegment(text),
    { type: "country", operator: "any", targetValue: "DE" },
  ),
];
accept<SegmentArgs["rules"]>(rules);

// @ts-expect-error how many pass has no default
rule("Paying", {}, country.is("DE"));
// @ts-expect-error a percentage is a number
rule("Paying", { passPercentage: "50" });
// @ts-expect-error at least one country
country.isOneOf();
// @ts-expect-error text has no order as a number
customField("age").isGreaterThan("17");
// @ts-expect-error there is no such operator of countries
rule("x", { passPercentage: 1 }, { type: "country", operator: "gt", targetValue: "DE" });

// With a catalogue, custom fields and their values are known.
const known = customFields<{ plan: "free" | "pro"; age: number; name: string }>();
accept<SegmentArgs["rules"]>([
  rule(
    "Known",
    { passPercentage: 100 },
    known("plan").is("pro"),
    known("plan").isNoneOf(["free"]),
    known("plan").is(pulumi.output("pro" as const)),
    known("age").isGreaterThan(17),
    known("age").asTime.isAfter(new Date(0)),
    known("name").is(text),
    known("name").contains("a"),
    known("name").asVersion.isAtLeast("2.0"),
  ),
]);
// @ts-expect-error the catalogue has no field plna; write one of these: plan, age, name
known("plna");
// @ts-expect-error the catalogue knows no such value of field plan; write one of these: free, pro
known("plan").is("gold");
// @ts-expect-error the catalogue knows no such value of field plan; write one of these: free, pro
known("plan").isOneOf("pro", "gold");
// @ts-expect-error the catalogue knows no such value of field plan: it might be any text
known("plan").is(text);
// @ts-expect-error the catalogue knows no such value of field age: numbers
known("age").is("18");
// @ts-expect-error a field of words has no order
known("plan").isGreaterThan(3);
// @ts-expect-error nothing is searched in a number
known("age").contains("1");

accept<Push0Args["constraints"]>([
  push.allOf(
    push.country.is("PL"),
    push.email.endsWith(text),
    push.sessionCount.isAtLeast(number),
    push.lastSession.isBefore(new Date(0)),
    push.lastSession.isAfter(text),
  ),
  push.deviceType.isOneOf("phone", "tablet"),
  { type: "OR", constraints: [{ field: "email", relation: "exists" }] },
]);
// @ts-expect-error there are four types of device
push.deviceType.is("watch");
// @ts-expect-error a time is no object but a Date
push.lastSession.isBefore({});
// @ts-expect-error a number of sessions is no text with letters
push.sessionCount.isAtLeast({});
