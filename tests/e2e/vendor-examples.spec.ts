import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { listed, openStage, project, root, type Stage } from "./stage";

interface Example {
  readonly id: string;
  readonly vendor: string;
  readonly operation: string;
  readonly expect: "accept" | "legacy-or-unknown";
  readonly body: {
    readonly name: string;
    readonly description?: string;
    readonly id?: string;
    readonly filters?: readonly Entry[];
  };
}
type Entry = Readonly<Record<string, unknown>>;

const examples = (
  JSON.parse(
    readFileSync(join(root, "tests/fixtures/vendor-examples.json"), "utf8"),
  ) as readonly Example[]
).filter(({ vendor }) => vendor === "onesignal");

/** The vendor's spelling in ours: `hours_ago` becomes `hoursAgo`, and nothing else changes. */
const spelled = ({ hours_ago, ...rest }: Entry): Entry =>
  hours_ago === undefined ? rest : { ...rest, hoursAgo: hours_ago };

const anything = [{ field: "session_count", relation: ">", value: "1" }];

/** A program without static types: what the documents print goes to the provider's own grammar, and to no other. */
const program = (chosen: readonly Example[]): string => {
  const resources = chosen.map(
    ({ id, body: { filters = anything, id: segmentId, description } }) => {
      const args = JSON.stringify({ filters: filters.map(spelled), segmentId, description });
      return `new audiences.onesignal.Segment("${id}", ${args} as any);`;
    },
  );
  return `import * as audiences from "pulumi-audiences";\n${resources.join("\n")}\n`;
};

const accepted = examples.filter((example) => example.expect === "accept");
const refused = examples.filter((example) => example.expect === "legacy-or-unknown");

describe("the examples of OneSignal's documents", () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
    await stage.write("Pulumi.yaml", project("nodejs\nmain: index.ts"));
    await stage.write("index.ts", program(accepted));
    await stage.succeed(["stack", "init", "dev"]);
  });
  after(() => stage.close());

  it(`create ${accepted.length} segments, then preview and refresh clean`, async () => {
    await stage.succeed(["up", "--yes", "--skip-preview"]);
    expect(await listed(stage)).to.have.length(accepted.length);
    await stage.succeed(["preview", "--expect-no-changes"]);
    await stage.succeed(["refresh", "--yes", "--skip-preview", "--expect-no-changes"]);
    await stage.succeed(["preview", "--expect-no-changes"]);
  });

  const places: { readonly [id: string]: RegExp } = {
    "onesignal-001": /property filters\[4\]\.value .*write `hoursAgo` instead/,
    "onesignal-004": /property filters\[4\]\.field .*v9 \(2021\)/,
    "onesignal-023": /property filters\[1\]\.field .*it is a filter of messages/,
  };

  for (const example of refused) {
    it(`${example.id}, which only older documents have, is refused in preview at its place`, async () => {
      await stage.write("index.ts", program([example]));
      stage.emulator.forgetRequests();
      const { code, stdout } = await stage.pulumi(["preview"]);
      expect(code).to.not.equal(0);
      expect(stdout).to.match(places[example.id] ?? /$^/);
      expect(stage.emulator.requests().total).to.equal(0);
    });
  }
});
