import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { run } from "../../tools/run";
import { listed, openStage, root, type Stage } from "./stage";

const PROGRAM = `import * as audiences from "pulumi-audiences";
import { lastSession, tag, weeks } from "pulumi-audiences/onesignal";

const lapsing = new audiences.onesignal.Segment("lapsing", {
  filters: [tag("plan").is("pro"), lastSession.moreThan(weeks(1))],
});
export const who = lapsing.expression;
`;

const PROJECT = `name: outside
runtime: nodejs
main: index.ts
plugins:
  providers:
    - name: audiences
      path: node_modules/pulumi-audiences/bin
`;

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

const npm = async (args: readonly string[], cwd: string): Promise<string> => {
  const { code, stdout, stderr } = await run("npm", args, { cwd });
  if (code !== 0) throw new Error(`npm ${args.join(" ")} ended with ${code}:\n${stdout}${stderr}`);
  return stdout;
};

describe("the npm package", () => {
  let stage: Stage;
  let packed: Packed;
  before(async () => {
    stage = await openStage();
    const output = await npm(
      ["pack", "--json", "--pack-destination", stage.workspace.folder],
      root,
    );
    const [first] = JSON.parse(output) as readonly Packed[];
    if (first === undefined) throw new Error(`npm pack said ${output}`);
    packed = first;
    await rm(stage.folder, { recursive: true });
    await mkdir(stage.folder);
    await writeFile(join(stage.folder, "package.json"), '{ "name": "outside", "private": true }');
    const tarball = join(stage.workspace.folder, packed.filename);
    await npm(
      ["install", "--prefer-offline", tarball, "@pulumi/pulumi", "typescript@5"],
      stage.folder,
    );
    await stage.write("Pulumi.yaml", PROJECT);
    await stage.write("index.ts", PROGRAM);
    await stage.succeed(["stack", "init", "dev"]);
  });
  after(() => stage.close());

  it("holds what is used and nothing of how it is made", () => {
    const paths = packed.files.map(({ path }) => path);
    expect(paths).to.include.members([
      "bin/pulumi-resource-audiences",
      "dist/plugin/plugin.cjs",
      "dist/sdk/nodejs/index.js",
      "README.md",
      "LICENSE",
    ]);
    expect(
      paths.filter((path) => /^(tests|tools|node_modules|provider|bench)\//.test(path)),
    ).to.deep.equal([]);
  });

  it("is found by every kind of import", async () => {
    const publint = join(root, "node_modules", ".bin", "publint");
    const { code, stdout, stderr } = await run(publint, ["--strict"], { cwd: root });
    expect(code, stdout + stderr).to.equal(0);
  });

  it("runs a ten-line program in an empty project, and then has nothing to do", async () => {
    await stage.succeed(["up", "--yes", "--skip-preview"]);
    expect((await listed(stage)).map(({ name }) => name)).to.deep.equal(["lapsing"]);
    await stage.succeed(["preview", "--expect-no-changes"]);
  });
});
