/** How long lines are in a project: what its formatter is told, else what formatters do by default. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const DEFAULT = 80;

const SAYINGS: readonly (readonly [file: string, pattern: RegExp])[] = [
  ["biome.json", /"lineWidth"\s*:\s*(\d+)/],
  ["biome.jsonc", /"lineWidth"\s*:\s*(\d+)/],
  [".prettierrc", /["']?printWidth["']?\s*:\s*(\d+)/],
  [".prettierrc.json", /"printWidth"\s*:\s*(\d+)/],
  [".prettierrc.yaml", /^printWidth\s*:\s*(\d+)/m],
  [".prettierrc.yml", /^printWidth\s*:\s*(\d+)/m],
  ["package.json", /"printWidth"\s*:\s*(\d+)/],
  [".editorconfig", /^max_line_length\s*=\s*(\d+)/m],
];

const saidIn = (folder: string): number | undefined => {
  for (const [file, pattern] of SAYINGS) {
    const path = join(folder, file);
    const [, width] = (existsSync(path) ? pattern.exec(readFileSync(path, "utf8")) : null) ?? [];
    if (width !== undefined) return Number(width);
  }
  return undefined;
};

export const lineWidth = (folder: string): number => {
  const said = saidIn(folder);
  const above = dirname(folder);
  if (said !== undefined || above === folder) return said ?? DEFAULT;
  return lineWidth(above);
};
