/**
 * Memory of the provider for lists of many ids, over HTTP against the emulator. Most of the time is waiting, so as to stay within
 * Statsig's rate limits, and is not measured.
 */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { type Emulator, startEmulator } from "../emulator";
import type { Told } from "./ids-provider";
import { flagsOf } from "./launcher";

const COUNTS = [10_000, 100_000, 1_000_000];
const LIMIT_MB = 300;
const MOST_STATE = 1_000;

const write = async (path: string, count: number): Promise<string> => {
  const file = createWriteStream(path);
  for (let i = 0; i < count; i += 1) {
    if (!file.write(`${randomUUID()}\n`)) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
  return path;
};

/** In a process of its own, for the memory of this one and of the emulator is not the provider's. */
const provide = async (
  command: readonly string[],
  { url, statsigApiKey }: Emulator,
  files: readonly string[],
): Promise<Told> => {
  const child = spawn(process.execPath, [...command, url, statsigApiKey, ...files], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  await once(child, "close");
  return JSON.parse(output);
};

const megabytes = (kilobytes: number): string => (kilobytes / 1_024).toFixed(0).padStart(9);

/** Prints a row for each count; answers those that are over the limit, or went wrong. */
export const measureIds = async (root: string): Promise<readonly string[]> => {
  const bundle = join(root, ".cache/bench-ids.cjs");
  const entryPoints = [join(__dirname, "ids-provider.ts")];
  buildSync({ entryPoints, outfile: bundle, bundle: true, platform: "node", logLevel: "error" });
  const titles = ["start", "create", "refresh", "exchange"].map((title) => title.padStart(9));
  console.log(["ids of a list, peak MB".padEnd(23), ...titles, "   of limit"].join(""));
  const failed: string[] = [];
  for (const count of COUNTS) {
    const folder = mkdtempSync(join(tmpdir(), "audiences-ids-"));
    const files = [
      await write(join(folder, "a"), count),
      await write(join(folder, "b"), count),
    ] as const;
    const emulator = await startEmulator();
    const told = await provide([...flagsOf(root), bundle], emulator, files);
    await emulator.close();
    rmSync(folder, { recursive: true });
    const { start, create, read, exchange, state } = told;
    const ofLimit = exchange / 1_024 / LIMIT_MB;
    const name = count.toLocaleString("en-US");
    const columns = [start, create, read, exchange].map(megabytes);
    console.log([name.padEnd(22), ...columns, ofLimit.toFixed(2).padStart(11)].join(""));
    if (ofLimit > 1 || told.count !== count || state > MOST_STATE) failed.push(`${name} ids`);
  }
  return failed;
};
