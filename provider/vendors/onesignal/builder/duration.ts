import type { Input } from "../../../core/input";

/**
 * A length of time, in the two units that OneSignal's fields want. It is made by `minutes`, `hours`, `days` or `weeks`, so that
 * nobody has to know which field counts in which.
 */
export interface Duration<T extends Input<number>> {
  readonly hours: T;
  readonly seconds: T;
}

/** Far below a second, and far above what floating point gets wrong. */
const DECIMALS = 1e8;

const rounded = (value: number): number => Math.round(value * DECIMALS) / DECIMALS;

// TypeScript cannot follow that a promise of a number stays one; the signatures say it, here and for each unit below.
function scaled(amount: number, factor: number): number;
function scaled<T extends Input<number>>(amount: T, factor: number): T;
function scaled(amount: Input<number>, factor: number): unknown {
  const scale = (value: number): number => rounded(value * factor);
  if (typeof amount === "number") return scale(amount);
  return "apply" in amount ? amount.apply(scale) : amount.then(scale);
}

function lasting(amount: number, seconds: number): Duration<number>;
function lasting<T extends Input<number>>(amount: T, seconds: number): Duration<T>;
function lasting<T extends Input<number>>(amount: T, seconds: number): Duration<T> {
  return { hours: scaled(amount, seconds / 3_600), seconds: scaled(amount, seconds) };
}

/**
 * A number of seconds: `sessionTime.moreThan(seconds(90))`. OneSignal counts in whole seconds.
 */
export function seconds(amount: number): Duration<number>;
export function seconds<T extends Input<number>>(amount: T): Duration<T>;
export function seconds<T extends Input<number>>(amount: T): Duration<T> {
  return lasting(amount, 1);
}

/**
 * A number of minutes: `lastSession.lessThan(minutes(90))`.
 */
export function minutes(amount: number): Duration<number>;
export function minutes<T extends Input<number>>(amount: T): Duration<T>;
export function minutes<T extends Input<number>>(amount: T): Duration<T> {
  return lasting(amount, 60);
}

/**
 * A number of hours: `sessionTime.moreThan(hours(2))`.
 */
export function hours(amount: number): Duration<number>;
export function hours<T extends Input<number>>(amount: T): Duration<T>;
export function hours<T extends Input<number>>(amount: T): Duration<T> {
  return lasting(amount, 3_600);
}

/**
 * A number of days of 24 hours: `lastSession.moreThan(days(7))`.
 */
export function days(amount: number): Duration<number>;
export function days<T extends Input<number>>(amount: T): Duration<T>;
export function days<T extends Input<number>>(amount: T): Duration<T> {
  return lasting(amount, 86_400);
}

/**
 * A number of weeks: `firstSession.lessThan(weeks(2))`.
 */
export function weeks(amount: number): Duration<number>;
export function weeks<T extends Input<number>>(amount: T): Duration<T>;
export function weeks<T extends Input<number>>(amount: T): Duration<T> {
  return lasting(amount, 604_800);
}
