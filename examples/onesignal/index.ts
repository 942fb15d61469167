import * as audiences from "pulumi-audiences";

// One segment for each of the nine fields that OneSignal filters on.
new audiences.onesignal.Segment("tagged", {
  filters: [{ field: "tag", key: "plan", relation: "=", value: "pro" }],
});

new audiences.onesignal.Segment("tag-holds-a-time", {
  description: "Trial ended more than two days ago: the tag holds a Unix time in seconds",
  filters: [{ field: "tag", key: "trial_ends_at", relation: "time_elapsed_gt", value: 172_800 }],
});

new audiences.onesignal.Segment("gone-quiet", {
  filters: [{ field: "last_session", relation: ">", hoursAgo: 30 * 24 }],
});

new audiences.onesignal.Segment("newcomers", {
  filters: [{ field: "first_session", relation: "<", hoursAgo: 24.5 }],
});

new audiences.onesignal.Segment("regulars", {
  filters: [{ field: "session_count", relation: ">", value: 20 }],
});

new audiences.onesignal.Segment("a-day-in-the-app", {
  filters: [{ field: "session_time", relation: ">", value: 86_400 }],
});

new audiences.onesignal.Segment("german-speakers", {
  filters: [{ field: "language", relation: "=", value: "de" }],
});

new audiences.onesignal.Segment("old-versions", {
  filters: [{ field: "app_version", relation: "in_array", valueList: ["1.0.0", "1.0.1"] }],
});

new audiences.onesignal.Segment("near-the-store", {
  filters: [{ field: "location", radius: 5_000, lat: 52.52, long: 13.4 }],
});

new audiences.onesignal.Segment("dach", {
  filters: [{ field: "country", relation: "in_array", valueList: ["DE", "AT", "CH"] }],
});

// Alternatives: AND binds tighter than OR, as in the dashboard.
new audiences.onesignal.Segment("vip-or-regular", {
  filters: [
    { field: "tag", key: "plan", relation: "=", value: "gold" },
    { operator: "OR" },
    { field: "session_count", relation: ">", value: 100 },
    { field: "country", relation: "!=", value: "US" },
  ],
});

// Groups, which OneSignal itself does not have: the provider expands them to the flat list.
export const expanded = new audiences.onesignal.Segment("buyers-in-dach", {
  filters: [
    {
      anyOf: [
        { field: "tag", key: "plan", relation: "=", value: "pro" },
        { field: "tag", key: "lifetime_value", relation: ">", value: 1000 },
      ],
    },
    { field: "country", relation: "in_array", valueList: ["DE", "AT", "CH"] },
  ],
}).expression;
