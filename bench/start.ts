/** How long the plugin takes from being started to saying its port, beside a Node.js that does nothing. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const ROUNDS = 21;

/** Times as long as Node.js alone: of 40 ms, which an idle machine needs for that, it makes the 200 ms that nobody notices. */
const LIMIT = 5;

const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await run();
  return performance.now() - started;
};

const bare = (): Promise<unknown> => once(spawn(process.execPath, ["-e", "0"]), "close");

const untilPort = (child: ChildProcess) => async (): Promise<void> => {
  if (child.stdout !== null) await once(child.stdout, "data");
};

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/** Prints a row; answers what is over the limit. The first round of each fills caches, and does not count. */
export const measureStart = async (root: string): Promise<readonly string[]> => {
  const launcher = join(root, "bin", "pulumi-resource-audiences");
  const node: number[] = [];
  const plugin: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    node.push(await timed(bare));
    const child = spawn(launcher, [], { stdio: ["ignore", "pipe", "inherit"] });
    plugin.push(await timed(untilPort(child)));
    child.kill();
    await once(child, "close");
  }
  const [alone, ours] = [median(node.slice(1)), median(plugin.slice(1))];
  const ratio = ours / alone;
  console.log("start                     median ms");
  console.log(`node alone                ${alone.toFixed(0).padStart(9)}`);
  console.log(
    `plugin, until its port    ${ours.toFixed(0).padStart(9)}   ${ratio.toFixed(2)} times`,
  );
  return ratio > LIMIT ? ["start of the plugin"] : [];
};
