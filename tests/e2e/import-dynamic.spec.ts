import { expect } from "chai";
import { audiences, IMPORTABLE, managed, openProject, reported, TYPESCRIPT } from "./import-stage";
import { type Stage, writes } from "./stage";

const DEPENDENT = `import { onesignal } from "pulumi-audiences/dynamic";
import { vipCustomers } from "./segments";
new onesignal.Segment("followers", {
  filters: [{ field: "tag", key: "follows", relation: "=", value: vipCustomers.segmentId }],
});
`;

const types = async (stage: Stage): Promise<readonly string[]> => {
  const { deployment } = JSON.parse(await stage.succeed(["stack", "export"])) as {
    readonly deployment: { readonly resources: readonly { readonly type: string }[] };
  };
  return [...new Set(deployment.resources.map(({ type }) => type))].filter((type) =>
    type.endsWith(":Segment"),
  );
};

describe("audiences import --dynamic, and then audiences migrate", () => {
  let stage: Stage;
  before(async () => {
    stage = await openProject(TYPESCRIPT);
  });
  after(() => stage.close());

  it("imports all as dynamic resources, and ends with 0 changes", async () => {
    const report = await reported(stage, ["--all", "--dynamic"]);
    expect(report).to.deep.include({ imported: IMPORTABLE, changes: [] });
    expect(await stage.read("segments.ts"))
      .to.contain('from "pulumi-audiences/dynamic"')
      .and.contain("days(30)");
    expect(await types(stage)).to.deep.equal(["pulumi-nodejs:dynamic/audiences/onesignal:Segment"]);
    expect(writes(stage)).to.equal(0);
  });

  it("run again, has nothing to do", async () => {
    const report = await reported(stage, ["--all", "--dynamic"]);
    expect(report).to.deep.include({ imported: 0, changes: [], files: [] });
  });

  it("is moved to the plugin, with all that depends on a segment, and no vendor hears of it", async () => {
    await stage.write("index.ts", `${await stage.read("index.ts")}${DEPENDENT}`);
    await stage.succeed(["up", "--yes", "--skip-preview"]);
    const ids = await managed(stage);
    stage.emulator.forgetRequests();
    const { code, stdout, stderr } = await audiences(stage, ["migrate"]);
    expect(code, stdout + stderr).to.equal(0);
    expect(stdout).to.contain("0 changes");
    expect(writes(stage)).to.equal(0);
    expect(await types(stage)).to.deep.equal(["audiences:onesignal:Segment"]);
    expect(await managed(stage)).to.have.members([...ids]);
    expect(await stage.read("index.ts"))
      .to.contain('from "pulumi-audiences"')
      .and.not.contain("dynamic");
  });

  it("is the plugin's from then on: refresh, preview and up have nothing to do", async () => {
    stage.emulator.forgetRequests();
    await stage.succeed(["preview", "--refresh", "--expect-no-changes"]);
    await stage.succeed(["up", "--yes", "--skip-preview"]);
    expect(writes(stage)).to.equal(0);
  });
});
