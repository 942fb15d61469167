/** What TypeScript refuses in a program that uses the generated SDK, and what it accepts. Only compiled, never run. */
import * as pulumi from "@pulumi/pulumi";
import { onesignal, Provider, type types } from "../../sdk/nodejs";

const { Segment } = onesignal;
type Filters = types.input.onesignal.AnyOfFilterArgs["anyOf"];

// What the vendor's documents show is accepted as it stands, in Pulumi's spelling.
new Segment("vip", {
  filters: [
    { field: "tag", key: "plan", relation: "=", value: "pro" },
    { operator: "OR" },
    { field: "last_session", relation: ">", hoursAgo: 24.5 },
    { anyOf: [{ field: "country", relation: "in_array", valueList: ["DE", "AT"] }] },
    { field: "location", radius: 10_000, lat: 52.5, long: 13.4 },
  ],
});

// So are the names of enums, outputs of other resources, and lists made elsewhere.
const days = pulumi.output(7);
const shared: Filters = [
  {
    field: "session_count",
    relation: onesignal.SessionCountRelation.GreaterThan,
    value: days.apply((count) => count * 2),
  },
];
new Segment("shared", { name: pulumi.interpolate`shared-${days}`, filters: shared });

new Segment("wrong-relation", {
  filters: [
    // @ts-expect-error sessions were longer or shorter ago; nobody asks for the same second
    { field: "last_session", relation: "=", hoursAgo: 24 },
  ],
});

new Segment("another-field's-relation", {
  filters: [
    // @ts-expect-error countries have no order
    { field: "country", relation: onesignal.SessionCountRelation.GreaterThan, value: "DE" },
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

new Segment("wrong-operator", {
  filters: [
    // @ts-expect-error there is OR and AND
    { operator: "XOR" },
  ],
});

new Segment("operator-in-group", {
  // @ts-expect-error a group says by its own name how its members are joined
  filters: [{ anyOf: [{ operator: "OR" }] }],
});

new Segment("wrong-at-depth", {
  // @ts-expect-error the relation of a session, three groups deep
  filters: [{ anyOf: [{ allOf: [{ anyOf: [{ field: "first_session", relation: "exists" }] }] }] }],
});

// @ts-expect-error a segment without filters is everybody, which OneSignal does not allow
new Segment("no-filters", {});

// @ts-expect-error a setting of no vendor
new Provider("elsewhere", { onesignalKey: "secret" });

// What comes back is typed as well.
const { createdAt, filters, name } = new Segment("typed", { filters: shared });
name.apply((text) => text.toUpperCase());
// @ts-expect-error OneSignal may not have said when
createdAt.apply((text) => text.toUpperCase());
filters.apply((list) =>
  list.map((filter) => (filter.field === "tag" ? filter.key : filter.field?.toUpperCase())),
);
// @ts-expect-error not every filter has a key
filters.apply((list) => list.map((filter) => filter.key));
