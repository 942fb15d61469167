import type { Scope } from "../../core/lifecycle";
import type { CheckFailure } from "../../core/problem";
import type { Bag } from "../../core/value";
import { isUuid } from "./codec";
import { filterProblems } from "./filter/problems";

const appProblems = (inputs: Bag, { settings }: Scope): readonly CheckFailure[] => {
  const said = inputs["appId"];
  const setting = settings["appId"];
  if (said !== undefined) return [];
  if (setting === undefined) {
    const problem =
      "is required: write it here, or set it for all segments with `pulumi config set audiences:onesignalAppId …` or ONESIGNAL_APP_ID";
    return [{ path: ["appId"], problem }];
  }
  const problem = "as set by audiences:onesignalAppId or ONESIGNAL_APP_ID must be a UUID";
  return isUuid(setting) ? [] : [{ path: ["appId"], problem, got: setting }];
};

const nameProblems = (inputs: Bag): readonly CheckFailure[] =>
  inputs["name"] === undefined
    ? [{ path: ["name"], problem: "is required, because the stack's autonaming gives no names" }]
    : [];

/** What the codec cannot say of a segment's inputs. */
export const problems = (inputs: Bag, scope: Scope): readonly CheckFailure[] => [
  ...appProblems(inputs, scope),
  ...nameProblems(inputs),
  ...filterProblems(inputs["filters"]).map((failure) => ({
    ...failure,
    path: ["filters", ...failure.path],
  })),
];
