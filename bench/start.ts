/** How long the plugin takes from being started to saying its port, beside a Node.js that does nothing. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { median, timed } from "./clock";
import { launcherOf } from "./launcher";

const ROUNDS = 21;

/** Times as long as Node.js alone: of 40 ms, which an idle machine needs for that, it makes the 200 ms that nobody notices. */
const LIMIT = 5;

const bare = (): Promise<unknown> => once(spawn(process.execPath, ["-e", "0"]), "close");

const untilPort = (child: ChildProcess) => async (): Promise<void> => {
  if (child.stdout !== null) await once(child.stdout, "data");
};

/** Prints a row; answers what is over the limit. The first round of each fills caches, and does not count. */
export const measureStart = async (root: string): Promise<readonly string[]> => {
  const launcher = launcherOf(root);
  const node: number[] = [];
  const plugin: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    node.push((await timed(bare))[1]);
    const child = spawn(launcher, [], { stdio: ["ignore", "pipe", "inherit"] });
    plugin.push((await timed(untilPort(child)))[1]);
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
