// Before the first run:
//   pulumi config set --secret audiences:onesignalApiKey <App API key>
//   pulumi config set audiences:onesignalAppId <app id>
import { onesignal } from "pulumi-audiences/dynamic";

const regulars = new onesignal.Segment("regulars", {
  description: "Came back often, or pays",
  filters: [
    { field: "session_count", relation: ">", value: 10 },
    { operator: "OR" },
    { field: "tag", key: "plan", relation: "in_array", valueList: ["silver", "gold"] },
  ],
});

// The editor knows what each field allows: a country cannot be ">" another.
const nearby = new onesignal.Segment("nearby-regulars", {
  filters: [
    { field: "country", relation: "in_array", valueList: ["DE", "AT", "CH"] },
    { field: "last_session", relation: "<", hoursAgo: 24 * 7 },
    {
      anyOf: [
        { field: "session_count", relation: ">", value: 10 },
        { field: "tag", key: "plan", relation: "exists" },
      ],
    },
  ],
});

export const whoIsRegular = regulars.expression;
export const whoIsNearby = nearby.expression;
