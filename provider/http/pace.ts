/**
 * Keeps below a vendor's rate limits by waiting before a request and not after a refusal. All of a window may be used at once;
 * then requests wait until the oldest has left it. Counts what is sent from this process: other users of the key are met with
 * 429 and waited for by `retry.ts`.
 */
import { setTimeout } from "node:timers/promises";
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as RTE from "fp-ts/ReaderTaskEither";
import * as TE from "fp-ts/TaskEither";
import type { Call, Failure, Operation } from "../core/failure";

/** At most so many requests within any stretch of so many milliseconds. */
export interface Rate {
  readonly requests: number;
  readonly ms: number;
}

/** Time, so that tests can have their own. `pause` ends early, with a rejection, when the signal says so. */
export interface Clock {
  readonly now: () => number;
  readonly pause: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

export const realClock: Clock = {
  now: Date.now,
  pause: (ms, signal) => setTimeout(ms, undefined, { signal }),
};

/** A request may travel longer than the one that was sent a window before it, and so arrive too close to it. */
const MARGIN_MS = 250;

/** Hundreds may wait, each a little longer than the one before it: a wait is told when it is long, and longer than what was told. */
const WORTH_TELLING_MS = 2_000;

/** When one more may be sent: now, or when the oldest that is in the way has left the window. `sent` is in order of time. */
export const earliest = ({ requests, ms }: Rate, sent: readonly number[], now: number): number => {
  const inTheWay = sent.at(-requests);
  return inTheWay === undefined ? now : Math.max(now, inTheWay + ms + MARGIN_MS);
};

/** Waits; fails with `Cancelled` when the host stops the operation meanwhile. */
export const rest =
  (request: string, ms: number, clock: Clock = realClock): Operation<void> =>
  ({ signal }) =>
  () =>
    clock.pause(ms, signal).then(
      () => E.right(undefined),
      (): E.Either<Failure, void> => E.left({ _tag: "Cancelled", request }),
    );

export interface Pace<Window extends string> {
  /** Waits for a place in each of these windows, and takes it. Fails at once when there is none before the deadline. */
  readonly turn: (request: string, windows: readonly Window[]) => Operation<void>;
}

interface Ledger<Window extends string> {
  /** Takes a place now, or says when there may be one. */
  readonly take: (windows: readonly Window[], now: number) => number;
}

const ledger = <Window extends string>(
  rates: {
    readonly [W in Window]: Rate;
  },
): Ledger<Window> => {
  const sent = new Map<Window, readonly number[]>();
  return {
    take: (windows, now) => {
      const turns = windows.map((window) => earliest(rates[window], sent.get(window) ?? [], now));
      const at = Math.max(now, ...turns);
      for (const window of at > now ? [] : windows) {
        sent.set(window, [...(sent.get(window) ?? []), now].slice(-rates[window].requests));
      }
      return at;
    },
  };
};

/** One for each key that a vendor counts by. */
export const pace = <Window extends string>(
  rates: { readonly [W in Window]: Rate },
  clock: Clock = realClock,
): Pace<Window> => {
  const { take } = ledger(rates);
  let announced = 0;
  const announce = ({ log }: Call, at: number, now: number): void => {
    if (at - now < WORTH_TELLING_MS || at < announced + WORTH_TELLING_MS) return;
    announced = at;
    const seconds = Math.ceil((at - now) / 1000);
    log("info", `waiting ${seconds} s, so as to stay within the rate limits of the API`);
  };
  const turn: Pace<Window>["turn"] = (request, windows) => (call) => {
    const now = clock.now();
    const at = take(windows, now);
    if (at <= now) return TE.right(undefined);
    if (at >= call.deadline) return TE.left({ _tag: "RateLimited", request, attempts: 0 });
    announce(call, at, now);
    return pipe(
      rest(request, at - now, clock),
      RTE.chain(() => turn(request, windows)),
    )(call);
  };
  return { turn };
};
