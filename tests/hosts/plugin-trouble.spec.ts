import { status } from "@grpc/grpc-js";
import { expect } from "chai";
import { failureOf, type Props } from "./support/client";
import { type Stage, stage } from "./support/in-process";

const gold = { field: "tag", key: "plan", relation: "=", value: "gold" };
const vip: Props = { name: "vip", filters: [gold] };

/** Milliseconds; longer than any test may take. */
const HOUR = 3_600_000;

describe("the plugin when something is in the way", () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
    await on.plugin.configure(on.config);
  });
  afterEach(() => on.close());

  it("answers Cancel before what is under way has stopped, and stops it", async () => {
    on.emulator.faults.add({ kind: "slow", ms: HOUR });
    const under = failureOf(on.plugin.create("vip", vip));
    while (on.emulator.requests().total === 0) await new Promise((wait) => setTimeout(wait, 5));
    const answers: string[] = [];
    const stopped = under.then(({ code }) => answers.push(`create ${code}`));
    await on.plugin.cancel().then(() => answers.push("cancel"));
    await stopped;
    expect(answers).to.deep.equal(["cancel", `create ${status.CANCELLED}`]);
  });

  it("lets what is nearly done finish after Cancel", async () => {
    on.emulator.faults.add({ kind: "slow", ms: 200 });
    const under = on.plugin.create("vip", vip);
    await on.plugin.cancel();
    expect((await under).id).to.include(on.appId);
  });

  it("works again after the Configure that follows a Cancel", async () => {
    await on.plugin.cancel();
    await new Promise((wait) => setTimeout(wait, 600));
    await on.plugin.configure(on.config);
    expect((await on.plugin.create("vip", vip)).id).to.include(on.appId);
  });

  it("gives up at the timeout of the resource", async () => {
    on.emulator.faults.add({ kind: "slow", ms: HOUR, count: "always" });
    const create = on.plugin.create("vip", vip, { timeout: 0.5 });
    expect((await failureOf(create)).code).to.equal(status.DEADLINE_EXCEEDED);
  });

  it("tries again after 429, and tells the engine's debug log", async () => {
    on.emulator.faults.add({ kind: "status", status: 429, retryAfter: 0 });
    const { id } = await on.plugin.create("vip", vip);
    expect(id).to.include(on.appId);
    const [said] = on.engine.logged.filter(({ severity }) => severity === "debug");
    expect(said?.message).to.include("429");
  });

  it("takes a message far above gRPC's usual 4 MiB", async () => {
    const news = { filters: [gold], description: "x".repeat(6 << 20) };
    const { failures } = await on.plugin.check({ news });
    expect(failures.join().slice(0, 12)).to.equal("description:");
  });
});
