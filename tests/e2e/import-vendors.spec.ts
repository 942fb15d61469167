import { expect } from "chai";
import { push0Console, statsigConsole } from "../import/consoles";
import { dashboard } from "../import/dashboard";
import { audiences, everyVendor, managed, reported, TYPESCRIPT } from "./import-stage";
import { openStage, project, type Stage, writes } from "./stage";

const EACH = 40;

const open = async (runtime: string): Promise<Stage> => {
  const stage = await openStage();
  stage.emulator.seed({ segments: dashboard(EACH) });
  stage.emulator.seed(statsigConsole(EACH));
  stage.emulator.seed(push0Console(EACH));
  await stage.write("Pulumi.yaml", project(runtime));
  await stage.succeed(["stack", "init", "dev"]);
  return stage;
};

describe("audiences import of three vendors whose keys are all there", () => {
  for (const [language, runtime, paths] of [
    ["TypeScript", TYPESCRIPT, ["onesignal.ts", "statsig.ts", "push0.ts"]],
    ["YAML", "yaml", ["Pulumi.yaml"]],
  ] as const) {
    it(`writes ${language}, imports all kinds of segments, and ends with 0 changes`, async () => {
      const stage = await open(runtime);
      try {
        const env = everyVendor(stage);
        const report = await reported(stage, ["--all"], env);
        expect(report.segments.filter(({ status }) => status !== "imported")).to.deep.equal([]);
        expect(report).to.deep.include({ imported: 3 * EACH, changes: [] });
        expect(report.files.map(({ path }) => path)).to.include.members([...paths]);
        expect(new Set(await managed(stage)).size).to.equal(3 * EACH);
        expect(writes(stage)).to.equal(0);
        await stage.succeed(["preview", "--refresh", "--expect-no-changes"], env);
      } finally {
        await stage.close();
      }
    });
  }

  it("has a column for the vendor, and a file of each vendor's own for each --split", async () => {
    const stage = await open(TYPESCRIPT);
    try {
      const args = ["import", "--all", "--dry-run", "--split", "*vip*", "--split", "VIP*"];
      const { code, stdout, stderr } = await audiences(stage, args, everyVendor(stage));
      expect(code, stderr).to.equal(0);
      expect(stdout).to.match(/^Vendor +Segment +Size +Changed +Import$/m);
      expect(stderr).to.match(/Would write statsig-vip\.ts \(\d+ segments\)/);
      expect(stderr).to.match(/Would write push0-vip\.ts \(\d+ segments\)/);
    } finally {
      await stage.close();
    }
  });

  it("imports them as dynamic segments too, and moves these to the plugin", async () => {
    const stage = await open(TYPESCRIPT);
    try {
      const env = everyVendor(stage);
      const report = await reported(stage, ["--all", "--dynamic"], env);
      expect(report).to.deep.include({ imported: 3 * EACH, changes: [] });
      const { code, stdout, stderr } = await audiences(stage, ["migrate"], env);
      expect(code, stdout + stderr).to.equal(0);
      expect(stdout).to.contain("0 changes");
      expect(new Set(await managed(stage)).size).to.equal(3 * EACH);
      expect(writes(stage)).to.equal(0);
      await stage.succeed(["preview", "--refresh", "--expect-no-changes"], env);
    } finally {
      await stage.close();
    }
  });
});
