import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { run } from "../../tools/run";
import { engine, listed, openStage, project, type Stage } from "./stage";

const SEGMENTS = 50;
const SOME = 15;

const declared = Array.from(
  { length: SEGMENTS },
  (_, index) =>
    `  s${index}:\n    type: audiences:onesignal:Segment\n    properties: { filters: [{ field: tag, key: n, relation: "=", value: "${index}" }] }`,
).join("\n");

/** Starts `pulumi up`, and kills it without a warning when some of the segments are made. */
const killedUp = async (stage: Stage): Promise<void> => {
  const { command } = await engine();
  let child: ChildProcess | undefined;
  const up = run(command, ["up", "--yes", "--skip-preview", "--non-interactive"], {
    cwd: stage.folder,
    env: stage.workspace.env,
    onStart: (started) => {
      child = started;
    },
  });
  while (stage.emulator.requests().writes < SOME) await sleep(20);
  child?.kill("SIGKILL");
  expect((await up).code).to.equal(137);
};

describe("a `pulumi up` of 50 segments that is killed half way", () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage({ emulator: { settings: { latencyMs: 100 } } });
    await stage.write("Pulumi.yaml", project("yaml", `resources:\n${declared}\n`));
    await stage.succeed(["stack", "init", "dev"]);
    await killedUp(stage);
  });
  after(() => stage.close());

  it("has made some and not all of them", async () => {
    expect((await listed(stage)).length).to.be.within(SOME, SEGMENTS - 1);
  });

  it("is finished by cancel, refresh and up, with 50 segments and a clean preview", async () => {
    await stage.succeed(["cancel", "--yes"]);
    await stage.succeed(["refresh", "--yes", "--skip-preview", "--clear-pending-creates"]);
    await stage.succeed(["up", "--yes", "--skip-preview"]);
    const segments = await listed(stage);
    expect(segments).to.have.length(SEGMENTS);
    expect(new Set(segments.map(({ name }) => name)).size).to.equal(SEGMENTS);
    await stage.succeed(["preview", "--refresh", "--expect-no-changes"]);
  });
});
