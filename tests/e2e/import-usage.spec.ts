import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { audiences, managed, openProject, reported, TYPESCRIPT } from "./import-stage";
import { project, type Stage } from "./stage";

const MODULE = '{ "name": "e2e", "private": true, "type": "module" }';

describe("the audiences command", () => {
  let stage: Stage;
  before(async () => {
    stage = await openProject(TYPESCRIPT);
    await stage.write("broken.json", "{");
    await stage.write("other.json", "{}");
  });
  after(() => stage.close());

  for (const [args, code, sentence] of [
    [[], 2, "Usage: audiences"],
    [["--help"], 0, "Usage: audiences"],
    [["import", "--help"], 0, "Never writes to a vendor"],
    [["imprt"], 2, "Did you mean import?"],
    [["import", "--nothing"], 2, "unknown option '--nothing'\nRun it with --help"],
    [["import", "--vendor", "nobody", "--all"], 2, "--vendor must be onesignal, statsig or push0"],
    [["import", "--app", "12", "--all"], 2, "must be the id of an app"],
    [["import", "--vendor", "push0", "--all"], 2, "push0ApiKey is not set"],
    [["import", "--match", "nobody"], 0, "There is nothing to import. Nothing was changed."],
    [["fill-import", "nowhere.json"], 2, "pulumi preview --import-file nowhere.json"],
    [["fill-import", "broken.json"], 2, "broken.json cannot be read"],
    [["fill-import", "other.json"], 2, "it has no list of resources"],
  ] as const) {
    it(`ends \`${["audiences", ...args].join(" ")}\` with ${code}, and says: ${sentence}`, async () => {
      const ended = await audiences(stage, args);
      expect(ended.stdout + ended.stderr)
        .to.contain(sentence)
        .and.not.contain("fault of its own");
      expect(ended.code).to.equal(code);
    });
  }

  for (const [runtime, sentence] of [
    ["nodejs\nmain: index.js", "the program index.js is JavaScript"],
    ["yaml", "--split needs a TypeScript project"],
    ["python", "`pulumi import --from audiences -- --vendor …` writes python"],
  ] as const) {
    it(`imports into no program that it cannot write: ${runtime.replace("\n", ", ")}`, async () => {
      await stage.write("Pulumi.yaml", project(runtime));
      const { code, stderr } = await audiences(stage, ["import", "--all", "--split", "a*"]);
      expect(stderr).to.contain(sentence);
      expect(code).to.equal(2);
      expect(await managed(stage)).to.deep.equal([]);
    });
  }

  it("imports into an ES module", async () => {
    await mkdir(join(stage.folder, "source"));
    await stage.write("Pulumi.yaml", project("nodejs\nmain: source/index.ts"));
    await stage.write("package.json", MODULE);
    expect(await reported(stage, ["--match", "vip*"])).to.deep.include({
      imported: 1,
      changes: [],
    });
    expect(await stage.read("source/index.ts")).to.equal('import "./segments.ts";\n');
  });
});
