/** Taking over segments that exist, and never deleting one that another resource of the stack owns. */
import { expect } from "chai";
import { listed, openStage, project, type Stage, writes } from "./stage";

const VIP = "5e93e700-0e5d-4a99-8a00-000000000005";

/** A resource that declares the segment `VIP customers`, with more inputs or options. */
const vip = (resource: string, inputs = "", options = ""): string => `  ${resource}:
    type: audiences:onesignal:Segment
    properties:
      name: VIP customers${inputs === "" ? "" : `\n      ${inputs}`}
      filters: [{ field: tag, key: plan, relation: '=', value: pro }]
${options === "" ? "" : `    options: { ${options} }\n`}`;

const opened = async (): Promise<Stage> => {
  const stage = await openStage({ emulator: { seed: true } });
  await stage.write("Pulumi.yaml", project("yaml"));
  await stage.succeed(["stack", "init", "dev"]);
  return stage;
};

const declare = (stage: Stage, ...resources: readonly string[]): Promise<void> => {
  const rest = resources.length === 0 ? "" : `resources:\n${resources.join("")}`;
  return stage.write("Pulumi.yaml", project("yaml", rest));
};

const up = (stage: Stage): Promise<string> => stage.succeed(["up", "--yes", "--skip-preview"]);

/** The ids of the segments that have the name; there must never be another than the one. */
const remote = async (stage: Stage): Promise<readonly string[]> =>
  (await listed(stage)).filter(({ name }) => name === "VIP customers").map(({ id }) => id);

describe("a program that creates a segment whose name is taken", () => {
  let stage: Stage;
  before(async () => {
    stage = await opened();
  });
  after(() => stage.close());

  it("is told the command that imports it, and changes nothing", async () => {
    await declare(stage, vip("vip"));
    expect(await stage.succeed(["preview"])).to.not.include("take over");
    expect(stage.emulator.requests().total).to.equal(0);
    const { code, stdout } = await stage.pulumi(["up", "--yes", "--skip-preview"]);
    expect(code).to.not.equal(0);
    expect(stdout).to.include(
      `run \`pulumi import audiences:onesignal:Segment vip ${stage.app}/${VIP}\``,
    );
    const [before] = (await listed(stage)).filter(({ id }) => id === VIP);
    expect(before).to.include({ description: "Gold plan, or more than 1,000 spent" });
  });

  it("can run that very command", async () => {
    await declare(stage);
    const id = `${stage.app}/${VIP}`;
    await stage.succeed(["import", "audiences:onesignal:Segment", "vip", id, "--yes"]);
    await stage.succeed(["state", "unprotect", "--all", "--yes"]);
    await stage.succeed([
      "state",
      "delete",
      "--yes",
      `urn:pulumi:dev::e2e::audiences:onesignal:Segment::vip`,
    ]);
  });

  it("sees with `adopt` what would change, while the preview only reads", async () => {
    await declare(stage, vip("vip", "adopt: true"));
    stage.emulator.forgetRequests();
    const said = await stage.succeed(["preview"]);
    expect(said).to.include(`would take over segment "VIP customers" (${stage.app}/${VIP})`);
    expect(said).to.match(
      /change filters from "tag lifetime.* or tag plan is gold" to "tag plan is pro"/,
    );
    expect(writes(stage)).to.equal(0);
  });

  it("sees that nothing is there to be taken over", async () => {
    await declare(stage, vip("vip", "adopt: true").replace("VIP customers", "Brand new"));
    expect(await stage.succeed(["preview"])).to.include(
      'no segment "Brand new" exists yet: it would be made',
    );
  });

  it("takes the segment over with its id, and then has nothing to do", async () => {
    await declare(stage, vip("vip", "adopt: true"));
    await up(stage);
    expect(await remote(stage)).to.deep.equal([VIP]);
    await stage.succeed(["preview", "--refresh", "--expect-no-changes"]);
  });
});

describe("a segment that a stack owns twice", () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await opened();
    await declare(stage, vip("first", "adopt: true"));
    await up(stage);
  });
  afterEach(() => stage.close());

  const importing = () => vip("second", "", `import: ${stage.app}/${VIP}`);

  it("is kept when a resource is renamed without an alias, and keeps its id", async () => {
    await declare(stage, vip("renamed", "adopt: true"));
    expect(await stage.succeed(["preview"])).to.include("nothing of it would change");
    expect(await up(stage)).to.include("is left in place");
    expect(await remote(stage)).to.deep.equal([VIP]);
    await stage.succeed(["preview", "--refresh", "--expect-no-changes"]);
  });

  it("is kept when another resource imports it in the same update", async () => {
    await declare(stage, importing());
    expect(await up(stage)).to.include("is left in place");
    expect(await remote(stage)).to.deep.equal([VIP]);
    await stage.succeed(["preview", "--refresh", "--expect-no-changes"]);
  });

  for (const kept of ["first", "second"] as const) {
    it(`is kept when ${kept} stays and the other one goes`, async () => {
      const both = { first: vip("first", "adopt: true"), second: importing() };
      await declare(stage, both.first, both.second);
      await up(stage);
      await declare(stage, both[kept]);
      expect(await up(stage)).to.include("is left in place");
      expect(await remote(stage)).to.deep.equal([VIP]);
    });
  }

  it("is deleted when the last resource that owns it goes", async () => {
    await declare(stage, importing());
    await up(stage);
    await declare(stage);
    await up(stage);
    expect(await remote(stage)).to.deep.equal([]);
  });
});
