import { expect } from "chai";
import { vendors } from "../../provider/registry";
import { subjects } from "../conformance/subjects";
import { openStage, project, type Stage } from "./stage";
import { type Example, examples, readings } from "./vendor-examples";

/** A program without static types: what the documents print goes to the provider's own grammar, and to no other. */
const program = (vendor: string, chosen: readonly Example[]): string => {
  const resources = chosen.map((example) => {
    const args = JSON.stringify(readings[vendor]?.inputs(example));
    return `new audiences.${vendor}.Segment("${example.id}", ${args} as any);`;
  });
  return `import * as audiences from "pulumi-audiences";\n${resources.join("\n")}\n`;
};

for (const { name: vendor, title } of vendors.filter(({ name }) => name in readings)) {
  const own = examples.filter((example) => example.vendor === vendor);
  const accepted = own.filter((example) => example.expect === "accept");
  const refused = own.filter((example) => example.expect === "legacy-or-unknown");

  describe(`the examples of ${title}'s documents`, () => {
    const subject = subjects[vendor];
    let stage: Stage;
    before(async () => {
      stage = await openStage({ env: {} });
      await stage.write("Pulumi.yaml", project("nodejs\nmain: index.ts"));
      await stage.write("index.ts", program(vendor, accepted));
      await stage.succeed(["stack", "init", "dev"]);
      const settings = Object.entries(subject?.settings(stage.emulator) ?? {});
      const pairs = settings.flatMap(([key, value]) => [
        "--plaintext",
        `audiences:${key}=${value}`,
      ]);
      await stage.succeed(["config", "set-all", ...pairs]);
    });
    after(() => stage.close());

    it(`create ${accepted.length} segments, then preview and refresh clean`, async () => {
      await stage.succeed(["up", "--yes", "--skip-preview"]);
      expect(await subject?.count(stage.emulator)).to.equal(accepted.length);
      await stage.succeed(["preview", "--expect-no-changes"]);
      await stage.succeed(["refresh", "--yes", "--skip-preview", "--expect-no-changes"]);
      await stage.succeed(["preview", "--expect-no-changes"]);
    });

    for (const example of refused) {
      it(`${example.id}, which only older documents have, is refused in preview at its place`, async () => {
        await stage.write("index.ts", program(vendor, [example]));
        stage.emulator.forgetRequests();
        const { code, stdout } = await stage.pulumi(["preview"]);
        expect(code).to.not.equal(0);
        expect(stdout).to.match(readings[vendor]?.refusals[example.id] ?? /$^/);
        expect(stage.emulator.requests().total).to.equal(0);
      });
    }
  });
}
