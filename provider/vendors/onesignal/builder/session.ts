import type { Input } from "../../../core/input";
import type { Duration } from "./duration";

const moment = <const F extends "last_session" | "first_session">(field: F) => ({
  /** Longer ago than this: `lastSession.moreThan(days(7))` is everybody who has been away for a week. */
  moreThan: <T extends Input<number>>({ hours: hoursAgo }: Duration<T>) => ({
    field,
    relation: ">" as const,
    hoursAgo,
  }),
  /** More recently than this: `lastSession.lessThan(hours(24))` is everybody who was there within a day. */
  lessThan: <T extends Input<number>>({ hours: hoursAgo }: Duration<T>) => ({
    field,
    relation: "<" as const,
    hoursAgo,
  }),
});

/**
 * How long ago the subscription last used the app.
 *
 * @example lastSession.moreThan(days(7))
 */
export const lastSession = moment("last_session");

/**
 * How long ago the user first used the app, or was created at OneSignal.
 *
 * @example firstSession.lessThan(weeks(2))
 */
export const firstSession = moment("first_session");

const sessions =
  <const R extends string>(relation: R) =>
  <T extends Input<number>>(value: T) => ({
    field: "session_count" as const,
    relation,
    value,
  });

/**
 * How many sessions the subscription has had in total.
 *
 * @example sessionCount.isGreaterThan(5)
 */
export const sessionCount = {
  /** Exactly so many: `sessionCount.is(1)`. */
  is: sessions("="),
  /** Any number but this: `sessionCount.isNot(1)`. */
  isNot: sessions("!="),
  /** More than this: `sessionCount.isGreaterThan(5)`. */
  isGreaterThan: sessions(">"),
  /** Fewer than this: `sessionCount.isLessThan(3)`. */
  isLessThan: sessions("<"),
};

/**
 * How long the subscription has used the app in total.
 *
 * @example sessionTime.moreThan(hours(2))
 */
export const sessionTime = {
  /** Longer than this: `sessionTime.moreThan(hours(2))`. */
  moreThan: <T extends Input<number>>({ seconds: value }: Duration<T>) => ({
    field: "session_time" as const,
    relation: ">" as const,
    value,
  }),
  /** Shorter than this: `sessionTime.lessThan(minutes(5))`. */
  lessThan: <T extends Input<number>>({ seconds: value }: Duration<T>) => ({
    field: "session_time" as const,
    relation: "<" as const,
    value,
  }),
};
