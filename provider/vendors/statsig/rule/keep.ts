/** Rules that stay keep the ids that Statsig gave them, by which its exposures and metrics know them. */
import type { Rule, Rules } from "./grammar";
import type { WireRule } from "./wire";

/**
 * A rule's `id` holds its percentage (`base:10.00:1`), so that it is only posted back while the percentage stays; the `baseID`
 * stays as long as the rule. Source: examples of Statsig's OpenAPI 20240601; that ids are kept when posted back is inferred.
 */
const withIds = (rule: Rule, known: WireRule): Rule => ({
  ...rule,
  ...(known.baseID === undefined ? {} : { baseID: known.baseID }),
  ...(known.id !== undefined && known.passPercentage === rule.passPercentage
    ? { id: known.id }
    : {}),
});

/** Matched by name; the first of two of one name goes to the first. */
export const keepIds = (rules: Rules, known: readonly WireRule[]): Rules => {
  const waiting = new Map<string, WireRule[]>();
  for (const rule of known) waiting.set(rule.name, [...(waiting.get(rule.name) ?? []), rule]);
  return rules.map((rule) => {
    const match = waiting.get(rule.name)?.shift();
    return match === undefined ? rule : withIds(rule, match);
  });
};
