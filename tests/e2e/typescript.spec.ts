import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { listed, openStage, project, root, type Stage } from "./stage";

const TYPESCRIPT = "nodejs\nmain: index.ts";

describe("a TypeScript program", () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage({ emulator: { seed: true } });
    await stage.write("Pulumi.yaml", project(TYPESCRIPT));
    await stage.write(
      "index.ts",
      await readFile(join(root, "examples/quickstart/index.ts"), "utf8"),
    );
    await stage.succeed(["stack", "init", "dev"]);
  });
  after(() => stage.close());

  it("makes its segment, and then has nothing to do", async () => {
    await stage.succeed(["up", "--yes"]);
    await stage.succeed(["preview", "--expect-no-changes"]);
  });

  it("takes a segment over with the `import` option, and previews clean", async () => {
    await stage.write(
      "index.ts",
      `import * as audiences from "pulumi-audiences";
new audiences.onesignal.Segment("dach", {
  name: "German speakers in DACH",
  filters: [
    { field: "country", relation: "in_array", valueList: ["AT", "CH", "DE"] },
    { field: "language", relation: "=", value: "de" },
  ],
}, { import: "${stage.app}/name:German speakers in DACH" });
`,
    );
    const output = await stage.succeed(["up", "--yes"]);
    expect(output).to.match(/= .*audiences:onesignal:Segment dach/);
    await stage.succeed(["preview", "--expect-no-changes"]);
    const names = (await listed(stage)).map(({ name }) => name);
    expect(names).to.include("German speakers in DACH").and.not.include("lapsing-customers");
  });

  it("generates code on import that previews clean", async () => {
    const out = join(stage.folder, "imported.ts");
    const args = ["import", "audiences:onesignal:Segment", "engaged", "name:Engaged Users"];
    await stage.succeed([...args, "--protect=false", "--yes", "--out", out]);
    const generated = (await stage.read("imported.ts")).replace(/^import .*$/gm, "");
    await stage.write("index.ts", (await stage.read("index.ts")) + generated);
    await stage.succeed(["preview", "--expect-no-changes"]);
  });

  it("keeps a secret value secret: in state, in what it prints, and after a refresh", async () => {
    await stage.write(
      "index.ts",
      `import * as pulumi from "@pulumi/pulumi";
import * as audiences from "pulumi-audiences";
export const who = new audiences.onesignal.Segment("hush", {
  filters: [{ field: "tag", key: "project", relation: "=", value: pulumi.secret("codename-owl") }],
}).expression;
`,
    );
    const printed = [
      await stage.succeed(["up", "--yes", "--diff"]),
      await stage.succeed(["refresh", "--yes", "--diff"]),
      await stage.succeed(["preview", "--diff", "--expect-no-changes"]),
    ].join("\n");
    expect(printed).to.not.contain("codename-owl");
    expect(await stage.stored()).to.not.contain("codename-owl");
  });

  it("ends with the editor's own sentence when a relation does not fit its field", async () => {
    await stage.write(
      "index.ts",
      `import * as audiences from "pulumi-audiences";
new audiences.onesignal.Segment("wrong", {
  filters: [{ field: "country", relation: ">", value: "DE" }],
});
`,
    );
    const { code, stdout, stderr } = await stage.pulumi(["preview"]);
    expect(code).to.not.equal(0);
    expect(stdout + stderr).to.match(/index\.ts\(3,\d+\): error TS2322/);
  });
});
