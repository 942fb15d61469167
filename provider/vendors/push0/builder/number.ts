import type { Input } from "../../../core/input";

const compared =
  <const F extends string, const R extends string>(field: F, relation: R) =>
  <T extends Input<number>>(value: T) => ({ field, relation, value });

const numberField = <const F extends string>(field: F) => ({
  /** Exactly so many: `sessionCount.is(1)`. */
  is: compared(field, "=="),
  /** Any number but this: `sessionCount.isNot(1)`. */
  isNot: compared(field, "!="),
  /** More than this: `sessionCount.isGreaterThan(5)`. */
  isGreaterThan: compared(field, ">"),
  /** This or more: `sessionCount.isAtLeast(5)`. */
  isAtLeast: compared(field, ">="),
  /** Fewer than this: `sessionCount.isLessThan(3)`. */
  isLessThan: compared(field, "<"),
  /** This or fewer: `sessionCount.isAtMost(3)`. */
  isAtMost: compared(field, "<="),
});

/**
 * How many sessions the device has had in total.
 *
 * @example sessionCount.isAtLeast(5)
 */
export const sessionCount = numberField("sessionCount");

/**
 * The app's version code.
 *
 * @example appVersionCode.isLessThan(120)
 */
export const appVersionCode = numberField("appVersionCode");
