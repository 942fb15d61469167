import type { DashboardSegment } from "./dashboard-segment";

// Ids and key below are made up: no such app, segment or account exists at OneSignal.

export const madeUpKey = "os_v2_app_made_up_for_the_emulator_it_opens_nothing_anywhere_else";

/** Two, so that moving a segment from one app to another can be tried. */
export const madeUpApps = [
  { id: "a11ce000-0e5d-4a99-8a00-000000000001", name: "Demo shop" },
  { id: "a11ce000-0e5d-4a99-8a00-000000000002", name: "Demo shop, staging" },
] as const;

const madeUpId = (number: number): string =>
  `5e93e700-0e5d-4a99-8a00-${String(number).padStart(12, "0")}`;

const days = (count: number): string => String(count * 24);

/**
 * What a shop might have built in the dashboard. The names of the first four are those of the vendor's guides
 * ("Segments"); that they are read only is a guess, since no page lists them.
 */
const shop: readonly DashboardSegment[] = [
  { name: "Subscribed Users", source: "default", read_only: true, filters: [] },
  {
    name: "Active Users",
    source: "default",
    read_only: true,
    filters: [{ field: "last_session", relation: "<", hours_ago: days(7) }],
  },
  {
    name: "Inactive Users",
    source: "default",
    read_only: true,
    filters: [{ field: "last_session", relation: ">", hours_ago: days(7) }],
  },
  {
    name: "Engaged Users",
    source: "quickstart",
    filters: [
      { field: "session_count", relation: ">", value: "2" },
      { operator: "AND" },
      { field: "tag", key: "level", relation: "=", value: "10" },
      { operator: "OR" },
      { field: "last_session", relation: "<", hours_ago: "24" },
    ],
  },
  {
    name: "VIP customers",
    description: "Gold plan, or more than 1,000 spent",
    filters: [
      { field: "tag", key: "plan", relation: "=", value: "gold" },
      { operator: "OR" },
      { field: "tag", key: "lifetime_value", relation: ">", value: "1000" },
    ],
  },
  {
    name: "Inactive 30 days",
    description: "For the win-back mail",
    filters: [{ field: "last_session", relation: ">", hours_ago: days(30) }],
  },
  {
    name: "German speakers in DACH",
    filters: [
      { field: "language", relation: "=", value: "de" },
      { operator: "AND" },
      { field: "country", relation: "in_array", value: "DE,AT,CH" },
    ],
  },
  {
    name: "Near the Berlin store",
    filters: [{ field: "location", radius: "5000", lat: "52.52", long: "13.40" }],
  },
  {
    name: "Trial ends within two days",
    filters: [
      { field: "tag", key: "trial_ends_at", relation: "time_elapsed_gt", value: "-172800" },
    ],
  },
  {
    name: "iPhone users on an old version",
    description: "The device filter can only be edited in the dashboard",
    filters: [
      { field: "app_version", relation: "<", value: "3.2.0" },
      { operator: "AND" },
      { field: "device_type", relation: "=", value: "iOS", unsupported_in_api: true },
    ],
  },
  {
    name: "Filled a cart, never bought",
    description: "Made of custom events",
    user_based: true,
    filters: [{ field: "custom_event", value: "cart_filled", unsupported_in_api: true }],
  },
  {
    name: "Black Friday last year",
    description: "Paused after the campaign",
    is_active: false,
    filters: [{ field: "tag", key: "campaign", relation: "=", value: "black-friday" }],
  },
  {
    name: "Welcome Journey entrants",
    in_active_journey: true,
    filters: [{ field: "first_session", relation: "<", hours_ago: "24" }],
  },
];

const staging: readonly DashboardSegment[] = [
  { name: "Subscribed Users", source: "default", read_only: true, filters: [] },
  { name: "Test devices", filters: [{ field: "tag", key: "tester", relation: "exists" }] },
];

/** The default set of the first and the second app, with ids that never change; further apps start empty. */
export const dashboardOf = (appIndex: number): readonly DashboardSegment[] =>
  ([shop, staging][appIndex] ?? []).map((segment, index) => ({
    ...segment,
    id: madeUpId(appIndex * 1000 + index + 1),
    created_at: new Date(Date.UTC(2025, 0, 6 + 9 * index, 9, 30, 0, 120 + index)).toISOString(),
  }));
