import type { DashboardSegment } from "./dashboard-segment";

// Key and ids below are made up: no such account or segment exists at Push0.

export const madeUpPush0Key = "push0_made_up_for_the_emulator_it_opens_nothing_anywhere_else";

/**
 * What an account seems to start with: "Segments List" shows both with the moment at which the account's test applications were
 * made. Whether they can be changed or deleted is not documented.
 */
const fromTheStart: readonly DashboardSegment[] = [
  {
    id: "sg_MadeUpSegmentAll00001",
    name: "All",
    description: "Targeting all devices",
    constraints: [],
    isDefault: true,
  },
  {
    id: "sg_MadeUpSegmentSamsung1",
    name: "All Samsung devices",
    description: "Targeting all Samsung devices",
    constraints: [
      {
        type: "OR",
        constraints: [{ field: "deviceManufacturer", relation: "==", value: "Samsung" }],
      },
    ],
    isDefault: true,
  },
];

export const dashboard: readonly DashboardSegment[] = fromTheStart.map((segment, index) => ({
  ...segment,
  createdAt: Date.UTC(2026, 1, 23, 12, 55, 12, 573 + 2 * index),
}));
