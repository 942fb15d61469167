import type * as t from "io-ts";
import { checked, closed, list, text } from "../../../core/codec";
import { variants } from "../../../core/variants";
import { conditions, UnsupportedCondition } from "./condition";
import { PassPercentage, RuleName } from "./scalar";

const NOT_HERE = "cannot be written into a segment";

/** Types that people have reason to try, and what to do instead. Source: Statsig, "Rules" of the Console API. */
const refusals = {
  public: `${NOT_HERE}. Leave \`conditions\` empty to mean everybody`,
  passes_gate: `${NOT_HERE}, only into gates. Use \`passes_segment\`, or put the segment into the gate`,
  fails_gate: `${NOT_HERE}, only into gates. Use \`fails_segment\`, or put the segment into the gate`,
  time: `${NOT_HERE}, only into gates. Use a \`custom_field\` that holds a time, with \`before\` or \`after\``,
  locale: `${NOT_HERE}: the API only shows it. Keep the locale in a custom field`,
  url: `${NOT_HERE}: the API only shows it`,
  javascript: `${NOT_HERE}: the API only shows it`,
  device_model: `${NOT_HERE}: the API only shows it. Keep the model in a custom field`,
  target_app: `${NOT_HERE}: the API only shows it`,
};

export const Condition = variants(
  "Condition",
  "type",
  { ...conditions, unsupported_in_api: UnsupportedCondition },
  {},
  refusals,
  ["unsupported_in_api"],
);
export type Condition = t.TypeOf<typeof Condition>;

const Environment = checked("Environment", text("must be text"), (value) =>
  value.trim() === "" ? "must be the name of an environment, such as `production`" : undefined,
);

const ANY_NUMBER = { min: 0, max: Number.POSITIVE_INFINITY };

export const Rule = closed(
  "Rule",
  {
    name: RuleName,
    passPercentage: PassPercentage,
    conditions: list("conditions", Condition, ANY_NUMBER),
  },
  {
    environments: list("environments", Environment, ANY_NUMBER),
    id: text("must be text"),
    baseID: text("must be text"),
  },
  ["returnValue"],
);
export type Rule = t.TypeOf<typeof Rule>;

export const Rules = list("rules", Rule, ANY_NUMBER);
export type Rules = readonly Rule[];
