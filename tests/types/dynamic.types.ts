/** What TypeScript refuses in a program that uses dynamic resources, and what it accepts. Only compiled, never run. */
import * as pulumi from "@pulumi/pulumi";
import { onesignal } from "../../provider/dynamic";

const { Segment } = onesignal;

// What the vendor's documents show is accepted as it stands, in Pulumi's spelling.
const vip = new Segment("vip", {
  filters: [
    { field: "tag", key: "plan", relation: "=", value: "pro" },
    { operator: "OR" },
    { field: "last_session", relation: ">", hoursAgo: 24.5 },
    { anyOf: [{ field: "country", relation: "in_array", valueList: ["DE", "AT"] }] },
    { allOf: [{ field: "app_version", relation: "=", value: "1.10" }] },
    { field: "location", radius: 10_000, lat: 52.5, long: 13.4 },
  ],
});

// So are outputs of other resources at any depth, filters made elsewhere, and inputs that are left open.
const days = pulumi.output(7);
const shared: onesignal.SegmentArgs["filters"] = [
  { field: "session_count", relation: ">", value: days.apply((count) => count * 2) },
  {
    anyOf: pulumi.output([
      { field: "tag" as const, key: "in", relation: "=" as const, value: "x" },
    ]),
  },
];
new Segment("shared", {
  name: pulumi.interpolate`shared-${days}`,
  description: undefined,
  adopt: pulumi.output(true),
  filters: shared,
});
new Segment("all-at-once", { filters: pulumi.output([{ operator: "OR" as const }]) });

// Outputs have the types that the codec promises.
vip.segmentId satisfies pulumi.Output<string>;
vip.readOnly satisfies pulumi.Output<boolean | undefined>;
vip.filters.apply(([first]) => first?.field);
vip satisfies pulumi.dynamic.Resource;
// @ts-expect-error there is no such output
vip.subscriberCount;

new Segment("wrong-relation", {
  filters: [
    // @ts-expect-error sessions were longer or shorter ago; nobody asks for the same second
    { field: "last_session", relation: "=", hoursAgo: 24 },
  ],
});

new Segment("another-field's-relation", {
  filters: [
    // @ts-expect-error countries have no order
    { field: "country", relation: ">", value: "DE" },
  ],
});

new Segment("wrong-relation-in-a-group", {
  filters: [
    // @ts-expect-error the same holds in a group
    { anyOf: [{ field: "language", relation: "exists", value: "de" }] },
  ],
});

new Segment("unknown-field", {
  filters: [
    // @ts-expect-error there is no such field
    { field: "shoe_size", relation: ">", value: 43 },
  ],
});

new Segment("missing-field", {
  filters: [
    // @ts-expect-error a condition needs its field; only operators and groups go without
    { relation: ">", value: 43 },
  ],
});

new Segment("misspelt-property", {
  filters: [
    // @ts-expect-error Pulumi's spelling is hoursAgo
    { field: "last_session", relation: ">", hours_ago: 24 },
  ],
});

new Segment("misspelt-input", {
  // @ts-expect-error there is no such input
  filter: [{ field: "country", relation: "=", value: "DE" }],
});

new Segment("number-for-text", {
  filters: [
    // @ts-expect-error a country is text
    { field: "country", relation: "=", value: 49 },
  ],
});

new Segment("text-for-list", {
  filters: [
    // @ts-expect-error several values are a list
    { field: "country", relation: "in_array", valueList: "DE,AT" },
  ],
});

// @ts-expect-error who is in the segment must be said
new Segment("nobody", { name: "nobody" });
