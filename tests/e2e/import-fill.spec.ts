import { expect } from "chai";
import { audiences } from "./import-stage";
import { openStage, project, type Stage } from "./stage";

const program = `resources:
  vip-customers:
    type: audiences:onesignal:Segment
    properties:
      name: VIP customers
      description: Gold plan, or more than 1,000 spent
      filters:
        - { field: tag, key: plan, relation: "=", value: gold }
        - { operator: OR }
        - { field: tag, key: lifetime_value, relation: ">", value: 1000 }
  inactive:
    type: audiences:onesignal:Segment
    name: Inactive 30 days
    properties:
      description: For the win-back mail
      filters: [{ field: last_session, relation: ">", hoursAgo: 720 }]
`;

const stranger = `  nobody-knows-me:
    type: audiences:onesignal:Segment
    properties:
      filters: [{ field: tag, key: a, relation: exists }]
`;

const FILE = "ids.json";
const IMPORT = ["import", "--file", FILE, "--generate-code=false", "--protect=false", "--yes"];

describe("audiences fill-import", () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage({ emulator: { seed: true } });
    await stage.write("Pulumi.yaml", project("yaml", program));
    await stage.succeed(["stack", "init", "dev"]);
  });
  after(() => stage.close());

  it("finds the ids of a program that was written by hand, so that its import previews clean", async () => {
    await stage.succeed(["preview", "--import-file", FILE]);
    const { code, stdout, stderr } = await audiences(stage, ["fill-import", FILE]);
    expect(code, stderr).to.equal(0);
    expect(stdout).to.contain(`vip-customers: ${stage.app}/5e93e700-0e5d-4a99-8a00-000000000005`);
    expect(stderr).to.contain(`Next: pulumi import --file ${FILE}`);
    await stage.succeed(IMPORT);
    await stage.succeed(["preview", "--expect-no-changes"]);
  });

  it("names what it cannot find, and leaves it open", async () => {
    await stage.write("Pulumi.yaml", project("yaml", program + stranger));
    await stage.succeed(["preview", "--import-file", FILE]);
    const { code, stderr } = await audiences(stage, ["fill-import", FILE]);
    expect(code).to.equal(1);
    expect(stderr).to.contain("nobody-knows-me stays open: no segment has this name");
    expect(await stage.read(FILE)).to.contain("<PLACEHOLDER>");
  });

  it("takes out with --only-found what `pulumi up` is to make, so that the rest can be imported", async () => {
    const { code, stderr } = await audiences(stage, ["fill-import", FILE, "--only-found"]);
    expect(code).to.equal(0);
    expect(stderr).to.contain("nobody-knows-me is taken out: no segment has this name");
    expect(JSON.parse(await stage.read(FILE))).to.deep.include({ resources: [] });
  });

  it("names what it could not look for", async () => {
    await stage.write(
      "other.json",
      '{"resources":[{"type":"audiences:push0:Segment","name":"a","id":"<PLACEHOLDER>"}]}',
    );
    const { code, stderr } = await audiences(stage, ["fill-import", "other.json"]);
    expect(code).to.equal(1);
    expect(stderr).to.contain("a stays open: the key of its vendor is not set");
  });
});
