/** Medians of repeated runs, each on fresh values, so that nothing remembered helps. */
import { resource } from "../provider/core/resource";
import type { Bag, Value } from "../provider/core/value";
import { segment } from "../provider/vendors/onesignal/segment";
import type { Input } from "./inputs";

export interface Measured {
  readonly name: string;
  readonly isAccepted: boolean;
  readonly check: number;
  readonly diff: number;
  readonly limit: number;
  /** Megabytes that the heap grew by. */
  readonly grown: number;
}

const onesignal = resource(segment);
const settings = {
  appId: "7ed2887d-bd24-4a81-8220-4b256a08ab19",
  endpoint: "https://api.onesignal.com",
};

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

const timed = <A>(run: () => A): readonly [A, number] => {
  const start = performance.now();
  const result = run();
  return [result, performance.now() - start];
};

const bag = (filters: readonly Value[]): Bag => ({
  appId: settings.appId,
  name: "bench",
  filters,
});

interface Round {
  readonly check: number;
  readonly diff: number;
  readonly isAccepted: boolean;
}

/** What one preview does: Check of the new inputs, then Diff against those of the run before. */
const round = ({ make, isAccepted }: Input, seed: number): Round => {
  const [news, olds] = [bag(make(seed)), bag(make(seed + 1))];
  const [{ failures }, check] = timed(() =>
    onesignal.check({ news, olds, proposedName: "bench", settings }),
  );
  if (!isAccepted) return { check, diff: 0, isAccepted: failures.length === 0 };
  const [, diff] = timed(() =>
    onesignal.diff({ olds, oldInputs: olds, news, ignoreChanges: [], settings }),
  );
  return { check, diff, isAccepted: failures.length === 0 };
};

/** Rounds until the code has been compiled, and so many that a median says something. */
const ROUNDS = 400;

const rounds = (input: Input, milliseconds: number): readonly Round[] => {
  const done: Round[] = [];
  const end = performance.now() + milliseconds;
  while (done.length < 5 || (done.length < ROUNDS && performance.now() < end)) {
    done.push(round(input, done.length));
  }
  return done;
};

export const measure = (input: Input, milliseconds: number): Measured => {
  rounds(input, milliseconds);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const measured = rounds(input, milliseconds);
  globalThis.gc?.();
  return {
    name: input.name,
    limit: input.limit,
    isAccepted: measured.every((one) => one.isAccepted),
    check: median(measured.map((one) => one.check)),
    diff: median(measured.map((one) => one.diff)),
    grown: (process.memoryUsage().heapUsed - before) / 2 ** 20,
  };
};
