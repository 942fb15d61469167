import { expect } from "chai";
import * as E from "fp-ts/Either";
import { type Emulator, startEmulator } from "../../../emulator";
import type { Call } from "../../../provider/core/failure";
import type { Operations } from "../../../provider/core/lifecycle";
import { operations } from "../../../provider/core/operations";
import type { Clock } from "../../../provider/http/pace";
import { type Send, transport } from "../../../provider/http/send";
import { client } from "../../../provider/vendors/statsig/client";
import { segment } from "../../../provider/vendors/statsig/segment";
import { bag, urnOf } from "./project";

/** One time for provider and emulator, which stands still while a request is under way, and else jumps to the next who waits. */
const sharedTime = () => {
  let time = Date.now();
  let underWay = 0;
  const waiting: { readonly at: number; readonly wake: () => void }[] = [];
  const clock: Clock = {
    now: () => time,
    pause: (ms) =>
      new Promise((resolve) => {
        waiting.push({ at: time + ms, wake: () => resolve(undefined) });
      }),
  };
  const real = transport().send({ key: "statsigEndpoint", environment: [], secret: false });
  const send: Send = (request) => (call) => async () => {
    underWay += 1;
    const answer = await real(request)(call)();
    underWay -= 1;
    return answer;
  };
  const jump = (): void => {
    if (underWay > 0 || waiting.length === 0) return;
    time = Math.min(...waiting.map(({ at }) => at));
    for (const one of waiting.filter(({ at }) => at <= time)) {
      waiting.splice(waiting.indexOf(one), 1);
      one.wake();
    }
  };
  return { clock, send, jump, now: () => time };
};

const call: Call = {
  signal: new AbortController().signal,
  deadline: Date.now() + 86_400_000,
  log: () => undefined,
};

describe("Statsig's rate limits", () => {
  for (const rateLimits of ["writes", "all"] as const) {
    it(`let 1,000 creates and a long id list through without one 429 (limits on ${rateLimits})`, async () => {
      const time = sharedTime();
      const emulator: Emulator = await startEmulator({
        now: time.now,
        settings: { statsig: { rateLimits } },
      });
      const place = { key: "statsigApiKey", environment: [], secret: true };
      const project = client({
        endpoint: emulator.url,
        apiKey: emulator.statsigApiKey,
        reviewSettings: undefined,
        keyPlace: place,
        send: time.send,
        clock: time.clock,
      });
      const bound: Operations = operations(segment, project, { settings: {} });
      const create = (name: string, inputs: object) =>
        bound.create({ urn: urnOf(name), inputs: bag({ name, ...inputs }) })(call)();
      const start = time.now();
      const clockwork = setInterval(time.jump, 3);
      const ids = Array.from({ length: 30_000 }, (_, index) => `user-${index}`);
      const results = await Promise.all([
        create("a list", { type: "user_store_id_list", ids }),
        ...Array.from({ length: 1_000 }, (_, index) =>
          create(`segment ${index}`, { type: "rule_based" }),
        ),
      ]);
      clearInterval(clockwork);
      const { requests, total } = emulator.requests();
      await emulator.close();
      expect(results.filter(E.isLeft)).to.deep.equal([]);
      expect(total).to.equal(1_000 + 1 + 1 + 30);
      expect(requests.filter(({ status }) => status === 429)).to.deep.equal([]);
      expect(time.now() - start).to.be.within(900_000, 1_000_000);
    });
  }
});
