/** What the tests ask of a Push0 segment without a network. */
import { print } from "../../../provider/core/path";
import { sentence } from "../../../provider/core/problem";
import { resource } from "../../../provider/core/resource";
import type { Settings } from "../../../provider/core/setting";
import type { Bag, Value } from "../../../provider/core/value";
import { segment } from "../../../provider/vendors/push0/segment";

export const push0Segment = resource(segment);

const settings = { endpoint: "https://api.push0.com/v1", deleteRequest: "DELETE /segments" };

export const checked = (news: Bag, more: Settings = {}) =>
  push0Segment.check({
    news,
    olds: undefined,
    proposedName: "a-segment",
    settings: { ...settings, ...more },
  });

/** Failures as people read them. */
export const failures = (news: Bag): readonly string[] =>
  checked(news).failures.map((one) => `${print(one.path)} ${sentence(one, false)}`);

export const warnings = (constraints: Value): readonly string[] =>
  checked({ constraints }).warnings.map((one) => `${print(one.path)} ${sentence(one, false)}`);

export const failuresOf = (constraint: Bag): readonly string[] =>
  failures({ constraints: [{ type: "AND", constraints: [constraint] }] });

/** Changed paths between two inputs of a segment that exists. */
export const changed = (before: readonly Value[], after: readonly Value[]): readonly string[] => {
  const olds = { name: "a-segment", constraints: before };
  const news = { name: "a-segment", constraints: after };
  return push0Segment
    .diff({ olds, oldInputs: olds, news, ignoreChanges: [], settings })
    .changes.map(({ path, kind }) => `${kind} ${print(path)}`);
};
