/**
 * What each operator takes. Source: Statsig, "Rules" of the Console API; what is beyond it was accepted by the live API in a
 * test of a third party (spotify/confidence-ai-plugins, `migrate-statsig`, 2026-06) and is marked so.
 */
import { numberProblem, patternProblem, type Scalar, timeProblem, versionProblem } from "./scalar";

const SETS = ["any", "none"] as const;
const TEXTS = [...SETS, "str_contains_any", "str_contains_none"] as const;
const VERSIONS = ["version_lt", "version_gt", "version_lte", "version_gte"] as const;
const TIMES = ["before", "after", "on"] as const;
/** Accepted live, in no document of the API: operators of custom fields that hold a list. */
const ARRAYS = [
  "array_contains_any",
  "array_contains_none",
  "array_contains_all",
  "not_array_contains_all",
] as const;

/** The operators of each condition type. `str_matches` of an email was accepted live; prefix and suffix operators were not. */
export const operators = {
  user_id: SETS,
  email: [...TEXTS, "str_matches"],
  custom_field: [...TEXTS, "lt", "gt", ...VERSIONS, ...TIMES, ...ARRAYS],
  unit_id: [...TEXTS, "is_null", "is_not_null"],
  version: [...SETS, ...VERSIONS],
  named: SETS,
} as const;

type Words<K extends keyof typeof operators> = (typeof operators)[K][number];
export type Operator = Words<keyof typeof operators>;

/** How many values an operator compares with, and what each of them has to be. */
interface Operand {
  readonly arity: "none" | "one" | "some";
  readonly problem: (value: Scalar) => string | undefined;
  /** Whether values are the same when they are the same number, the same time, or only when they are the same text. */
  readonly compares: "text" | "number" | "time";
  /** Between the subject and the values of an expression. */
  readonly words: string;
}

const anything = (): undefined => undefined;

const some = (words: string, problem: Operand["problem"] = anything): Operand => ({
  arity: "some",
  problem,
  compares: "text",
  words,
});

const number = (words: string): Operand => ({
  arity: "one",
  problem: numberProblem,
  compares: "number",
  words,
});

const time = (words: string): Operand => ({
  arity: "one",
  problem: timeProblem,
  compares: "time",
  words,
});

const nothing = (words: string): Operand => ({
  arity: "none",
  problem: anything,
  compares: "text",
  words,
});

export const operands: { readonly [O in Operator]: Operand } = {
  any: some("is"),
  none: some("is not"),
  str_contains_any: some("contains"),
  str_contains_none: some("does not contain"),
  str_matches: some("matches", patternProblem),
  lt: number("is less than"),
  gt: number("is greater than"),
  version_lt: some("is before version", versionProblem),
  version_gt: some("is after version", versionProblem),
  version_lte: some("is at most version", versionProblem),
  version_gte: some("is at least version", versionProblem),
  before: time("is before"),
  after: time("is after"),
  on: time("is on the day of"),
  array_contains_any: some("holds"),
  array_contains_none: some("holds none of"),
  array_contains_all: some("holds all of"),
  not_array_contains_all: some("does not hold all of"),
  is_null: nothing("is missing"),
  is_not_null: nothing("is there"),
};

/** What an operator takes; one that this provider does not know is compared as text. */
export const operandOf = (operator: string): Operand =>
  Object.entries(operands).find(([word]) => word === operator)?.[1] ?? some(operator);
