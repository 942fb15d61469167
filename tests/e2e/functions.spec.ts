/** Functions in a program, and the CLI's direct way to a provider, `pulumi do`. */
import { dirname, join } from "node:path";
import { expect } from "chai";
import { openStage, project, root, type Stage } from "./stage";

const VIP = "5e93e700-0e5d-4a99-8a00-000000000005";

const invoking = (called: string, args: string, output: string): string =>
  project(
    "yaml",
    `variables:
  found:
    fn::invoke: { function: audiences:onesignal:${called}, arguments: ${args} }
outputs:
  told: \${found.${output}}
`,
  );

const opened = async (): Promise<Stage> => {
  const stage = await openStage({ emulator: { seed: true } });
  await stage.write("Pulumi.yaml", project("yaml"));
  await stage.succeed(["stack", "init", "dev"]);
  return stage;
};

describe("a function in a YAML program", () => {
  let stage: Stage;
  before(async () => {
    stage = await opened();
  });
  after(() => stage.close());

  const told = async (program: string): Promise<unknown> => {
    await stage.write("Pulumi.yaml", program);
    await stage.succeed(["up", "--yes", "--skip-preview"]);
    return JSON.parse(await stage.succeed(["stack", "output", "told", "--json"]));
  };

  it("tells who is in a segment, by its name", async () => {
    expect(await told(invoking("getSegment", "{ name: VIP customers }", "expression"))).to.equal(
      "tag lifetime_value is greater than 1000, or tag plan is gold",
    );
  });

  it("tells in a preview already how many they are, and writes nothing", async () => {
    stage.emulator.edit({ name: "VIP customers", set: { subscriber_count: 700 } });
    await stage.write("Pulumi.yaml", invoking("getSegment", `{ id: ${VIP} }`, "subscriberCount"));
    expect(await stage.succeed(["preview"])).to.match(/told:.*70\d/);
    expect(stage.emulator.requests().writes).to.equal(0);
  });

  it("lists the segments of an account", async () => {
    expect(await told(invoking("getSegments", "{ nameContains: vip }", "segments[0].id"))).to.equal(
      `${stage.app}/${VIP}`,
    );
  });

  it("may ask with what a new segment answers", async () => {
    const program = project(
      "yaml",
      `resources:
  mine:
    type: audiences:onesignal:Segment
    properties:
      filters: [{ field: tag, key: plan, relation: '=', value: pro }]
variables:
  found:
    fn::invoke: { function: audiences:onesignal:getSegment, arguments: { id: "\${mine.id}" } }
outputs:
  told: \${found.name}
`,
    );
    await stage.write("Pulumi.yaml", program);
    await stage.succeed(["preview"]);
    expect(await told(program)).to.equal("mine");
  });

  it("stops a program that looks for what is not there, with a sentence", async () => {
    await stage.write("Pulumi.yaml", invoking("getSegment", "{ name: VIP customer }", "id"));
    const { code, stdout } = await stage.pulumi(["preview"]);
    expect(code).to.not.equal(0);
    expect(stdout).to.include(
      'Segment "VIP customer" does not exist. Did you mean "VIP customers"?',
    );
  });
});

describe("pulumi do", () => {
  let stage: Stage;
  before(async () => {
    stage = await opened();
    const folder = join(root, "dist", "plugin");
    await stage.succeed(["plugin", "install", "resource", "audiences", "0.1.0", "--file", folder]);
  });
  after(() => stage.close());

  // The plugin is started from the cache, where no node_modules is near: it takes the first `node` of PATH.
  const PATH = `${dirname(process.execPath)}:${process.env["PATH"]}`;
  const done = (...args: readonly string[]) => stage.pulumi(["do", ...args], { PATH });

  it("lists ids to import, and only those that are asked for", async () => {
    const { stdout } = await done("audiences:onesignal:Segment", "list", "--name-contains", "vip");
    const vip = { id: `${stage.app}/${VIP}`, name: "VIP customers" };
    expect(JSON.parse(stdout)).to.deep.equal([vip]);
  });

  it("lists another app", async () => {
    const appId = stage.emulator.apps[1]?.id ?? "";
    stage.emulator.seed({ appId, segments: [{ name: "Elsewhere" }] });
    const { stdout } = await done("audiences:onesignal:Segment", "list", "--app-id", appId);
    expect(stdout).to.include("Elsewhere").and.not.include("VIP customers");
  });

  it("looks a segment up", async () => {
    const { stdout } = await done("audiences:onesignal:getSegment", "--name", "VIP customers");
    expect(JSON.parse(stdout)).to.include({ segmentId: VIP, readOnly: false });
  });

  const refused = [
    [["Segment", "list", "--changed-since", "yesterday"], "changedSince must be a time"],
    [["getSegment", "--name", "Nobody"], 'Segment "Nobody" does not exist'],
    [["getSegment"], "id is required, unless `name` is given"],
  ] as const;
  for (const [[token, ...args], sentence] of refused) {
    it(`says what is wrong: ${sentence}`, async () => {
      const { code, stderr } = await done(`audiences:onesignal:${token}`, ...args);
      expect(code).to.not.equal(0);
      expect(stderr).to.include(sentence);
    });
  }
});
