// `npm run sdk` writes sdk/nodejs; `npm run sdk -- --check` only says whether the committed files are the right ones.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, sep } from "node:path";
import { explain } from "./engine-error";
import { locateEngine } from "./locate-engine";
import { createWorkspace, type Workspace } from "./workspace";

const root = join(__dirname, "..");
const schema = join(root, "provider", "schema", "schema.json");
const target = join(root, "sdk", "nodejs");

/** Files by path inside the SDK's folder, with `/` between its parts. */
type Files = ReadonlyMap<string, string>;

const filesIn = (folder: string): Files => {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths
      .sort()
      .map((path) => [
        path.slice(folder.length + 1).replaceAll(sep, "/"),
        readFileSync(path, "utf8"),
      ]),
  );
};

const generate = async (workspace: Workspace): Promise<Files> => {
  const out = join(workspace.folder, "sdk");
  const args = ["package", "gen-sdk", schema, "--language", "nodejs", "--out", out];
  const { code, stdout, stderr } = await workspace.pulumi(args, { cwd: workspace.folder });
  const said = `${stdout}${stderr}`.trim();
  // A warning is about the schema, where it can be mended, so none may pass.
  if (code !== 0 || /\bwarning\b/iu.test(said))
    throw new Error(`pulumi ${args.join(" ")}:\n${said}`);
  return filesIn(join(out, "nodejs"));
};

const ownManifest = "require('./package.json')";

/**
 * The SDK is not published alone but as the main entry of this repository's package, so that one package.json says which version
 * it is, wherever the code is compiled to. The repository's flags are not the generator's: sdk/tsconfig.json has those.
 */
const adapt = (path: string, text: string): string => {
  if (path !== "utilities.ts") return `// @ts-nocheck\n${text}`;
  if (!text.includes(ownManifest)) throw new Error(`utilities.ts no longer has ${ownManifest}`);
  return `// @ts-nocheck\n${text.replace(ownManifest, 'require("pulumi-audiences/package.json")')}`;
};

const adapted = (files: Files): Files =>
  new Map(
    [...files]
      .filter(([path]) => path.endsWith(".ts"))
      .map(([path, text]) => [path, adapt(path, text)]),
  );

/** Paths of what one has and the other has not, or has differently. */
const differences = (a: Files, b: Files): readonly string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path)).sort();

/** Whoever looks finds the old folder or the new one, and never half of one. */
const replace = (folder: string, files: Files): void => {
  const fresh = `${folder}.new-${process.pid}`;
  const stale = `${folder}.old-${process.pid}`;
  for (const [path, text] of files) {
    mkdirSync(dirname(join(fresh, path)), { recursive: true });
    writeFileSync(join(fresh, path), text);
  }
  if (existsSync(folder)) renameSync(folder, stale);
  renameSync(fresh, folder);
  rmSync(stale, { recursive: true, force: true });
};

const main = async (isCheck: boolean): Promise<void> => {
  const workspace = createWorkspace({ engine: await locateEngine() });
  try {
    const wanted = adapted(await generate(workspace));
    const differing = differences(existsSync(target) ? filesIn(target) : new Map(), wanted);
    if (differing.length === 0) return;
    if (!isCheck) return replace(target, wanted);
    console.error(
      `sdk/nodejs is not what the schema says; run \`npm run sdk\`. It differs in ${differing.join(", ")}.`,
    );
    process.exitCode = 1;
  } finally {
    await workspace.dispose();
  }
};

main(process.argv.includes("--check")).catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});
