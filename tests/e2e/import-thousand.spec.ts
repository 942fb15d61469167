import { expect } from "chai";
import { dashboard } from "../import/dashboard";
import { managed, reported, TYPESCRIPT } from "./import-stage";
import { openStage, project } from "./stage";

const SEGMENTS = 1000;
const PAGES = 4;

/** How long it takes is for `npm run bench`. */
describe("a thousand segments with all of the grammar, made in the dashboard", () => {
  for (const [language, runtime] of [
    ["YAML", "yaml"],
    ["TypeScript", TYPESCRIPT],
  ] as const) {
    it(`are imported into ${language} with ${PAGES} list calls and one view each, and preview clean`, async () => {
      const stage = await openStage();
      try {
        stage.emulator.seed({ segments: dashboard(SEGMENTS) });
        await stage.write("Pulumi.yaml", project(runtime));
        await stage.succeed(["stack", "init", "dev"]);
        const { imported, changes } = await reported(stage, ["--all"]);
        expect({ imported, changes }).to.deep.equal({ imported: SEGMENTS, changes: [] });
        expect(new Set(await managed(stage)).size).to.equal(SEGMENTS);
        expect(stage.emulator.requests().operations).to.deep.equal({
          "onesignal.list": PAGES,
          "onesignal.view": SEGMENTS,
        });
      } finally {
        await stage.close();
      }
    });
  }
});
