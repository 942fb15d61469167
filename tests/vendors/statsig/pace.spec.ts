import { expect } from "chai";
import * as fc from "fast-check";
import * as E from "fp-ts/Either";
import type { Call } from "../../../provider/core/failure";
import { type Clock, earliest, pace } from "../../../provider/http/pace";
import { limits } from "../../../provider/vendors/statsig/limits";

/** Time that passes only when somebody waits for it, and then at once. */
const fakeClock = () => {
  let time = 0;
  const waiting: { readonly at: number; readonly wake: () => void }[] = [];
  const clock: Clock = {
    now: () => time,
    pause: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) reject(new Error("aborted"));
        signal.addEventListener("abort", () => reject(new Error("aborted")));
        waiting.push({ at: time + ms, wake: () => resolve(undefined) });
      }),
  };
  const turnOfTheLoop = () => new Promise((done) => setImmediate(done));
  const passes = async (): Promise<void> => {
    await turnOfTheLoop();
    while (waiting.length > 0) {
      time = Math.min(...waiting.map(({ at }) => at));
      const due = waiting.filter(({ at }) => at <= time);
      for (const one of due) waiting.splice(waiting.indexOf(one), 1);
      for (const { wake } of due) wake();
      await turnOfTheLoop();
    }
  };
  return { clock, passes, at: () => time };
};

const call = (deadline = Number.POSITIVE_INFINITY, told: string[] = []): Call => ({
  signal: new AbortController().signal,
  deadline,
  log: (_, message) => void told.push(message),
});

/** When each of `count` requests that want to go at once is let go. */
const times = async (
  count: number,
  windows: readonly (keyof typeof limits.rates)[],
): Promise<readonly number[]> => {
  const { clock, passes } = fakeClock();
  const { turn } = pace(limits.rates, clock);
  const sent: number[] = [];
  const all = Array.from({ length: count }, () =>
    turn("POST x", windows)(call())().then(() => sent.push(clock.now())),
  );
  await passes();
  await Promise.all(all);
  return sent;
};

/** The most requests in any stretch of `ms`. */
const most = (sent: readonly number[], ms: number): number =>
  Math.max(
    ...sent.map((start) => sent.filter((time) => start <= time && time < start + ms).length),
  );

describe("The pace of requests", () => {
  it("lets a window be used at once, and then waits for it to pass", async () => {
    const sent = await times(200, ["all", "writes"]);
    expect(sent.filter((time) => time === 0)).to.have.length(100);
    expect(sent.filter((time) => time === 10_250)).to.have.length(100);
  });

  it("keeps 1,000 writes within 100 per 10 s and 900 per 15 min", async () => {
    const sent = await times(1_000, ["all", "writes"]);
    expect(most(sent, 10_000)).to.equal(100);
    expect(most(sent, 900_000)).to.equal(900);
    expect(Math.max(...sent)).to.be.within(900_000, 901_000);
  });

  it("keeps writes to id lists within 12 per 10 s as well", async () => {
    const sent = await times(60, ["all", "writes", "idListWrites"]);
    expect(most(sent, 10_000)).to.equal(12);
    expect(Math.max(...sent)).to.equal(4 * 10_250);
  });

  it("does not make reads wait for the window of writes", async () => {
    const { clock, passes, at } = fakeClock();
    const { turn } = pace(
      { all: { requests: 5, ms: 10 }, writes: { requests: 1, ms: 9_000 } },
      clock,
    );
    const write = [turn("w", ["all", "writes"])(call())(), turn("w", ["all", "writes"])(call())()];
    void (await turn("r", ["all"])(call())());
    expect(at()).to.equal(0);
    await passes();
    await Promise.all(write);
    expect(at()).to.equal(9_250);
  });

  it("fails at once when there is no place before the deadline", async () => {
    const { clock } = fakeClock();
    const { turn } = pace({ one: { requests: 1, ms: 10_000 } }, clock);
    void (await turn("POST x", ["one"])(call())());
    const late = await turn("POST x", ["one"])(call(9_000))();
    expect(late).to.deep.equal(E.left({ _tag: "RateLimited", request: "POST x", attempts: 0 }));
  });

  it("ends a wait when the operation is cancelled", async () => {
    const { clock } = fakeClock();
    const { turn } = pace({ one: { requests: 1, ms: 10_000 } }, clock);
    void (await turn("POST x", ["one"])(call())());
    const stop = new AbortController();
    const waiting = turn("POST x", ["one"])({ ...call(), signal: stop.signal })();
    stop.abort();
    expect(await waiting).to.deep.equal(E.left({ _tag: "Cancelled", request: "POST x" }));
  });

  it("says once for how long everybody waits", async () => {
    const { clock, passes } = fakeClock();
    const { turn } = pace({ one: { requests: 2, ms: 10_000 } }, clock);
    const told: string[] = [];
    const all = [1, 2, 3, 4].map(() => turn("POST x", ["one"])(call(undefined, told))());
    await passes();
    await Promise.all(all);
    expect(told).to.deep.equal(["waiting 11 s, so as to stay within the rate limits of the API"]);
  });

  it("says so once for a whole window, and nothing of short waits", async () => {
    const { clock, passes } = fakeClock();
    const { turn } = pace({ one: { requests: 100, ms: 10_000 } }, clock);
    const told: string[] = [];
    const { signal } = new AbortController();
    const later = async (ms: number): Promise<void> => {
      await clock.pause(ms, signal);
      void (await turn("POST x", ["one"])(call(undefined, told))());
    };
    const all = Array.from({ length: 300 }, (_, index) => later(5 * index));
    await passes();
    await Promise.all(all);
    expect(told).to.deep.equal(
      [10, 10].map((s) => `waiting ${s} s, so as to stay within the rate limits of the API`),
    );
  });

  it("law: no request is earlier than now, nor in a window that is full", () => {
    const gaps = fc.array(fc.nat(3_000), { maxLength: 60 });
    const requests = fc.integer({ min: 1, max: 20 });
    const ms = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(gaps, requests, ms, fc.nat(20_000), (steps, most, length, later) => {
        let time = 0;
        const sent = steps.map((step) => {
          time += step;
          return time;
        });
        const now = time + later;
        const at = earliest({ requests: most, ms: length }, sent, now);
        const inWindow = sent.filter((one) => one > at - length);
        // Only a history that broke the rule itself can be over it: what is sent cannot be taken back.
        expect(at).to.be.at.least(now);
        expect(inWindow.length).to.be.at.most(most - 1);
      }),
    );
  });
});
