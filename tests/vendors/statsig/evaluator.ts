/**
 * Who passes, as Statsig's server SDK decides it (`Evaluator.ts` of statsig-io/node-js-server-sdk): the first rule that matches.
 * Knows nothing of the provider, so that it can disagree about what is the same.
 */
import type { Condition, Rule } from "./arbitrary";

export interface Person {
  /** What each condition looks at: by type, or by field and unit. */
  readonly [subject: string]: string | number | undefined;
}

const compare = (a: string, b: string): number => {
  const [left, right] = [a, b].map((text) => text.split("-")[0]?.split(".").map(Number) ?? []);
  for (let i = 0; i < Math.max(left?.length ?? 0, right?.length ?? 0); i += 1) {
    const step = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (step !== 0) return step;
  }
  return 0;
};

const day = (value: string): string => new Date(Number(value)).toDateString();

type Test = (has: string, wanted: string) => boolean;

const tests: Readonly<Record<string, Test>> = {
  any: (has, wanted) => has.toLowerCase() === wanted.toLowerCase(),
  str_contains_any: (has, wanted) => has.toLowerCase().includes(wanted.toLowerCase()),
  str_matches: (has, wanted) => new RegExp(wanted).test(has),
  lt: (has, wanted) => Number(has) < Number(wanted),
  gt: (has, wanted) => Number(has) > Number(wanted),
  version_lt: (has, wanted) => compare(has, wanted) < 0,
  version_gt: (has, wanted) => compare(has, wanted) > 0,
  version_lte: (has, wanted) => compare(has, wanted) <= 0,
  version_gte: (has, wanted) => compare(has, wanted) >= 0,
  before: (has, wanted) => Number(has) < Number(wanted),
  after: (has, wanted) => Number(has) > Number(wanted),
  on: (has, wanted) => day(has) === day(wanted),
  array_contains_any: (has, wanted) => has.split("|").includes(wanted),
  passes: (has, wanted) => has.split("|").includes(wanted),
};

const valuesOf = ({ targetValue, targetValueList }: Condition): readonly string[] =>
  (Array.isArray(targetValueList) ? targetValueList : [targetValue]).map(String);

const subjectOf = ({ type, field, customID }: Condition): string =>
  String(field ?? customID ?? (type.endsWith("_segment") ? "segments" : type));

const holds = (condition: Condition, person: Person): boolean => {
  const has = String(person[subjectOf(condition)] ?? "");
  const values = valuesOf(condition);
  const some = (test: string) => values.some((value) => tests[test]?.(has, value) === true);
  if (condition.type === "passes_segment") return some("passes");
  if (condition.type === "fails_segment") return !some("passes");
  switch (condition["operator"] ?? "any") {
    case "none":
      return !some("any");
    case "str_contains_none":
      return !some("str_contains_any");
    case "is_null":
      return has === "";
    case "is_not_null":
      return has !== "";
    case "array_contains_all":
      return values.every((value) => has.split("|").includes(value));
    default:
      return some(String(condition["operator"] ?? "any"));
  }
};

/** The percentage of the rule that decides about a person in an environment; -1 when none does. */
export const decide = (rules: readonly Rule[], person: Person, environment: string): number => {
  const rule = rules.find(
    ({ environments = [], conditions }) =>
      (environments.length === 0 || environments.includes(environment)) &&
      conditions.every((condition) => holds(condition, person)),
  );
  return rule?.passPercentage ?? -1;
};
