import { expect } from "chai";
import { openStage, project, type Stage, settingsOf } from "./stage";

const PROGRAM = project(
  "yaml",
  `resources:
  pro-onesignal:
    type: audiences:onesignal:Segment
    properties:
      filters: [{ field: tag, key: plan, relation: "=", value: pro }]
  pro-statsig:
    type: audiences:statsig:Segment
    properties:
      type: rule_based
      rules:
        - name: Pro
          passPercentage: 33.33
          conditions: [{ type: custom_field, field: plan, operator: any, targetValue: pro }]
  pro-push0:
    type: audiences:push0:Segment
    properties:
      constraints:
        - type: OR
          constraints: [{ field: deviceManufacturer, relation: "==", value: Samsung }]
`,
);

describe("one program with a segment in each vendor", () => {
  let stage: Stage;
  let keys: Readonly<Record<string, string>>;
  before(async () => {
    stage = await openStage({ env: {} });
    const { emulator } = stage;
    keys = {
      STATSIG_API_KEY: emulator.statsigApiKey,
      STATSIG_ENDPOINT: emulator.url,
      PUSH0_API_KEY: emulator.push0ApiKey,
      PUSH0_ENDPOINT: `${emulator.url}/v1`,
    };
    await stage.write("Pulumi.yaml", PROGRAM);
    await stage.succeed(["stack", "init", "dev"]);
  });
  after(() => stage.close());

  it("with one key only: says which key the next vendor needs, and so on", async () => {
    const { STATSIG_API_KEY, STATSIG_ENDPOINT } = keys;
    const one = settingsOf(stage.emulator);
    const first = await stage.pulumi(["preview"], one);
    expect(first.code).to.not.equal(0);
    expect(first.stdout).to.contain("statsigApiKey is not set").and.contain("STATSIG_API_KEY");
    const second = await stage.pulumi(["preview"], { ...one, STATSIG_API_KEY, STATSIG_ENDPOINT });
    expect(second.code).to.not.equal(0);
    expect(second.stdout).to.contain("push0ApiKey is not set").and.contain("PUSH0_API_KEY");
  });

  it("with all keys: applies, refreshes and previews clean", async () => {
    const env = { ...settingsOf(stage.emulator), ...keys };
    await stage.succeed(["up", "--yes"], env);
    await stage.succeed(["preview", "--expect-no-changes"], env);
    await stage.succeed(["refresh", "--yes", "--skip-preview", "--expect-no-changes"], env);
    await stage.succeed(["preview", "--expect-no-changes"], env);
  });

  it("imports them into another stack, by name, and previews clean", async () => {
    const env = { ...settingsOf(stage.emulator), ...keys };
    const resources = ["onesignal", "statsig", "push0"].map((vendor) => ({
      type: `audiences:${vendor}:Segment`,
      name: `pro-${vendor}`,
      id: `name:pro-${vendor}`,
    }));
    await stage.write("import.json", JSON.stringify({ resources }));
    await stage.succeed(["stack", "init", "other"], env);
    const options = ["--generate-code=false", "--protect=false", "--yes"];
    await stage.succeed(["import", "--file", "import.json", ...options], env);
    await stage.succeed(["preview", "--expect-no-changes"], env);
    await stage.succeed(["stack", "rm", "other", "--force", "--yes"], env);
    await stage.succeed(["stack", "select", "dev"], env);
  });

  it("takes everything away", async () => {
    const env = { ...settingsOf(stage.emulator), ...keys };
    await stage.succeed(["destroy", "--yes", "--skip-preview"], env);
    const { operations } = stage.emulator.requests();
    for (const vendor of ["onesignal", "statsig", "push0"]) {
      expect(operations[`${vendor}.delete`], vendor).to.equal(1);
    }
  });
});
