/**
 * `npm run bench`: how long Check and Diff take, as the plugin runs them: in one bundle; and the memory of lists of many ids. Fails
 * when a median or a peak is over its limit.
 */
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";
import { measureIds } from "./ids";

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

void measureIds(root).then((failed) => {
  if (failed.length === 0) return;
  console.error(`over the limit, or not as declared: ${failed.join("; ")}`);
  process.exitCode = 1;
});
