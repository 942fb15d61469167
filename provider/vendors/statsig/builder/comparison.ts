/** What subjects have in common: how each operator is called, and the plain condition that it makes. */

import { type Input, listed } from "../../../core/input";
import type { Operator } from "../rule/operator";

export type Scalar = string | number;

/** A condition on `S` that compares with one value. */
const one =
  <const S extends object, const O extends Operator>(subject: S, operator: O) =>
  <T>() =>
  <const V extends Input<T>>(value: V) => ({ ...subject, operator, targetValue: value });

/** A condition on `S` that compares with several values, given one by one or as a list. */
const some =
  <const S extends object, const O extends Operator>(subject: S, operator: O) =>
  <T>() =>
  <const V extends Input<T>, const W extends readonly Input<T>[]>(
    first: V | readonly V[],
    ...more: W
  ) => ({ ...subject, operator, targetValueList: listed<V | W[number]>(first, more) });

/** One of these, or none of them. */
export const choice = <const S extends object>(subject: S) => ({
  /** This value: `country.is("DE")`. */
  is: one(subject, "any")<Scalar>(),
  /** Any value but this: `country.isNot("DE")`. */
  isNot: one(subject, "none")<Scalar>(),
  /** One of these, one by one or as a list: `country.isOneOf("DE", "AT")`. */
  isOneOf: some(subject, "any")<Scalar>(),
  /** None of these, one by one or as a list: `country.isNoneOf("US", "CA")`. */
  isNoneOf: some(subject, "none")<Scalar>(),
});

/** Texts, which may also be searched. The case of letters does not matter. */
export const text = <const S extends object>(subject: S) => ({
  ...choice(subject),
  /** Holds one of these: `email.contains("@example.com")`. */
  contains: some(subject, "str_contains_any")<string>(),
  /** Holds none of these: `email.doesNotContain("+test")`. */
  doesNotContain: some(subject, "str_contains_none")<string>(),
});

/** Versions, part by part: 1.10 comes after 1.9. */
export const versions = <const S extends object>(subject: S) => ({
  /** Before this version: `appVersion.isBefore("2.0")`. */
  isBefore: one(subject, "version_lt")<Scalar>(),
  /** This version or before: `appVersion.isAtMost("2.0")`. */
  isAtMost: one(subject, "version_lte")<Scalar>(),
  /** After this version: `appVersion.isAfter("2.0")`. */
  isAfter: one(subject, "version_gt")<Scalar>(),
  /** This version or after: `appVersion.isAtLeast("2.0")`. */
  isAtLeast: one(subject, "version_gte")<Scalar>(),
});

export const numbers = <const S extends object>(subject: S) => ({
  /** A number below this: `customField("age").isLessThan(18)`. */
  isLessThan: one(subject, "lt")<number>(),
  /** A number above this: `customField("age").isGreaterThan(17)`. */
  isGreaterThan: one(subject, "gt")<number>(),
});

/** Moments as Unix milliseconds or ISO 8601 text; a `Date` says both. */
export type Moment = number | string | Date;

// TypeScript cannot follow what a condition says of a type parameter; the signature says it.
function spelt<V extends Input<Moment>>(value: V): V extends Date ? number : V;
function spelt(value: unknown): unknown {
  return value instanceof Date ? value.getTime() : value;
}

const moment =
  <const S extends object, const O extends Operator>(subject: S, operator: O) =>
  <const V extends Input<Moment>>(value: V) => ({
    ...subject,
    operator,
    targetValue: spelt(value),
  });

export const times = <const S extends object>(subject: S) => ({
  /** Before this moment: `customField("since").asTime.isBefore(new Date("2026-01-31"))`. */
  isBefore: moment(subject, "before"),
  /** After this moment. */
  isAfter: moment(subject, "after"),
  /** On the day of this moment, in the time zone of the server that asks. */
  isOn: moment(subject, "on"),
});

/** Attributes that hold a list. In no document of the API; accepted live in a test of a third party. */
export const lists = <const S extends object>(subject: S) => ({
  /** The list holds one of these. */
  holdsAnyOf: some(subject, "array_contains_any")<Scalar>(),
  /** The list holds all of these. */
  holdsAllOf: some(subject, "array_contains_all")<Scalar>(),
  /** The list holds none of these. */
  holdsNoneOf: some(subject, "array_contains_none")<Scalar>(),
  /** The list lacks at least one of these. */
  lacksOneOf: some(subject, "not_array_contains_all")<Scalar>(),
});

/** Text that a regular expression of JavaScript fits. */
export const pattern = <const S extends object>(subject: S) => ({
  /** Fits this regular expression: `email.matches("@example\\.(com|org)$")`. */
  matches: one(subject, "str_matches")<string>(),
});

/** Whether there is a value at all. */
export const presence = <const S extends object>(subject: S) => ({
  /** There is one: `unitId("companyID").exists()`. */
  exists: () => ({ ...subject, operator: "is_not_null" as const }),
  /** There is none: `unitId("companyID").doesNotExist()`. */
  doesNotExist: () => ({ ...subject, operator: "is_null" as const }),
});
