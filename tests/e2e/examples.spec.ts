import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { vendors } from "../../provider/registry";
import { subjects } from "../conformance/subjects";
import { openStage, root, type Stage } from "./stage";

/** As deep in this repository as the original, so that all it refers to is where it says. */
const placeOf = (vendor: string): string => join(root, ".cache", `example-${vendor}`);

for (const { name: vendor } of vendors) {
  describe(`examples/${vendor}`, () => {
    const cwd = placeOf(vendor);
    const subject = subjects[vendor];
    let stage: Stage;

    const pulumi = async (...args: readonly string[]): Promise<string> => {
      const { code, stdout } = await stage.workspace.pulumi([...args, "--non-interactive"], {
        cwd,
      });
      if (code !== 0) throw new Error(`pulumi ${args.join(" ")} ended with ${code}:\n${stdout}`);
      return stdout;
    };

    before(async () => {
      await rm(cwd, { recursive: true, force: true });
      await cp(join(root, "examples", vendor), cwd, { recursive: true });
      stage = await openStage({ env: {} });
      await pulumi("stack", "init", "dev");
      const settings = Object.entries(subject?.settings(stage.emulator) ?? {});
      const pairs = settings.flatMap(([key, value]) => [
        "--plaintext",
        `audiences:${key}=${value}`,
      ]);
      await pulumi("config", "set-all", ...pairs);
    });
    after(async () => {
      await stage.close();
      await rm(cwd, { recursive: true, force: true });
    });

    it("previews without a warning and applies", async () => {
      expect(await pulumi("preview")).not.to.contain("warning");
      await pulumi("up", "--yes", "--skip-preview");
      expect(await subject?.count(stage.emulator)).to.be.greaterThan(2);
    });

    it("then has nothing to do, before and after a refresh", async () => {
      await pulumi("preview", "--expect-no-changes");
      await pulumi("refresh", "--yes", "--skip-preview", "--expect-no-changes");
      await pulumi("preview", "--expect-no-changes");
    });

    it("is taken away", async () => {
      const { resources } = JSON.parse(await pulumi("stack", "export")).deployment;
      const ours = resources.filter(({ type }: { type: string }) => type.startsWith("audiences:"));
      await pulumi("destroy", "--yes", "--skip-preview");
      const { operations } = stage.emulator.requests();
      const gone = ["delete", "archive"].map((one) => operations[`${vendor}.${one}`] ?? 0);
      expect(gone.reduce((sum, one) => sum + one)).to.equal(ours.length);
    });
  });
}
