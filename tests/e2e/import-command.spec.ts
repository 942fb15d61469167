import { readdir } from "node:fs/promises";
import { expect } from "chai";
import { audiences, IMPORTABLE, managed, openProject, reported, TYPESCRIPT } from "./import-stage";
import { type Stage, writes } from "./stage";

describe("audiences import, into a TypeScript project", () => {
  let stage: Stage;
  before(async () => {
    stage = await openProject(TYPESCRIPT);
  });
  after(() => stage.close());

  it("shows with --dry-run what it would do, and does nothing", async () => {
    const { code, stdout, stderr } = await audiences(stage, ["import", "--all", "--dry-run"]);
    expect(code).to.equal(0);
    expect(stdout).to.match(/^Segment +Size +Changed +Import$/m);
    expect(stdout).to.match(/^VIP customers +[\d,]+ +2025-02-11 +yes$/m);
    expect(stdout).to.match(/^Subscribed Users .*no: OneSignal made it and keeps it read-only/m);
    expect(stdout)
      .to.contain('new onesignal.Segment("VIP customers", {')
      .and.not.contain("\u001B[");
    expect(stderr).to.contain("Nothing was changed");
    expect(await managed(stage)).to.deep.equal([]);
    expect(await readdir(stage.folder))
      .to.not.include("index.ts")
      .and.not.include("segments.ts");
  });

  it("asks for --all or a pattern where nobody can pick", async () => {
    const { code, stderr } = await audiences(stage, ["import", "--non-interactive"]);
    expect(code).to.equal(2);
    expect(stderr).to.contain("--all");
  });

  it("writes a program with the builders, imports all, and ends with 0 changes", async () => {
    stage.emulator.forgetRequests();
    const { code, stdout, stderr } = await audiences(stage, [
      "import",
      "--all",
      "--split",
      "*users*",
    ]);
    expect(code, stdout + stderr).to.equal(0);
    expect(stdout).to.contain("The preview is clean: 0 changes.");
    expect(await stage.read("index.ts")).to.equal('import "./segments";\nimport "./users";\n');
    expect(await stage.read("segments.ts"))
      .to.contain('country.in("DE", "AT", "CH")')
      .and.contain(
        `// ${stage.app}/5e93e700-0e5d-4a99-8a00-000000000005\nexport const vipCustomers`,
      );
    expect(await stage.read("users.ts"))
      .to.contain("engagedUsers")
      .and.contain("iPhoneUsersOnAnOldVersion");
    expect(await managed(stage)).to.have.length(IMPORTABLE);
    expect(writes(stage)).to.equal(0);
    expect(stage.emulator.requests().operations["onesignal.list"]).to.equal(1);
    await stage.succeed(["preview", "--refresh", "--expect-no-changes"]);
  });

  it("run again, finds all managed, writes nothing and changes nothing", async () => {
    const before = await stage.read("segments.ts");
    const report = await reported(stage, ["--all"]);
    expect(report).to.include({ imported: 0 });
    expect(report.files).to.deep.equal([]);
    expect(report.segments.filter(({ status }) => status === "managed")).to.have.length(IMPORTABLE);
    expect(await stage.read("segments.ts")).to.equal(before);
  });

  it("adds what is new in the account in a file of its own", async () => {
    stage.emulator.seed({
      segments: [
        {
          name: "Newcomers",
          filters: [{ field: "first_session", relation: "<", hours_ago: "48" }],
        },
      ],
    });
    const report = await reported(stage, ["--all"]);
    expect(report.files.map(({ path, change }) => [path, change])).to.deep.equal([
      ["segments-2.ts", "written"],
      ["index.ts", "added to"],
    ]);
    expect(report).to.deep.include({ imported: 1, changes: [] });
  });

  it("names the property and the reason when the preview is not clean, and ends with 3", async () => {
    const program = await stage.read("segments-2.ts");
    await stage.write("segments-2.ts", program.replace("days(2)", "days(3)"));
    const { code, stdout } = await audiences(stage, ["import", "--all"]);
    expect(code).to.equal(3);
    expect(stdout).to.contain(
      "Newcomers filters[0].hoursAgo: update; the state has 48, the program 72",
    );
  });
});

describe("audiences import, into a YAML project", () => {
  let stage: Stage;
  before(async () => {
    stage = await openProject("yaml # runs anywhere");
  });
  after(() => stage.close());

  it("shows with --dry-run what it would add, and nothing that is there already", async () => {
    const before = await stage.read("Pulumi.yaml");
    const { stdout, stderr } = await audiences(stage, ["import", "--match", "VIP*", "--dry-run"]);
    expect(stdout).to.contain("  vipCustomers:\n    type:").and.not.contain("runtime:");
    expect(stderr).to.contain("Would add to Pulumi.yaml (1 segment)");
    expect(await stage.read("Pulumi.yaml")).to.equal(before);
  });

  it("adds to the program, keeps its comments, and ends with 0 changes", async () => {
    const report = await reported(stage, ["--all", "--exclude", "*days*"]);
    expect(report).to.deep.include({ imported: IMPORTABLE - 2, changes: [] });
    const program = await stage.read("Pulumi.yaml");
    expect(program)
      .to.contain("yaml # runs anywhere")
      .and.contain("  vipCustomers:\n    type: audiences:onesignal:Segment");
  });

  it("adds the rest later, to the same resources", async () => {
    const report = await reported(stage, ["--match", "*days*"]);
    expect(report).to.deep.include({ imported: 2, changes: [] });
    expect(await managed(stage)).to.have.length(IMPORTABLE);
  });
});
