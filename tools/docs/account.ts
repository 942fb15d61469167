/** Ten segments as a shop might have them, for the documents to show. Ids and names are made up. */
import type { Emulator } from "../../emulator";

const id = (number: number): string =>
  `5e93e700-0e5d-4a99-8a00-${String(number).padStart(12, "0")}`;

const days = (count: number): string => String(count * 24);

const pro = { field: "tag", key: "plan", relation: "in_array", value: "pro,team" };
const and = { operator: "AND" };
const or = { operator: "OR" };

const onesignal = [
  {
    id: id(101),
    name: "Paying customers",
    description: "Whoever has a plan that costs something",
    filters: [pro],
  },
  {
    id: id(102),
    name: "Win-back 💌",
    description: "Paid, and not seen for a week",
    filters: [
      pro,
      and,
      { field: "last_session", relation: ">", hours_ago: days(7) },
      and,
      { field: "last_session", relation: "<", hours_ago: days(30) },
    ],
  },
  {
    id: id(103),
    name: "Kunden in der Nähe",
    filters: [
      { field: "location", radius: "5000", lat: "52.52", long: "13.405" },
      and,
      { field: "language", relation: "=", value: "de" },
    ],
  },
  {
    id: id(104),
    name: "DACH: new or keen",
    filters: [
      { field: "country", relation: "in_array", value: "DE,AT,CH" },
      and,
      { field: "first_session", relation: "<", hours_ago: days(2) },
      or,
      { field: "country", relation: "in_array", value: "DE,AT,CH" },
      and,
      { field: "session_count", relation: ">", value: "20" },
      and,
      pro,
    ],
  },
  {
    id: id(105),
    name: "Trial ends within two days",
    filters: [{ field: "tag", key: "trial_ends", relation: "time_elapsed_gt", value: "-172800" }],
  },
  {
    id: id(106),
    name: "Old iPhone app",
    description: "The device filter can be changed in the dashboard only",
    filters: [
      { field: "app_version", relation: "<", value: "3.2.0" },
      and,
      { field: "device_type", relation: "=", value: "iOS", unsupported_in_api: true },
    ],
  },
];

const staff = { type: "email", operator: "str_contains_any", targetValue: ["@example.com"] };

const statsig = [
  {
    name: "Beta testers",
    description: "All of the staff, and a third of the paying customers in Europe",
    rules: [
      { name: "Staff", passPercentage: 100, conditions: [staff] },
      {
        name: "Paying",
        passPercentage: 33.33,
        environments: ["production"],
        conditions: [
          { type: "custom_field", field: "plan", operator: "any", targetValue: ["pro", "team"] },
          { type: "country", operator: "any", targetValue: ["DE", "FR", "PL"] },
        ],
      },
    ],
  },
  {
    name: "Internal",
    tags: ["staff"],
    rules: [{ name: "Staff", passPercentage: 100, conditions: [staff] }],
  },
];

const push0 = [
  {
    id: "sg_MadeUpRegularsOnPhones",
    name: "Regulars on phones",
    description: "Came back at least 20 times",
    constraints: [
      {
        type: "OR",
        constraints: [
          { field: "type", relation: "==", value: "phone" },
          { field: "type", relation: "==", value: "tablet" },
        ],
      },
      { type: "AND", constraints: [{ field: "sessionCount", relation: ">=", value: "20" }] },
      {
        type: "AND",
        constraints: [{ field: "lastSession", relation: ">", value: "1767225600000" }],
      },
    ],
  },
  {
    id: "sg_MadeUpGalaxyOrPolish00",
    name: "Galaxy, or Polish",
    constraints: [
      {
        type: "OR",
        constraints: [
          { field: "deviceModel", relation: "contains", value: "Galaxy" },
          { field: "language", relation: "==", value: "pol" },
        ],
      },
    ],
  },
];

export const fillAccounts = (emulator: Emulator): void => {
  emulator.seed({ segments: onesignal });
  emulator.seed({ vendor: "statsig", segments: statsig });
  emulator.seed({ vendor: "push0", segments: push0 });
};
