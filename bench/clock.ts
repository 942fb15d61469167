/** What a run takes, and the middle of several. */

/** What `run` came to, and its milliseconds. */
export const timed = async <A>(run: () => A | Promise<A>): Promise<readonly [A, number]> => {
  const start = performance.now();
  const result = await run();
  return [result, performance.now() - start];
};

export const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
