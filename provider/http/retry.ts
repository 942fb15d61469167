/** Why an attempt gave no usable answer. */
export type Trouble =
  | { readonly kind: "status"; readonly status: number; readonly retryAfterMs: number | undefined }
  /** The request never left: nothing can have happened at the vendor. */
  | { readonly kind: "unsent"; readonly code: string }
  /** The connection broke or timed out: the vendor may have done it. */
  | { readonly kind: "lost"; readonly code: string };

export interface Attempt {
  /** 1 for the first attempt. */
  readonly number: number;
  readonly trouble: Trouble;
  readonly repeatable: boolean;
  /** Milliseconds until the operation's deadline. */
  readonly remainingMs: number;
  /** 0 to 1, so that many clients do not wake at once. */
  readonly jitter: number;
}

export type Decision = { readonly _tag: "Stop" } | { readonly _tag: "Wait"; readonly ms: number };

const MOST_ATTEMPTS = 12;
/** An address that cannot be reached is most often a wrong one, and a person is waiting. */
const MOST_UNSENT = 3;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 30_000;

const STOP: Decision = { _tag: "Stop" };

const isWorthwhile = ({ number, trouble, repeatable }: Attempt): boolean => {
  switch (trouble.kind) {
    case "unsent":
      return number < MOST_UNSENT;
    case "lost":
      return repeatable && number < MOST_ATTEMPTS;
    case "status":
      return (trouble.status === 429 || repeatable) && number < MOST_ATTEMPTS;
  }
};

/**
 * Waits 250 ms, doubled each time up to 30 s, or as long as the vendor's `Retry-After` asks if that is longer; and up to a
 * quarter more, so that clients spread. Stops after 12 attempts (3 when nothing could be sent), when a wait would end after the
 * deadline, and when repeating could do the same thing twice.
 */
export const decide = (attempt: Attempt): Decision => {
  if (!isWorthwhile(attempt)) return STOP;
  const { number, trouble, remainingMs, jitter } = attempt;
  const backoff = Math.min(FIRST_WAIT_MS * 2 ** (number - 1), LONGEST_WAIT_MS);
  const asked = trouble.kind === "status" ? (trouble.retryAfterMs ?? 0) : 0;
  const ms = Math.round(Math.max(backoff, asked) * (1 + jitter / 4));
  return ms < remainingMs ? { _tag: "Wait", ms } : STOP;
};

const SECONDS = /^\d{1,9}(\.\d*)?$/;
const HTTP_DATE = /^(mon|tue|wed|thu|fri|sat|sun)/i;

/** `Retry-After` in seconds or as an HTTP date, in milliseconds; anything else is as good as absent. RFC 9110, 10.2.3. */
export const retryAfterMs = (header: string | undefined, now: number): number | undefined => {
  const text = header?.trim() ?? "";
  if (SECONDS.test(text)) return Number(text) * 1000;
  const date = HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
};
