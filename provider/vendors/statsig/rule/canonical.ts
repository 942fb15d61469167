/**
 * What differs between two lists of rules, as paths into the program's own list. Rules are told apart by their names: the first
 * that matches a person decides, so that their order counts, while the order of conditions, values and environments does not.
 */
import { type Change, changesBetween, type Identity } from "../../../core/changes";
import type { Path } from "../../../core/path";
import { type Bag, hasUnknown, isBag, isList, type Value } from "../../../core/value";
import {
  conditionText,
  conditionTexts,
  environmentsOf,
  rulesText,
  ruleText,
  subjectOf,
} from "./identity";

const ofConditions: Identity = {
  text: (value) => (isBag(value) && !hasUnknown(value) ? conditionText(value) : undefined),
  tag: (condition) => subjectOf(condition),
};

const ofRules: Identity = {
  text: (value) => (isBag(value) && !hasUnknown(value) ? ruleText(value) : undefined),
  tag: ({ name }) => name,
};

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, index) => text === b[index]);

const conditionChanges = (old: Value, now: Value, path: Path): readonly Change[] =>
  !hasUnknown(old) && !hasUnknown(now) && sameTexts(conditionTexts(old), conditionTexts(now))
    ? []
    : changesBetween(ofConditions, old, now, path);

const environmentChanges = (old: Bag, now: Bag, path: Path): readonly Change[] => {
  if (hasUnknown(now["environments"])) return [{ path, kind: "update" }];
  if (sameTexts(environmentsOf(old), environmentsOf(now))) return [];
  if (environmentsOf(old).length === 0) return [{ path, kind: "add" }];
  return [{ path, kind: environmentsOf(now).length === 0 ? "delete" : "update" }];
};

/** Two rules of one name. */
const inRule = (old: Bag, now: Bag, path: Path): readonly Change[] => [
  ...(Number(old["passPercentage"]) === Number(now["passPercentage"])
    ? []
    : [{ path: [...path, "passPercentage"], kind: "update" as const }]),
  ...environmentChanges(old, now, [...path, "environments"]),
  ...conditionChanges(old["conditions"], now["conditions"], [...path, "conditions"]),
];

type Named = ReadonlyMap<string, { readonly rule: Bag; readonly index: number }>;

/** The rules by name; nothing when a name is not known yet, or names two. */
const byName = (rules: readonly Value[]): Named | undefined => {
  const named = new Map<string, { readonly rule: Bag; readonly index: number }>();
  for (const [index, rule] of rules.entries()) {
    if (!isBag(rule) || typeof rule["name"] !== "string") return undefined;
    named.set(rule["name"], { rule, index });
  }
  return named.size === rules.length ? named : undefined;
};

/** Rules that both lists have, in another order: each that stands after another one than before. */
const moved = (old: Named, now: Named): readonly Change[] => {
  const before = [...old.keys()].filter((name) => now.has(name));
  const after = [...now].filter(([name]) => old.has(name));
  return after.flatMap(([name, { index }], place) =>
    before[place] === name ? [] : [{ path: [index], kind: "update" as const }],
  );
};

const between = (old: Named, now: Named): readonly Change[] => {
  const kept = [...now].flatMap(([name, { rule, index }]): readonly Change[] => {
    const counterpart = old.get(name);
    return counterpart === undefined
      ? [{ path: [index], kind: "add" }]
      : inRule(counterpart.rule, rule, [index]);
  });
  const gone = [...old]
    .filter(([name]) => !now.has(name))
    .map(([, { index }]): Change => ({ path: [index], kind: "delete" }));
  const inside = new Set(kept.map(({ path }) => path[0]));
  return [...kept, ...moved(old, now).filter(({ path }) => !inside.has(path[0])), ...gone];
};

const asList = (rules: Value): readonly Value[] => (isList(rules) ? rules : []);

/** Absent and empty are the same: nobody passes. */
export const ruleChanges = (old: Value, now: Value): readonly Change[] => {
  const isKnown = !hasUnknown(old) && !hasUnknown(now);
  if (isKnown && rulesText(old) === rulesText(now)) return [];
  const [before, after] = [byName(asList(old)), byName(asList(now))];
  if (!isList(now) || !isList(old) || before === undefined || after === undefined) {
    return changesBetween(ofRules, old, now);
  }
  return between(before, after);
};
