/** `npm run build`: everything that is published or run, under `dist/`. Prints one line for each artefact. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { build, type Metafile } from "esbuild";

const root = resolve(__dirname, "..");
const dist = join(root, "dist");
const PLUGIN = join("dist", "plugin");

/** Says of an artefact how large it is and how long it took. */
const report = async (path: string, started: number): Promise<void> => {
  const { size } = await stat(join(root, path));
  const kilobytes = `${Math.ceil(size / 1024)} kB`.padStart(8);
  console.log(`${path.padEnd(32)} ${kilobytes} ${Math.round(performance.now() - started)} ms`);
};

/** Of Pulumi's SDK only the messages may come along: the SDK itself takes more than half a second to load. */
const assertLean = ({ inputs }: Metafile): void => {
  const heavy = Object.keys(inputs).filter(
    (path) => path.includes("/@pulumi/pulumi/") && !path.includes("/@pulumi/pulumi/proto/"),
  );
  if (heavy.length > 0) throw new Error(`the plugin must not contain ${heavy.join(", ")}`);
};

/** One file without dependencies. It is parsed by older Node.js too, so that it can say that it needs a newer one. */
const bundle = async (entry: string, outfile: string): Promise<void> => {
  const started = performance.now();
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    platform: "node",
    target: "node18",
    format: "cjs",
    legalComments: "external",
    metafile: true,
    logLevel: "warning",
  });
  assertLean(metafile);
  await report(outfile, started);
};

/** A folder that `pulumi plugin install resource|converter audiences VERSION --file dist/HOST` takes as it is. */
const plugin = async (host: "plugin" | "converter", launcher: string): Promise<void> => {
  const folder = join("dist", host);
  await mkdir(join(root, folder), { recursive: true });
  const launchers = [launcher, `${launcher}.cmd`];
  await Promise.all([
    bundle(`provider/hosts/${host}/main.ts`, join(folder, `${host}.cjs`)),
    ...launchers.map((name) => copyFile(join(root, "bin", name), join(root, folder, name))),
  ]);
};

/** The `audiences` command. */
const command = (): Promise<void> =>
  bundle("provider/hosts/cli/main.ts", join("dist", "cli", "cli.cjs"));

const schema = async (): Promise<void> => {
  const started = performance.now();
  const source = join(root, "provider", "schema", "schema.json");
  if (!existsSync(source)) {
    console.log("provider/schema/schema.json is not there yet: `npm run schema` writes it");
    return;
  }
  await mkdir(join(root, PLUGIN), { recursive: true });
  await copyFile(source, join(root, PLUGIN, "schema.json"));
  await report(join(PLUGIN, "schema.json"), started);
};

const compile = (args: readonly string[]): Promise<void> =>
  new Promise((done, failed) => {
    const tsc = createRequire(__filename).resolve("typescript/bin/tsc");
    const run = spawn(process.execPath, [tsc, ...args], { cwd: root, stdio: "inherit" });
    run.on("error", failed);
    run.on("close", (code) => (code === 0 ? done() : failed(new Error("tsc found errors"))));
  });

/** The npm package: what programs import. Compiles only what changed, unless `dist` was removed. */
const library = async (): Promise<void> => {
  const started = performance.now();
  const memory = join(root, ".cache", "build.tsbuildinfo");
  const entry = join("dist", "provider", "registry.js");
  if (!existsSync(join(root, entry))) await rm(memory, { force: true });
  await compile(["-p", "tsconfig.build.json", "--incremental", "--tsBuildInfoFile", memory]);
  await report(entry, started);
};

/** The generated SDK, by the flags that its generator assumes. */
const sdk = async (): Promise<void> => {
  const started = performance.now();
  const memory = join(root, ".cache", "sdk.tsbuildinfo");
  const entry = join("dist", "sdk", "nodejs", "index.js");
  if (!existsSync(join(root, entry))) await rm(memory, { force: true });
  await compile(["-p", "sdk/tsconfig.json", "--incremental", "--tsBuildInfoFile", memory]);
  await report(entry, started);
};

const main = async (): Promise<void> => {
  await mkdir(dist, { recursive: true });
  await Promise.all([
    plugin("plugin", "pulumi-resource-audiences"),
    plugin("converter", "pulumi-converter-audiences"),
    command(),
    schema(),
    library(),
    sdk(),
  ]);
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
