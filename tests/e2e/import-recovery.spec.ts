import type { ChildProcess } from "node:child_process";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { run } from "../../tools/run";
import { audiences, everyVendor } from "./import-stage";
import { engine, openStage, project, type RemoteSegment, type Stage } from "./stage";

const SEGMENTS = 50;
const SOME = 15;

/** What the emulator lists to any client; one page is large enough for all of it. */
const asked = async (
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<readonly RemoteSegment[]> => {
  const type = { "content-type": "application/json" };
  const response = await fetch(`${url}?page=1&limit=100`, { headers: { ...headers, ...type } });
  const answer = (await response.json()) as
    | readonly RemoteSegment[]
    | Readonly<Record<string, unknown>>;
  const lists = Object.values(answer).filter(Array.isArray) as (readonly RemoteSegment[])[];
  return Array.isArray(answer) ? answer : (lists[0] ?? []);
};

const vendors: readonly {
  readonly vendor: string;
  /** The inputs of one of them. */
  readonly inputs: (index: number) => string;
  readonly made: (stage: Stage) => Promise<readonly RemoteSegment[]>;
  readonly recover: (stage: Stage) => Promise<void>;
}[] = [
  {
    vendor: "onesignal",
    made: ({ emulator: { url, apiKey }, app }) =>
      asked(`${url}/apps/${app}/segments`, { authorization: `Key ${apiKey}` }),
    inputs: (index) => `filters: [{ field: tag, key: n, relation: "=", value: "${index}" }]`,
    recover: async () => {},
  },
  {
    vendor: "statsig",
    made: ({ emulator: { url, statsigApiKey } }) =>
      asked(`${url}/console/v1/segments`, { "statsig-api-key": statsigApiKey }),
    inputs: (index) =>
      `type: rule_based, rules: [{ name: R, passPercentage: 100, conditions: [{ type: user_id, operator: any, targetValue: "${index}" }] }]`,
    recover: async () => {},
  },
  {
    vendor: "push0",
    made: ({ emulator: { url, push0ApiKey } }) =>
      asked(`${url}/v1/segments`, { authorization: `Bearer ${push0ApiKey}` }),
    inputs: (index) =>
      `constraints: [{ type: AND, constraints: [{ field: sessionCount, relation: "==", value: ${index} }] }]`,
    recover: async (stage) => {
      const file = "made.json";
      const env = everyVendor(stage);
      await stage.succeed(["preview", "--import-file", file], env);
      const { code, stderr } = await audiences(stage, ["fill-import", file, "--only-found"], env);
      expect(code, stderr).to.equal(0);
      const flags = ["--generate-code=false", "--protect=false", "--yes"];
      await stage.succeed(["import", "--file", file, ...flags], env);
    },
  },
];

const programOf = ({ vendor, inputs }: (typeof vendors)[number]): string =>
  Array.from(
    { length: SEGMENTS },
    (_, index) =>
      `  seg${index}:\n    type: audiences:${vendor}:Segment\n    properties: { ${inputs(index)} }`,
  ).join("\n");

/** Starts `pulumi up`, and kills it without a warning when some of the segments are made. */
const killedUp = async (stage: Stage): Promise<void> => {
  const { command } = await engine();
  let child: ChildProcess | undefined;
  const up = run(command, ["up", "--yes", "--skip-preview", "--non-interactive"], {
    cwd: stage.folder,
    env: { ...stage.workspace.env, ...everyVendor(stage) },
    onStart: (started) => {
      child = started;
    },
  });
  while (stage.emulator.requests().writes < SOME) await sleep(20);
  child?.kill("SIGKILL");
  expect((await up).code).to.equal(137);
};

/** As docs/errors.md says: a kill between opening and writing leaves the file of a stack's attributes empty. */
const mend = async ({ workspace }: Stage): Promise<void> => {
  const stacks = join(workspace.folder, "state", ".pulumi", "stacks");
  await run("find", [stacks, "-name", "*.attrs", "-empty", "-delete"], {});
};

describe("a stack whose attributes a killed run left empty", () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
    await stage.write("Pulumi.yaml", project("yaml"));
    await stage.succeed(["stack", "init", "dev"]);
  });
  after(() => stage.close());

  it("opens again after the command of docs/errors.md", async () => {
    const stacks = join(stage.workspace.folder, "state", ".pulumi", "stacks");
    const files = await readdir(stacks, { recursive: true });
    const attributes = files.filter((file) => file.endsWith("dev.json.attrs"));
    expect(attributes).to.have.length(1);
    for (const file of attributes) await writeFile(join(stacks, file), "");
    const { code, stderr } = await stage.pulumi(["cancel", "--yes"]);
    expect({ code, stderr }).to.deep.equal({
      code: 1,
      stderr: "error: failed to load checkpoint: EOF\n",
    });
    await mend(stage);
    await stage.succeed(["cancel", "--yes"]);
  });
});

for (const one of vendors) {
  describe(`a \`pulumi up\` of 50 segments of ${one.vendor} that is killed half way`, () => {
    let stage: Stage;
    before(async () => {
      stage = await openStage({ emulator: { settings: { latencyMs: 100 } } });
      await stage.write("Pulumi.yaml", project("yaml", `resources:\n${programOf(one)}\n`));
      await stage.succeed(["stack", "init", "dev"]);
      await killedUp(stage);
    });
    after(() => stage.close());

    it("has made some and not all of them", async () => {
      expect((await one.made(stage)).length).to.be.within(SOME, SEGMENTS - 1);
    });

    it("is finished by the commands of docs/errors.md, with 50 segments and a clean preview", async () => {
      const env = everyVendor(stage);
      await mend(stage);
      await stage.succeed(["cancel", "--yes"]);
      await stage.succeed(["refresh", "--yes", "--skip-preview", "--clear-pending-creates"], env);
      await one.recover(stage);
      await stage.succeed(["up", "--yes", "--skip-preview"], env);
      const segments = await one.made(stage);
      expect(segments).to.have.length(SEGMENTS);
      expect(new Set(segments.map(({ name }) => name)).size).to.equal(SEGMENTS);
      await stage.succeed(["preview", "--refresh", "--expect-no-changes"], env);
    });
  });
}
