import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { build } from "esbuild";
import { type Emulator, startEmulator } from "../../../emulator";
import type { Told } from "./many-ids";

const MILLION = 1_000_000;
const MEGABYTE = 1_024;

const write = async (path: string, count: number): Promise<void> => {
  const file = createWriteStream(path);
  for (let i = 0; i < count; i += 1) {
    if (!file.write(`${randomUUID()}\n`)) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
};

/** Bundled as the plugin is, for a compiler in memory would be counted as well. */
const provide = async (
  { url, statsigApiKey }: Emulator,
  folder: string,
  path: string,
): Promise<string> => {
  const outfile = join(folder, "provider.cjs");
  const entryPoints = [join(__dirname, "many-ids.ts")];
  await build({ entryPoints, outfile, bundle: true, platform: "node", logLevel: "error" });
  const child = spawn(process.execPath, [outfile, url, statsigApiKey, path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  await once(child, "close");
  return output;
};

describe("A million ids", () => {
  it("take less than 300 MB of the provider, and a line of state", async function () {
    this.timeout(180_000);
    const folder = mkdtempSync(join(tmpdir(), "audiences-many-"));
    const path = join(folder, "ids.txt");
    await write(path, MILLION);
    const emulator = await startEmulator();
    const told: Told = JSON.parse(await provide(emulator, folder, path));
    const { operations } = emulator.requests();
    await emulator.close();
    rmSync(folder, { recursive: true });
    expect(told).to.include({ count: MILLION });
    expect(told.state).to.be.below(1_000);
    expect(told.peak / MEGABYTE).to.be.below(300);
    expect(operations).to.include({ "statsig.create": 1, "statsig.id-list-add": 20 });
  });
});
