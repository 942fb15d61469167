import { join } from "node:path";
import { expect } from "chai";
import { openStage, project, root, type Stage } from "./stage";

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
