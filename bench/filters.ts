/** Check and Diff of OneSignal's filters, in a process and a bundle like the plugin's. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { flagsOf } from "./launcher";

/** Prints a row for each input; answers whether one was over its limit. */
export const measureFilters = async (root: string): Promise<readonly string[]> => {
  const bundle = join(root, ".cache/bench-filters.cjs");
  const entryPoints = [join(__dirname, "filters-provider.ts")];
  buildSync({ entryPoints, outfile: bundle, bundle: true, platform: "node", logLevel: "error" });
  // Collected at will, so that what is merely not collected yet does not count as memory that grew.
  const flags = [...flagsOf(root), "--expose-gc"];
  const { status } = spawnSync(process.execPath, [...flags, bundle], { stdio: "inherit" });
  return status === 0 ? [] : ["filters"];
};
