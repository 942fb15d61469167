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

  it("with one key only: says which key each of the others needs", async () => {
    let env = settingsOf(stage.emulator);
    const missing: string[] = [];
    // The engine ends at the first resource that is refused, whichever it is.
    while (missing.length < 2) {
      const { code, stdout } = await stage.pulumi(["preview"], env);
      expect(code).to.not.equal(0);
      const [, vendor = ""] =
        /audiences:(\w+):Segment.* error: .*ApiKey is not set/.exec(stdout) ?? [];
      const prefix = vendor.toUpperCase();
      expect(stdout).to.contain(`${vendor}ApiKey is not set`).and.contain(`${prefix}_API_KEY`);
      missing.push(vendor);
      const own = Object.entries(keys).filter(([name]) => name.startsWith(prefix));
      env = { ...env, ...Object.fromEntries(own) };
    }
    expect(missing).to.have.members(["statsig", "push0"]);
    await stage.succeed(["preview"], env);
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
