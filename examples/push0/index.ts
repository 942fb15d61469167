import * as audiences from "pulumi-audiences";

// Groups are joined by AND; inside a group its type decides.
new audiences.push0.Segment("samsung", {
  description: "All Samsung devices",
  constraints: [
    {
      type: "OR",
      constraints: [{ field: "deviceManufacturer", relation: "==", value: "Samsung" }],
    },
  ],
});

// Numbers are numbers, and times are Unix milliseconds or ISO 8601.
new audiences.push0.Segment("faithful", {
  description: "Many sessions, and one since the new year",
  constraints: [
    {
      type: "AND",
      constraints: [
        { field: "sessionCount", relation: ">=", value: 20 },
        { field: "lastSession", relation: ">=", value: "2026-01-01" },
      ],
    },
  ],
});

// "One of several" is a group of type OR; "none of several" is a group of type AND.
new audiences.push0.Segment("central-europe-phones", {
  constraints: [
    {
      type: "OR",
      constraints: [
        { field: "country", relation: "==", value: "PL" },
        { field: "country", relation: "==", value: "CZ" },
        { field: "country", relation: "==", value: "SK" },
      ],
    },
    {
      type: "AND",
      constraints: [
        { field: "type", relation: "==", value: "phone" },
        { field: "appVersion", relation: "!=", value: "1.0.0" },
        { field: "appVersion", relation: "!=", value: "1.0.1" },
      ],
    },
  ],
});

export const reachable = new audiences.push0.Segment("reachable", {
  description: "Known to the backend, and still registered",
  constraints: [
    {
      type: "AND",
      constraints: [
        { field: "customUserId", relation: "exists" },
        { field: "pushToken", relation: "exists" },
      ],
    },
  ],
}).expression;
