import { cpSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect } from "chai";
import { run } from "../../tools/run";
import { listed, openStage, root, type Stage } from "./stage";

const PROGRAM = `import { onesignal } from "pulumi-audiences/dynamic";
const vip = new onesignal.Segment("vip", {
  filters: [{ field: "tag", key: "plan", relation: "=", value: "gold" }],
});
new onesignal.Segment("followers", {
  filters: [{ field: "tag", key: "follows", relation: "=", value: vip.segmentId }],
});
export const who = vip.expression;
`;

/** As `npm install` would: a copy, in which the package finds what it needs where the repository has it. */
const install = (folder: string): void => {
  const installed = join(folder, "node_modules/pulumi-audiences");
  rmSync(installed);
  for (const part of ["package.json", "dist"]) {
    cpSync(join(root, part), join(installed, part), { recursive: true });
  }
};

interface State {
  readonly type: string;
  readonly id?: string;
  readonly outputs?: { readonly [key: string]: unknown };
}

describe("a TypeScript program with dynamic resources", function () {
  this.timeout(120_000);
  let stage: Stage;

  const modules = () => ({
    NODE_PATH: [stage.folder, root].map((one) => join(one, "node_modules")).join(delimiter),
  });
  const pulumi = (...args: readonly string[]): Promise<string> => stage.succeed(args, modules());
  const node = async (code: string): Promise<string> => {
    const env = { ...process.env, ...modules() };
    const { stdout } = await run(process.execPath, ["-e", code], { cwd: stage.folder, env });
    return stdout;
  };
  const write = (text: string): Promise<void> => stage.write("index.ts", text);
  const isClean = (): Promise<string> => pulumi("preview", "--expect-no-changes");
  const state = async (): Promise<readonly State[]> => {
    const exported = JSON.parse(await pulumi("stack", "export")) as {
      readonly deployment: { readonly resources?: readonly State[] };
    };
    return (exported.deployment.resources ?? []).filter(({ type }) =>
      type.endsWith("onesignal:Segment"),
    );
  };

  before(async () => {
    stage = await openStage();
    install(stage.folder);
    await stage.write("Pulumi.yaml", "name: e2e\nruntime: nodejs\nmain: index.ts\n");
    await write(PROGRAM);
    await pulumi("stack", "init", "dev");
  });
  after(() => stage.close());

  it("needs no plugin to make its segments, and then has nothing to do", async () => {
    expect(await pulumi("up", "--yes")).to.include('who: "tag plan is gold"');
    await isClean();
    expect((await listed(stage)).map(({ name }) => name)).to.have.members(["vip", "followers"]);
  });

  it("keeps the key out of state, and all but a name of the provider", async () => {
    expect(await stage.stored()).to.not.contain(stage.emulator.apiKey);
    const texts = (await state()).map(({ outputs }) => String(outputs?.["__provider"]));
    expect(texts).to.have.length(2);
    for (const text of texts) expect(text.length).to.be.lessThan(400);
  });

  it("updates in place, and what depends on the segment stays as it is", async () => {
    await write(PROGRAM.replace("gold", "silver"));
    expect(await pulumi("up", "--yes")).to.match(/vip updated .*\[diff: ~filters\]/);
    await isClean();
  });

  it("sees what was changed in the dashboard, and puts it right", async () => {
    stage.emulator.edit({ name: "vip", set: { description: "by hand" } });
    expect(await pulumi("refresh", "--yes")).to.include("~ 1 updated");
    expect(await pulumi("up", "--yes")).to.match(/vip updated .*\[diff: -description\]/);
    await isClean();
  });

  it("makes anew what was deleted in the dashboard", async () => {
    stage.emulator.edit({ name: "followers", delete: true });
    await pulumi("refresh", "--yes");
    expect(await pulumi("up", "--yes")).to.include("+ 1 created");
    await isClean();
  });

  it("replaces a segment that moves to another app", async () => {
    const other = stage.emulator.apps[1]?.id ?? "";
    await write(PROGRAM.replace('"vip", {', `"vip", { appId: "${other}",`));
    expect(await pulumi("up", "--yes")).to.include("+-1 replaced");
    await isClean();
    expect((await listed(stage)).map(({ name }) => name)).to.have.members(["followers"]);
  });

  it("takes over by file what exists already, knowing no more than its id", async () => {
    const { ids } = stage.emulator.seed({
      segments: [{ name: "old", filters: [{ field: "country", relation: "=", value: "DE" }] }],
    });
    const file = `require("pulumi-audiences/dynamic").onesignal.Segment.importFile({ old: "${stage.app}/${ids[0]}" })`;
    await stage.write(
      "import.json",
      await node(`${file}.then((f) => console.log(JSON.stringify(f)))`),
    );
    await write(`${await stage.read("index.ts")}new onesignal.Segment("old", {
  filters: [{ field: "country", relation: "=", value: "DE" }],
});
`);
    const flags = ["--generate-code=false", "--protect=false", "--yes"];
    expect(await pulumi("import", "--file", "import.json", ...flags)).to.include("= 1 imported");
    await pulumi("refresh", "--yes");
    await isClean();
  });

  it("destroys what it made", async () => {
    await pulumi("destroy", "--yes");
    expect(await listed(stage)).to.deep.equal([]);
    expect(await state()).to.deep.equal([]);
  });
});
