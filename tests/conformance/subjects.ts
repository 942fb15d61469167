import type { Emulator } from "../../emulator";
import type { Subject } from "./host";

const rowsOf = async (
  emulator: Emulator,
): Promise<readonly { readonly id: string; readonly source?: string }[]> => {
  const response = await fetch(`${emulator.url}/apps/${emulator.apps[0]?.id}/segments`, {
    headers: { authorization: `Key ${emulator.apiKey}` },
  });
  const { segments } = (await response.json()) as { segments: readonly { readonly id: string }[] };
  return segments;
};

const pro = { field: "tag", key: "plan", relation: "=", value: "pro" };
const quiet = { field: "last_session", relation: ">", hoursAgo: 168 };

const onesignal: Subject = {
  token: "audiences:onesignal:Segment",
  vendor: "onesignal",
  settings: (emulator) => ({
    onesignalApiKey: emulator.apiKey,
    onesignalAppId: emulator.apps[0]?.id ?? "",
    onesignalEndpoint: emulator.url,
  }),
  one: { description: "as declared", filters: [pro, quiet] },
  respelled: {
    description: "as declared",
    filters: [{ ...quiet, hoursAgo: "168.0" }, { operator: "AND" }, pro, pro],
  },
  other: { filters: [pro, { ...quiet, hoursAgo: 336 }] },
  wrong: {
    filters: [
      { ...pro, relation: "==" },
      { field: "country", relation: "=", value: "uk" },
    ],
  },
  wrongAt: ["filters[0].relation", "filters[1].value"],
  count: async (emulator) => (await rowsOf(emulator)).length,
  deleteBehindBack: async (emulator) => {
    for (const { id } of await rowsOf(emulator)) emulator.edit({ id, delete: true });
  },
};

const push0Rows = async (emulator: Emulator): Promise<readonly { readonly id: string }[]> => {
  const response = await fetch(`${emulator.url}/v1/segments?page=1&limit=100`, {
    headers: {
      authorization: `Bearer ${emulator.push0ApiKey}`,
      "content-type": "application/json",
    },
  });
  return (await response.json()) as readonly { readonly id: string }[];
};

const samsung = { field: "deviceManufacturer", relation: "==", value: "Samsung" };
const faithful = { field: "sessionCount", relation: ">=", value: 20 };

const push0: Subject = {
  token: "audiences:push0:Segment",
  vendor: "push0",
  settings: (emulator) => ({
    push0ApiKey: emulator.push0ApiKey,
    push0Endpoint: `${emulator.url}/v1`,
  }),
  one: {
    description: "as declared",
    constraints: [{ type: "AND", constraints: [samsung, faithful] }],
  },
  respelled: {
    description: "as declared",
    constraints: [
      { type: "OR", constraints: [{ ...faithful, value: "20" }] },
      { type: "AND", constraints: [samsung, samsung] },
    ],
  },
  other: { constraints: [{ type: "AND", constraints: [samsung, { ...faithful, value: 30 }] }] },
  wrong: {
    constraints: [
      {
        type: "AND",
        constraints: [
          { ...samsung, relation: "EQUALS" },
          { ...faithful, value: 1.5 },
        ],
      },
    ],
  },
  wrongAt: ["constraints[0].constraints[0].relation", "constraints[0].constraints[1].value"],
  count: async (emulator) => (await push0Rows(emulator)).length,
  deleteBehindBack: async (emulator) => {
    for (const { id } of await push0Rows(emulator))
      emulator.edit({ vendor: "push0", id, delete: true });
  },
};

const statsigRows = async (emulator: Emulator): Promise<readonly { readonly id: string }[]> => {
  const response = await fetch(`${emulator.url}/console/v1/segments?limit=100&page=1`, {
    headers: { "statsig-api-key": emulator.statsigApiKey },
  });
  const { data } = (await response.json()) as { data: readonly { readonly id: string }[] };
  return data;
};

const rule = (passPercentage: number, conditions: readonly object[]): object => ({
  name: "Pro, and old enough",
  passPercentage,
  conditions,
});

const paying = { type: "custom_field", field: "plan", operator: "any", targetValue: "pro" };
const payingAsList = {
  type: "custom_field",
  field: "plan",
  operator: "any",
  targetValueList: ["pro"],
};
const grown = { type: "custom_field", field: "age", operator: "gt", targetValue: 31 };

const statsig: Subject = {
  token: "audiences:statsig:Segment",
  vendor: "statsig",
  settings: (emulator) => ({
    statsigApiKey: emulator.statsigApiKey,
    statsigEndpoint: emulator.url,
  }),
  one: { type: "rule_based", description: "as declared", rules: [rule(33.33, [paying, grown])] },
  respelled: {
    type: "rule_based",
    description: "as declared",
    rules: [rule(33.33, [{ ...grown, targetValue: "31" }, payingAsList])],
  },
  other: { type: "rule_based", description: "as declared", rules: [rule(0.01, [paying])] },
  wrong: {
    type: "rule_based",
    rules: [rule(33.333, [{ ...paying, operator: "version_gt_" }])],
  },
  wrongAt: ["rules[0].passPercentage", "rules[0].conditions[0].operator"],
  count: async (emulator) => (await statsigRows(emulator)).length,
  deleteBehindBack: async (emulator) => {
    for (const { id } of await statsigRows(emulator))
      emulator.edit({ vendor: "statsig", id, delete: true });
  },
};

/** Every vendor of the registry, by its name; a test holds the two against each other. */
export const subjects: { readonly [vendor: string]: Subject } = {
  onesignal,
  statsig,
  push0,
};
