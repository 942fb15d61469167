import type { Input } from "../../../core/input";

/** ISO 8601 text, which reads better in a preview than milliseconds. A `Date` that is none is left for Check to refuse. */
const written = (date: Date): string =>
  Number.isNaN(date.getTime()) ? String(date) : date.toISOString();

interface Comparison<F extends string, R extends string> {
  (value: Date): { field: F; relation: R; value: string };
  <T extends Input<number> | Input<string>>(value: T): { field: F; relation: R; value: T };
}

function compared<const F extends string, const R extends string>(
  field: F,
  relation: R,
): Comparison<F, R>;
function compared(field: string, relation: string): (value: unknown) => object {
  return (value) => ({ field, relation, value: value instanceof Date ? written(value) : value });
}

/**
 * A moment that does not move: a `Date`, ISO 8601 text or Unix milliseconds. Push0 has no "30 days ago", and a program that
 * computed one would change the segment with every run.
 */
const timeField = <const F extends string>(field: F) => ({
  /** Exactly then: `createdAt.is(1_767_225_600_000)`. */
  is: compared(field, "=="),
  /** At any other time: `createdAt.isNot(1_767_225_600_000)`. */
  isNot: compared(field, "!="),
  /** Later than this: `lastSession.isAfter(new Date("2026-01-01"))`. */
  isAfter: compared(field, ">"),
  /** Then or later: `lastSession.isNotBefore("2026-01-01")`. */
  isNotBefore: compared(field, ">="),
  /** Earlier than this: `lastSession.isBefore("2026-01-01T12:00:00Z")`. */
  isBefore: compared(field, "<"),
  /** Then or earlier: `lastSession.isNotAfter("2026-01-01")`. */
  isNotAfter: compared(field, "<="),
});

/**
 * The user's first session.
 *
 * @example firstSession.isAfter("2026-01-01")
 */
export const firstSession = timeField("firstSession");

/**
 * The user's last session.
 *
 * @example lastSession.isBefore(new Date("2026-01-01"))
 */
export const lastSession = timeField("lastSession");

/**
 * When the device was created at Push0.
 *
 * @example createdAt.isNotBefore("2026-01-01T00:00:00+01:00")
 */
export const createdAt = timeField("createdAt");

/**
 * When the device was unregistered, so that it no longer receives notifications.
 *
 * @example unRegisteredAt.isAfter("2026-01-01")
 */
export const unRegisteredAt = timeField("unRegisteredAt");
