/** The values inside a condition. What has to be a number may be written as one or as text, as the API itself takes both. */
import { checked, list, ScalarType, text } from "../../../core/codec";
import { limits } from "../limits";

export type Scalar = string | number;

const isScalar = (u: unknown): u is Scalar =>
  typeof u === "string" || (typeof u === "number" && Number.isFinite(u));

export const TargetValue = checked<Scalar>(
  "TargetValue",
  new ScalarType<Scalar>("TargetValue", ["string", "number"], isScalar, "must be text or a number"),
  (value) => (String(value) === "" ? "must not be empty" : undefined),
);

const SOME = { min: 1, max: Number.POSITIVE_INFINITY };

export const TargetValues = list("target values", TargetValue, SOME);

const named = (name: string, what: string) =>
  checked(name, text("must be text"), (value) => (value === "" ? what : undefined));

/** The key of a custom user attribute. */
export const Field = named("Field", "must be the name of a custom field");
export const UnitType = named(
  "UnitType",
  "must be a type of unit, such as `stableID` or `companyID`",
);

/** 0 to 100, in steps of 0.01: Statsig's evaluator sorts people into 10,000 buckets. */
export const PassPercentage = checked(
  "PassPercentage",
  new ScalarType<number>(
    "number",
    ["number"],
    (u): u is number => typeof u === "number",
    "must be a number from 0 to 100",
  ),
  (value) => {
    if (!(0 <= value && value <= 100)) return "must be from 0 to 100";
    const cents = value * 100;
    return Math.abs(cents - Math.round(cents)) < 1e-6
      ? undefined
      : "must have at most two decimals, for Statsig knows steps of 0.01 only";
  },
);

export const RuleName = checked("RuleName", text("must be text"), (value) => {
  const length = [...value].length;
  return value.trim() !== "" && length <= limits.ruleNameLength
    ? undefined
    : `must have 1 to ${limits.ruleNameLength} characters; it has ${length}`;
});

const DECIMAL = /^-?\d{1,15}(\.\d{1,15})?$/;

/** The number that `31`, `"31"` and `"31.0"` are, as one text; text that is no number stands for itself. */
export const numberText = (value: Scalar): string =>
  typeof value === "number" || DECIMAL.test(value) ? String(Number(value)) : value;

const SECONDS_END = 10_000_000_000;

/**
 * Unix milliseconds of a time that is written as milliseconds, as seconds (below 10^10) or as ISO 8601 text; not a number for
 * anything else. Source: the evaluator of statsig-io/node-js-server-sdk.
 */
export const milliseconds = (value: Scalar): number => {
  const number = Number(value);
  if (!Number.isNaN(number)) return Math.abs(number) < SECONDS_END ? number * 1000 : number;
  return Date.parse(String(value));
};

export const numberProblem = (value: Scalar): string | undefined =>
  typeof value === "number" || DECIMAL.test(value)
    ? undefined
    : "must be a number, for the operator compares numbers";

const VERSION = /^\d+(\.\d+)*(-.*)?$/;

export const versionProblem = (value: Scalar): string | undefined =>
  VERSION.test(String(value)) ? undefined : 'must be a version such as "1.10.2"';

export const timeProblem = (value: Scalar): string | undefined =>
  Number.isNaN(milliseconds(value))
    ? "must be a time: Unix milliseconds, or text such as 2026-01-31T08:00:00Z"
    : undefined;

export const patternProblem = (value: Scalar): string | undefined => {
  try {
    return new RegExp(String(value)) instanceof RegExp ? undefined : "";
  } catch {
    return "must be a regular expression of JavaScript, with which Statsig evaluates it";
  }
};
