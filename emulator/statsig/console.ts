import type { ConsoleSegment } from "./console-segment";

// Key and segments are made up: no such project exists at Statsig.

export const madeUpStatsigKey = "console-made_up_for_the_emulator_it_opens_nothing_anywhere_else";

/** What a team might have built in the console. */
export const demoProject: readonly ConsoleSegment[] = [
  {
    name: "Internal staff",
    description: "Whoever has an address of the company",
    tags: ["internal"],
    rules: [
      {
        name: "Company addresses",
        passPercentage: 100,
        conditions: [
          { type: "email", operator: "str_contains_any", targetValue: ["@example.com"] },
        ],
      },
    ],
  },
  {
    name: "Beta users",
    description: "A third of the paying customers, and all of the staff",
    rules: [
      {
        name: "Staff",
        passPercentage: 100,
        conditions: [{ type: "passes_segment", targetValue: "internal_staff" }],
      },
      {
        name: "Paying",
        passPercentage: 33.33,
        environments: ["production"],
        conditions: [
          { type: "custom_field", field: "plan", operator: "any", targetValue: ["pro", "team"] },
          { type: "custom_field", field: "seats", operator: "gt", targetValue: 5 },
        ],
      },
    ],
  },
  {
    name: "Old apps",
    rules: [
      {
        name: "Before 2.0",
        passPercentage: 100,
        conditions: [{ type: "app_version", operator: "version_lt", targetValue: "2.0.0" }],
      },
    ],
  },
  { name: "VIP customers", type: "id_list", ids: ["vip-1", "vip-2", "vip-3"] },
  { name: "Churned in spring", type: "analysis_list" },
];
