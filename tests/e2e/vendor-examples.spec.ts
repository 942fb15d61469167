import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { listed, openStage, project, root, type Stage } from "./stage";

interface Example {
  readonly id: string;
  readonly vendor: string;
  readonly operation: string;
  readonly expect: "accept" | "legacy-or-unknown";
  readonly body: { readonly name: string; readonly description?: string; readonly id?: string; readonly filters?: readonly Entry[] };
}
type Entry = Readonly<Record<string, unknown>>;

const examples = (
  JSON.parse(readFileSync(join(root, "tests/fixtures/vendor-examples.json"), "utf8")) as readonly Example[]
).filter(({ vendor }) => vendor === "onesignal");

/** The vendor's spelling in ours: `hours_ago` becomes `hoursAgo`, and nothing else changes. */
const spelled = ({ hours_ago, ...rest }: Entry): Entry =>
  hours_ago === undefined ? rest : { ...rest, hoursAgo: hours_ago };

const anything = [{ field: "session_count", relation: ">", value: "1" }];

const declared = (chosen: readonly Example[]): string =>
  chosen
    .map(({ id, body: { filters = anything, id: segmentId, description } }) => {
      const properties = { filters: filters.map(spelled), segmentId, description };
      return `  ${id}:\n    type: audiences:onesignal:Segment\n    properties: ${JSON.stringify(properties)}`;
    })
    .join("\n");

const accepted = examples.filter((example) => example.expect === "accept");
const refused = examples.filter((example) => example.expect === "legacy-or-unknown");

describe("the examples of OneSignal's documents", () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
    await stage.write("Pulumi.yaml", project("yaml", `resources:\n${declared(accepted)}`));
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

  it("that only older documents have are refused in preview, all at once, each at its place", async () => {
    await stage.write("Pulumi.yaml", project("yaml", `resources:\n${declared(refused)}`));
    stage.emulator.forgetRequests();
    const { code, stdout } = await stage.pulumi(["preview"]);
    expect(code).to.not.equal(0);
    expect(stdout).to.match(/filters\[2\]\.(hoursAgo|value)/);
    for (const index of [0, 2, 4]) expect(stdout).to.contain(`filters[${index}].field`);
    expect(stdout).to.contain("it is a filter of messages");
    expect(stage.emulator.requests().total).to.equal(0);
  });
});
