import { chmod, copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { openStage, project, root, type Stage, settingsOf } from "./stage";

const APP = "appId: a11ce000-0e5d-4a99-8a00-000000000001";
const ONE = `resources:
  vip:
    type: audiences:onesignal:Segment
    properties:
      ${APP}
      filters: [{ field: tag, key: plan, relation: "=", value: pro }]
`;

/** What a person reads: both streams, without the paths of stack traces. */
const failing = async (stage: Stage, args: readonly string[], env = {}): Promise<string> => {
  const { code, stdout, stderr } = await stage.pulumi(args, env);
  const text = stdout + stderr;
  expect(code, text).to.not.equal(0);
  expect(text).to.not.match(/^\s+at .*:\d+:\d+/m);
  return text;
};

describe("what a newcomer gets wrong first", () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage({ env: {} });
    await stage.write("Pulumi.yaml", project("yaml", ONE));
    await stage.succeed(["stack", "init", "dev"]);
  });
  after(() => stage.close());

  it("no key: preview says which, and both places to put it", async () => {
    const text = await failing(stage, ["preview"]);
    expect(text).to.contain("onesignalApiKey is not set");
    expect(text).to.contain("pulumi config set --secret audiences:onesignalApiKey");
    expect(text).to.contain("ONESIGNAL_API_KEY");
  });

  it("a wrong key: the update says so, and names the setting", async () => {
    const env = { ...settingsOf(stage.emulator), ONESIGNAL_API_KEY: "made-up-and-wrong" };
    const text = await failing(stage, ["up", "--yes"], env);
    expect(text)
      .to.match(/refused/)
      .and.contain("onesignalApiKey")
      .and.not.contain("made-up-and-wrong");
  });

  it("an address where nobody answers: the update says so within seconds", async () => {
    const env = { ...settingsOf(stage.emulator), ONESIGNAL_ENDPOINT: "http://127.0.0.1:9" };
    const text = await failing(stage, ["up", "--yes"], env);
    expect(text)
      .to.match(/could not be sent/)
      .and.contain("onesignalEndpoint");
  });

  it("an app that is not there: the update says where to look", async () => {
    const stranger = ONE.replace("000000000001", "00000000ffff");
    await stage.write("Pulumi.yaml", project("yaml", stranger));
    const text = await failing(stage, ["up", "--yes"], settingsOf(stage.emulator));
    expect(text).to.match(/appId|app's id/);
    await stage.write("Pulumi.yaml", project("yaml", ONE));
  });

  it("a Node.js that is too old: a sentence with both versions", async () => {
    const old = join(stage.workspace.folder, "old");
    await mkdir(old, { recursive: true });
    const lie = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.0" } });`;
    await writeFile(join(old, "lie.cjs"), lie);
    const env = {
      ...settingsOf(stage.emulator),
      NODE_OPTIONS: `--require ${join(old, "lie.cjs")}`,
    };
    const text = await failing(stage, ["preview"], env);
    expect(text)
      .to.match(/Node\.js 22/)
      .and.contain("18.20.0");
  });

  it("a plugin that is not found: a sentence that names it", async () => {
    await stage.write("Pulumi.yaml", `name: e2e\nruntime: yaml\n${ONE}`);
    const text = await failing(stage, ["preview"], { PATH: join(root, "node_modules", ".bin") });
    expect(text)
      .to.match(/audiences/)
      .and.match(/plugin|package/);
    await stage.write("Pulumi.yaml", project("yaml", ONE));
  });

  it("a provider that is not built: the command that builds it", async () => {
    const bin = join(stage.workspace.folder, "unbuilt", "bin");
    await mkdir(bin, { recursive: true });
    const launcher = join(bin, "pulumi-resource-audiences");
    await copyFile(join(root, "bin", "pulumi-resource-audiences"), launcher);
    await chmod(launcher, 0o755);
    await stage.write("Pulumi.yaml", project("yaml", ONE).replace(join(root, "bin"), bin));
    const text = await failing(stage, ["preview"], settingsOf(stage.emulator));
    expect(text).to.contain("npm run build");
    await stage.write("Pulumi.yaml", project("yaml", ONE));
  });

  it("bad input: every failure at once, each at its place, and OneSignal is not asked", async () => {
    stage.emulator.forgetRequests();
    const filters = [
      { field: "tag", key: "plan", relation: "==", value: "pro" },
      { field: "last_session", relation: ">", hours_ago: 3 },
      { field: "shoe_size", relation: "=", value: "44" },
      { field: "country", relation: "=", value: "uk" },
    ];
    const resource = `resources:\n  bad:\n    type: audiences:onesignal:Segment\n    properties:\n      ${APP}\n      descripton: x\n      filters: ${JSON.stringify(filters)}\n`;
    await stage.write("Pulumi.yaml", project("yaml", resource));
    const text = await failing(stage, ["preview"], {
      ...settingsOf(stage.emulator),
      PULUMI_YAML_SKIP_TYPE_CHECK: "true",
    });
    expect(stage.emulator.requests().total).to.equal(0);
    expect(text).to.match(/descripton|filters/);
  });
});
