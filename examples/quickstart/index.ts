import * as audiences from "pulumi-audiences";

// Paying customers who have not opened the app for a week: whom the win-back mail is for.
const lapsing = new audiences.onesignal.Segment("lapsing-customers", {
  description: "For the win-back mail",
  filters: [
    { field: "tag", key: "plan", relation: "in_array", valueList: ["pro", "team"] },
    { field: "last_session", relation: ">", hoursAgo: 168 },
  ],
});

export const who = lapsing.expression;
