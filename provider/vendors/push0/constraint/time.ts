/** Times: Unix milliseconds at Push0, and in a program also ISO 8601. */

const EPOCH = /^\d{1,16}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const ISO = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** The last moment that a `Date` can hold. */
const LATEST = 8.64e15;

const inRange = (ms: number): number | undefined =>
  Number.isSafeInteger(ms) && 0 <= ms && ms <= LATEST ? ms : undefined;

/** `2026-02-30` is no day, although JavaScript reads it as one in March. */
const isDay = (date: string): boolean => {
  const ms = Date.parse(date);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date);
};

const parsed = (text: string): number | undefined => {
  if (EPOCH.test(text)) return inRange(Number(text));
  if (DATE.test(text)) return isDay(text) ? inRange(Date.parse(text)) : undefined;
  const [, date = "", zone] = ISO.exec(text) ?? [];
  return zone !== undefined && isDay(date) ? inRange(Date.parse(text)) : undefined;
};

/** The time in Unix milliseconds; nothing for what is no time. A date alone is its beginning in UTC. */
export const epochMs = (value: number | string): number | undefined =>
  typeof value === "number" ? inRange(value) : parsed(value);

const FORMS =
  'a time: Unix milliseconds (1767225600000) or ISO 8601 ("2026-01-01T00:00:00Z", "2026-01-01")';

/** What a value must be that is no time. */
export const timeProblem = (value: number | string): string | undefined => {
  if (epochMs(value) !== undefined) return undefined;
  const [, , zone] = ISO.exec(String(value)) ?? [];
  return typeof value === "string" && ISO.test(value) && zone === undefined
    ? `must be ${FORMS}, with its time zone: add "Z" for UTC, or an offset such as "+02:00"`
    : `must be ${FORMS}`;
};

/** `2026-01-01T00:00:00.000Z`. */
export const isoOf = (ms: number): string => new Date(ms).toISOString();

/** A time in words, no longer than it has to be: `2026-01-01`, `2026-01-01 12:30 UTC`. */
export const timeInWords = (ms: number): string => {
  const iso = isoOf(ms);
  const [date = "", clock = ""] = iso.replace("Z", "").split("T");
  if (clock === "00:00:00.000") return date;
  return `${date} ${clock.replace(/(:00)?\.000$/, "")} UTC`;
};
