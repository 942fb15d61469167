import type { Operation } from "../../core/failure";

/**
 * Runs the operations of one key one after another. Push0 gives no way to tell two creates of one name apart, so that a segment
 * found after a lost answer is ours only when nobody else of this process was making one.
 */
export const inTurn = (): (<A>(key: string, operation: Operation<A>) => Operation<A>) => {
  const last = new Map<string, Promise<unknown>>();
  return (key, operation) => (call) => () => {
    const run = (last.get(key) ?? Promise.resolve()).then(() => operation(call)());
    last.set(key, run);
    return run.finally(() => {
      if (last.get(key) === run) last.delete(key);
    });
  };
};
