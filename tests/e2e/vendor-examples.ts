/** The request bodies that the vendors' documents print, as inputs of a program; what they are to lead to. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./stage";

export interface Example {
  readonly id: string;
  readonly vendor: string;
  readonly operation: string;
  readonly expect: "accept" | "legacy-or-unknown";
  readonly body: unknown;
}

export const examples = JSON.parse(
  readFileSync(join(root, "tests/fixtures/vendor-examples.json"), "utf8"),
) as readonly Example[];

type Inputs = Readonly<Record<string, unknown>>;

/** How a vendor's bodies are written as inputs, and where and why those that only older documents have are refused. */
interface Reading {
  readonly inputs: (example: Example) => Inputs;
  readonly refusals: { readonly [id: string]: RegExp };
}

const renamed = (names: Inputs, bag: Inputs): Inputs =>
  Object.fromEntries(Object.entries(bag).map(([key, value]) => [names[key] ?? key, value]));

const bags = (value: unknown): readonly Inputs[] => (Array.isArray(value) ? value : []);

/** The vendor's spelling in ours: `hours_ago` becomes `hoursAgo`. Updates need not say a name or filters. */
const onesignal: Reading = {
  inputs: ({ body }) => {
    const { name: _, id: segmentId, filters, ...rest } = Object(body);
    const anything = [{ field: "session_count", relation: ">", value: "1" }];
    const spelled = bags(filters ?? anything).map((one) => renamed({ hours_ago: "hoursAgo" }, one));
    return { ...rest, segmentId, filters: spelled };
  },
  refusals: {
    "onesignal-001": /property filters\[4\]\.value .*write `hoursAgo` instead/,
    "onesignal-004": /property filters\[4\]\.field .*v9 \(2021\)/,
    "onesignal-023": /property filters\[1\]\.field .*it is a filter of messages/,
  },
};

const several = (condition: Inputs): Inputs =>
  Array.isArray(condition["targetValue"])
    ? renamed({ targetValue: "targetValueList" }, condition)
    : condition;

const rulesOf = (rules: unknown): unknown =>
  Array.isArray(rules)
    ? bags(rules).map((rule) => ({ ...rule, conditions: bags(rule["conditions"]).map(several) }))
    : rules;

/** Bodies of `/conditional` are rules, and those of the lists are ids. */
const statsig: Reading = {
  inputs: ({ body, operation }) => {
    if (operation === "update-rules") return { type: "rule_based", rules: rulesOf(body) };
    if (operation !== "create") return { type: "id_list", ...Object(body) };
    const { rules, ...rest }: Inputs = Object(body);
    const said = renamed({ id: "segmentId", creatorID: "creatorId" }, rest);
    return rules === undefined ? said : { ...said, rules: rulesOf(rules) };
  },
  refusals: { "statsig-042": /property rules .*must be a list/ },
};

const push0: Reading = {
  inputs: ({ body }) => Object(body),
  refusals: {
    "push0-075":
      /property constraints\[1\]\.constraints\[0\]\.relation .*is written "==": an example of Push0's page has EQUALS/,
    "push0-077": /property constraints .*must have at least one group.*segment "All"/,
  },
};

export const readings: { readonly [vendor: string]: Reading } = { onesignal, statsig, push0 };
