import * as pulumi from "@pulumi/pulumi";
import * as audiences from "pulumi-audiences";

// The first rule that matches somebody decides; its conditions must all hold.
const staff = new audiences.statsig.Segment("internal-staff", {
  type: "rule_based",
  description: "Whoever has an address of the company",
  rules: [
    {
      name: "Company addresses",
      passPercentage: 100,
      conditions: [
        {
          type: "email",
          operator: "str_contains_any",
          targetValueList: ["@example.com", "@example.org"],
        },
      ],
    },
  ],
});

// A list of ids: only what changes is sent, additions first.
const vips = new audiences.statsig.Segment("vip-customers", {
  type: "id_list",
  ids: ["customer-1", "customer-2"],
});

// The same from a file, of which Pulumi's state holds the count and a hash.
export const fromFile = new audiences.statsig.Segment("customers-of-a-file", {
  type: "id_list",
  idsFile: new pulumi.asset.FileAsset("ids.csv"),
  idsColumn: "customer",
}).idCount;

// A list that somebody else fills: its ids are neither read nor changed.
new audiences.statsig.Segment("kept-by-support", { type: "id_list", manageIds: false });

// Percentages in steps of 0.01, environments, and references to other segments.
export const beta = new audiences.statsig.Segment("beta-users", {
  type: "rule_based",
  idType: "userID",
  rules: [
    {
      name: "Staff",
      passPercentage: 100,
      conditions: [{ type: "passes_segment", targetValue: staff.segmentId }],
    },
    {
      name: "A third of the paying",
      passPercentage: 33.33,
      environments: ["production"],
      conditions: [
        { type: "custom_field", field: "plan", operator: "any", targetValueList: ["pro", "team"] },
        { type: "custom_field", field: "seats", operator: "gt", targetValue: 5 },
        { type: "fails_segment", targetValue: vips.segmentId },
      ],
    },
  ],
}).expression;

// Every other condition there is.
new audiences.statsig.Segment("every-condition", {
  type: "rule_based",
  onDelete: "archive",
  rules: [
    {
      name: "All of them",
      passPercentage: 0.01,
      conditions: [
        { type: "user_id", operator: "none", targetValueList: ["1", "2"] },
        { type: "unit_id", customID: "companyID", operator: "is_not_null" },
        { type: "app_version", operator: "version_gte", targetValue: "2.0.0" },
        { type: "browser_name", operator: "any", targetValueList: ["Firefox", "Chrome"] },
        { type: "browser_version", operator: "version_gt", targetValue: "94.0" },
        { type: "os_name", operator: "none", targetValue: "Windows" },
        { type: "os_version", operator: "version_lte", targetValue: "11.0.0" },
        { type: "country", operator: "any", targetValueList: ["NZ", "US"] },
        { type: "ip_address", operator: "none", targetValue: "1.1.1.1" },
        { type: "environment_tier", targetValue: "production" },
        { type: "custom_field", field: "build", operator: "version_lt", targetValue: "3.1" },
        {
          type: "custom_field",
          field: "since",
          operator: "before",
          targetValue: Date.UTC(2026, 0, 31),
        },
      ],
    },
  ],
});
