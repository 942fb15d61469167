import { delay } from "fp-ts/Task";
import type { Operation } from "../../core/failure";

/** What was written a moment ago may not be read yet. */
export const SETTLING_MS = 1_000;

/** The operation, after a while. */
export const later =
  (ms: number) =>
  <A>(operation: Operation<A>): Operation<A> =>
  (call) =>
    delay(ms)(() => operation(call)());
