import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { audiences, IMPORTABLE, managed, openProject, reported, TYPESCRIPT } from "./import-stage";
import { engine, listed, openStage, project, type Stage } from "./stage";

/** A CLI that imports the first resources of the file only, and then fails. */
const breakAfter = async (stage: Stage, count: number): Promise<string> => {
  const { command } = await engine();
  const path = join(stage.workspace.folder, "pulumi-that-breaks");
  await writeFile(
    path,
    `#!${process.execPath}
const { readFileSync, writeFileSync } = require("node:fs");
const { spawnSync } = require("node:child_process");
const args = process.argv.slice(2);
if (args[0] === "import") {
  const file = args[args.indexOf("--file") + 1];
  const { resources } = JSON.parse(readFileSync(file, "utf8"));
  args[args.indexOf("--file") + 1] = file + ".part";
  writeFileSync(file + ".part", JSON.stringify({ resources: resources.slice(0, ${count}) }));
}
const { status } = spawnSync(${JSON.stringify(command)}, args, { stdio: "inherit" });
process.exit(args[0] === "import" ? 255 : status);
`,
  );
  await chmod(path, 0o755);
  return path;
};

/** A CLI that dies in the middle of an import, as if the machine had been switched off. */
const dying = async (stage: Stage): Promise<string> => {
  const { command } = await engine();
  const path = join(stage.workspace.folder, "pulumi-that-dies");
  await writeFile(
    path,
    `#!${process.execPath}
const { spawn } = require("node:child_process");
const args = process.argv.slice(2);
const child = spawn(${JSON.stringify(command)}, args, { stdio: ["ignore", "pipe", "inherit"] });
child.stdout.on("data", (text) => {
  process.stdout.write(text);
  if (args[0] === "import") child.kill("SIGKILL");
});
child.on("close", (code) => process.exit(code ?? 137));
`,
  );
  await chmod(path, 0o755);
  return path;
};

describe("an import that fails", () => {
  it("because it was killed is finished by the commands that the next one names", async () => {
    const stage = await openProject("yaml");
    try {
      const env = { AUDIENCES_PULUMI: await dying(stage) };
      expect((await audiences(stage, ["import", "--all"], env)).code).to.equal(1);
      const locked = await audiences(stage, ["import", "--all"]);
      expect(locked.code).to.equal(1);
      expect(locked.stderr).to.contain("free the stack with `pulumi cancel --yes`");
      await stage.succeed(["cancel", "--yes"]);
      expect(await reported(stage, ["--all"])).to.deep.include({ changes: [], files: [] });
      const ids = await managed(stage);
      expect(new Set(ids).size).to.equal(ids.length).and.to.equal(IMPORTABLE);
    } finally {
      await stage.close();
    }
  });

  for (const [language, runtime, file] of [
    ["TypeScript", TYPESCRIPT, "segments.ts"],
    ["YAML", "yaml", "Pulumi.yaml"],
  ] as const) {
    it(`in the middle of importing is finished by the same command (${language})`, async () => {
      const stage = await openProject(runtime);
      try {
        const broken = await audiences(stage, ["import", "--all"], {
          AUDIENCES_PULUMI: await breakAfter(stage, 3),
        });
        expect(broken.code).to.equal(1);
        expect(broken.stderr).to.contain("Run the same `audiences import` again");
        expect(await managed(stage)).to.have.length(3);
        const program = await stage.read(file);
        const report = await reported(stage, ["--all"]);
        expect(report).to.deep.include({ imported: IMPORTABLE - 3, changes: [], files: [] });
        expect(await stage.read(file)).to.equal(program);
        const ids = await managed(stage);
        expect(new Set(ids).size).to.equal(ids.length).and.to.equal(IMPORTABLE);
      } finally {
        await stage.close();
      }
    });
  }

  it("while the account is read changes nothing, and can be run again", async () => {
    const stage = await openProject("yaml");
    try {
      stage.emulator.faults.add({ kind: "status", status: 403, operation: "view", nth: 5 });
      const before = await stage.read("Pulumi.yaml");
      const { code, stderr } = await audiences(stage, ["import", "--all"]);
      expect(code).to.equal(1);
      expect(stderr).to.contain("was refused").and.not.contain(stage.emulator.apiKey);
      expect(await stage.read("Pulumi.yaml")).to.equal(before);
      expect(await reported(stage, ["--all"])).to.deep.include({
        imported: IMPORTABLE,
        changes: [],
      });
    } finally {
      await stage.close();
    }
  });

  it("takes key and app from the stack's configuration", async () => {
    const stage = await openStage({ emulator: { seed: true }, env: {} });
    try {
      await stage.write("Pulumi.yaml", project("yaml"));
      await stage.succeed(["stack", "init", "dev"]);
      const { code, stderr } = await audiences(stage, ["import", "--all"]);
      expect(code).to.equal(2);
      expect(stderr).to.contain("onesignalApiKey is not set");
      await stage.succeed([
        "config",
        "set",
        "--secret",
        "audiences:onesignalApiKey",
        stage.emulator.apiKey,
      ]);
      await stage.succeed(["config", "set", "audiences:onesignalAppId", stage.app]);
      await stage.succeed(["config", "set", "audiences:onesignalEndpoint", stage.emulator.url]);
      expect(await reported(stage, ["--all"])).to.deep.include({
        imported: IMPORTABLE,
        changes: [],
      });
      expect(await readFile(join(stage.folder, "audiences-import.json"), "utf8")).to.not.contain(
        stage.emulator.apiKey,
      );
      expect((await listed(stage)).length).to.be.greaterThan(IMPORTABLE);
    } finally {
      await stage.close();
    }
  });
});
