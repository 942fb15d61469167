import { join } from "node:path";
import { expect } from "chai";
import { push0Console, statsigConsole } from "../import/consoles";
import { everyVendor } from "./import-stage";
import { openStage, project, root, type Stage, writes } from "./stage";

const IMPORT = ["import", "--from", "audiences", "--yes", "--protect=false", "--skip-preview"];

const installConverter = (stage: Stage): Promise<string> =>
  stage.succeed([
    ...["plugin", "install", "converter", "audiences", "0.1.0"],
    ...["--file", join(root, "dist", "converter")],
  ]);

describe("pulumi import --from audiences", () => {
  for (const [language, runtime, file] of [
    ["YAML", "yaml", "imported.yaml"],
    ["TypeScript", "nodejs\nmain: index.ts", "index.ts"],
  ] as const) {
    it(`writes a ${language} program that previews clean, and reads each segment once`, async () => {
      const stage = await openStage({ emulator: { seed: true } });
      try {
        await stage.write("Pulumi.yaml", project(runtime));
        await stage.succeed(["stack", "init", "dev"]);
        await installConverter(stage);
        stage.emulator.forgetRequests();
        // Flags of the CLI end at `--`, so that `--non-interactive` has to stand before it.
        const args = [...IMPORT, "--out", join(stage.folder, file), "--non-interactive"];
        const { code, stdout, stderr } = await stage.workspace.pulumi(
          [...args, "--", "--vendor", "onesignal"],
          {
            cwd: stage.folder,
          },
        );
        expect(code, stdout + stderr).to.equal(0);
        expect(stderr).to.match(/"Filled a cart, never bought" is left out; .*only the dashboard/);
        expect(stage.emulator.requests().operations).to.deep.equal({
          "onesignal.list": 1,
          "onesignal.view": 13,
        });
        if (language === "YAML") {
          await stage.write("Pulumi.yaml", project(runtime, await stage.read(file)));
        }
        await stage.succeed(["preview", "--expect-no-changes"]);
      } finally {
        await stage.close();
      }
    });
  }

  for (const { vendor, seed, most } of [
    { vendor: "statsig", seed: statsigConsole(40), most: "statsig.list" },
    { vendor: "push0", seed: push0Console(40), most: "push0.list" },
  ] as const) {
    it(`brings in all kinds of segments of ${vendor}, without a warning, and previews clean`, async () => {
      const stage = await openStage();
      try {
        stage.emulator.seed(seed);
        const env = everyVendor(stage);
        await stage.write("Pulumi.yaml", project("yaml"));
        await stage.succeed(["stack", "init", "dev"]);
        await installConverter(stage);
        const args = [...IMPORT, "--out", join(stage.folder, "imported.yaml"), "--non-interactive"];
        const { code, stdout, stderr } = await stage.workspace.pulumi(
          [...args, "--", "--vendor", vendor],
          { cwd: stage.folder, env },
        );
        expect(code, stdout + stderr).to.equal(0);
        expect(stdout + stderr)
          .to.contain("= 40 imported")
          .and.not.match(/differs from/);
        expect(stage.emulator.requests().operations[most]).to.equal(1);
        expect(writes(stage)).to.equal(0);
        await stage.write("Pulumi.yaml", project("yaml", await stage.read("imported.yaml")));
        const preview = await stage.succeed(["preview", "--expect-no-changes"], env);
        expect(preview).to.not.match(/differs from/);
      } finally {
        await stage.close();
      }
    });
  }

  it("ends with the usage when flags are missing", async () => {
    const stage = await openStage();
    try {
      await stage.write("Pulumi.yaml", project("yaml"));
      await stage.succeed(["stack", "init", "dev"]);
      await installConverter(stage);
      const { code, stderr } = await stage.pulumi(IMPORT);
      expect(code).to.not.equal(0);
      expect(stderr).to.contain(
        "missing --vendor; usage: pulumi import --from audiences -- --vendor onesignal",
      );
    } finally {
      await stage.close();
    }
  });
});
