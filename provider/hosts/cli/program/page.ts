/** The page that code is laid out on: what the project's formatter is told, else what formatters do by default. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { columns, columnsOfLetters } from "../columns";

export interface Page {
  /** How long lines are. */
  readonly width: number;
  /** How wide a text is, as the formatter counts: Biome takes joined emoji for as many as it is made of, Prettier for one. */
  readonly columns: (text: string) => number;
}

const WIDTH = 80;

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

const BIOME = ["biome.json", "biome.jsonc"];

const saidIn = (folder: string): number | undefined => {
  for (const [file, pattern] of SAYINGS) {
    const path = join(folder, file);
    const [, width] = (existsSync(path) ? pattern.exec(readFileSync(path, "utf8")) : null) ?? [];
    if (width !== undefined) return Number(width);
  }
  return undefined;
};

/** The first answer on the way from a folder to the root. */
const upwards = <A>(folder: string, ask: (folder: string) => A | undefined): A | undefined => {
  const above = dirname(folder);
  return ask(folder) ?? (above === folder ? undefined : upwards(above, ask));
};

export const pageOf = (folder: string): Page => {
  const hasBiome = (at: string): true | undefined =>
    BIOME.some((file) => existsSync(join(at, file))) ? true : undefined;
  return {
    width: upwards(folder, saidIn) ?? WIDTH,
    columns: upwards(folder, hasBiome) === true ? columnsOfLetters : columns,
  };
};
