import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The plugin as the engine starts it. */
export const launcherOf = (root: string): string => join(root, "bin", "pulumi-resource-audiences");

/** The flags of Node.js that the launcher sets. */
export const flagsOf = (root: string): readonly string[] =>
  readFileSync(launcherOf(root), "utf8").match(/--max-[\w=-]+/g) ?? [];
