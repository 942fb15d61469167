import { expect } from "chai";
import { listed, openStage, project, type Stage, writes } from "./stage";

const segment = (filters: string, more = ""): string =>
  project(
    "yaml",
    `resources:
  vip:
    type: audiences:onesignal:Segment
    properties:
${more}      filters:
${filters}
outputs:
  who: \${vip.expression}
`,
  );

const pro = "        - { field: tag, key: plan, relation: '=', value: pro }";
const week = "        - { field: last_session, relation: '>', hoursAgo: 168 }";
const twoWeeks = "        - { field: last_session, relation: '>', hoursAgo: 336 }";

interface PreviewStep {
  readonly op: string;
  readonly urn: string;
  readonly detailedDiff?: Readonly<Record<string, { readonly kind: string }>> | null;
}

const previewed = async (stage: Stage): Promise<readonly PreviewStep[]> => {
  const output = await stage.succeed(["preview", "--json"]);
  const { steps } = JSON.parse(output) as { steps: readonly PreviewStep[] };
  return steps.filter(({ urn, op }) => urn.includes("Segment") && op !== "same");
};

describe("a YAML program", () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
    await stage.write("Pulumi.yaml", segment(`${pro}\n${week}`));
    await stage.succeed(["stack", "init", "dev"]);
  });
  after(() => stage.close());

  it("previews a new segment without asking OneSignal anything, and says who is in it", async () => {
    const output = await stage.succeed(["preview"]);
    expect(output).to.contain("last session more than 7 days ago, and tag plan is pro");
    expect(stage.emulator.requests().total).to.equal(0);
  });

  it("makes it, and then has nothing to do", async () => {
    await stage.succeed(["up", "--yes", "--skip-preview"]);
    expect((await listed(stage)).map(({ name }) => name)).to.deep.equal(["vip"]);
    stage.emulator.forgetRequests();
    await stage.succeed(["preview", "--expect-no-changes"]);
    await stage.succeed(["refresh", "--yes", "--skip-preview", "--expect-no-changes"]);
    expect(writes(stage)).to.equal(0);
  });

  it("has nothing to do for another spelling of the same filters", async () => {
    const spelled = "        - { operator: AND }";
    const text = "        - { field: last_session, relation: '>', hoursAgo: '168.0' }";
    await stage.write("Pulumi.yaml", segment(`${text}\n${spelled}\n${pro}`));
    await stage.succeed(["preview", "--expect-no-changes"]);
  });

  it("names the one place that changes, and changes it in place", async () => {
    await stage.write("Pulumi.yaml", segment(`${pro}\n${twoWeeks}`));
    const [step] = await previewed(stage);
    expect(step?.op).to.equal("update");
    expect(Object.keys(step?.detailedDiff ?? {})).to.deep.equal(["filters[1].hoursAgo"]);
    const before = await listed(stage);
    await stage.succeed(["up", "--yes", "--skip-preview"]);
    expect((await listed(stage)).map(({ id }) => id)).to.deep.equal(before.map(({ id }) => id));
  });

  it("sees an edit behind Pulumi's back, shows just that, and heals it", async () => {
    stage.emulator.edit({ name: "vip", set: { description: "edited in the dashboard" } });
    const shown = await stage.succeed(["refresh", "--preview-only", "--diff"]);
    expect(shown).to.contain("description").and.not.contain("hoursAgo");
    await stage.succeed(["up", "--yes", "--refresh", "--skip-preview"]);
    await stage.succeed(["preview", "--refresh", "--expect-no-changes"]);
  });

  it("sees a deletion behind Pulumi's back, and makes the segment again", async () => {
    stage.emulator.edit({ name: "vip", delete: true });
    await stage.succeed(["up", "--yes", "--refresh", "--skip-preview"]);
    expect((await listed(stage)).map(({ name }) => name)).to.deep.equal(["vip"]);
  });

  it("replaces the segment when the app changes", async () => {
    const [, other] = stage.emulator.apps;
    await stage.write("Pulumi.yaml", segment(pro, `      appId: ${other?.id}\n`));
    const [step] = await previewed(stage);
    expect(step?.detailedDiff?.["appId"]?.kind).to.match(/replace/);
    await stage.succeed(["up", "--yes", "--skip-preview"]);
    expect(await listed(stage, 0)).to.deep.equal([]);
    expect((await listed(stage, 1)).map(({ name }) => name)).to.deep.equal(["vip"]);
  });

  it("keeps the segment when a replacement is forced without a reason", async () => {
    const urn = "urn:pulumi:dev::e2e::audiences:onesignal:Segment::vip";
    await stage.succeed(["up", "--yes", "--skip-preview", "--replace", urn]);
    expect((await listed(stage, 1)).map(({ name }) => name)).to.deep.equal(["vip"]);
    await stage.succeed(["preview", "--refresh", "--expect-no-changes"]);
  });

  it("takes it away, and leaves the key in nothing that it stored", async () => {
    await stage.succeed(["destroy", "--yes", "--skip-preview"]);
    expect(await listed(stage, 1)).to.deep.equal([]);
    expect(await stage.stored()).to.not.contain(stage.emulator.apiKey);
  });
});

describe("import into a YAML program", () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage({ emulator: { seed: true } });
    await stage.write("Pulumi.yaml", project("yaml"));
    await stage.succeed(["stack", "init", "dev"]);
  });
  after(() => stage.close());

  it("generates what previews clean, from a name as well as from an id", async () => {
    const wanted = [
      ["dach", `${stage.app}/name:German speakers in DACH`],
      ["vip-customers", "name:VIP customers"],
      ["near-berlin", `${stage.app}/5e93e700-0e5d-4a99-8a00-000000000008`],
    ];
    const generated: string[] = [];
    for (const [name = "", id = ""] of wanted) {
      const out = `${stage.folder}/${name}.yaml`;
      const args = ["import", "audiences:onesignal:Segment", name, id, "--protect=false", "--yes"];
      await stage.succeed([...args, "--out", out]);
      generated.push((await stage.read(`${name}.yaml`)).replace(/^resources:\n/, ""));
    }
    await stage.write("Pulumi.yaml", project("yaml", `resources:\n${generated.join("\n")}`));
    await stage.succeed(["preview", "--expect-no-changes"]);
  });

  for (const [what, id, sentence] of [
    ["a name that nobody has", "name:Nobody", /does not exist/],
    ["a read-only segment", "name:Active Users", /read-only/],
    ["a user-based segment", "name:Filled a cart, never bought", /dashboard/],
    ["an id of the wrong form", "Segment 7", /expected "<app id>\/<segment id>"/],
  ] as const) {
    it(`refuses ${what} with a sentence, and writes nothing to state`, async () => {
      const args = ["import", "audiences:onesignal:Segment", "other", id, "--yes"];
      const { code, stdout, stderr } = await stage.pulumi(args);
      expect(code).to.not.equal(0);
      expect(stdout + stderr)
        .to.match(sentence)
        .and.not.match(/\bat .*\.(js|cjs|ts):\d+/);
      expect(await stage.stored()).to.not.contain("Segment::other");
    });
  }
});
