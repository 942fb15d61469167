/**
 * `npm run bench`: how long Check and Diff take, as the plugin runs them: in one bundle. Fails when a median is over its limit.
 */
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";

const root = resolve(__dirname, "..");
const bundle = join(root, ".cache/bench.cjs");

buildSync({
  entryPoints: [join(__dirname, "run.ts")],
  outfile: bundle,
  bundle: true,
  platform: "node",
  target: "node22",
  logLevel: "error",
});

// Collected at will, so that what is merely not collected yet does not count as memory that grew.
const { status } = spawnSync(process.execPath, ["--expose-gc", bundle], { stdio: "inherit" });
process.exitCode = status ?? 1;
