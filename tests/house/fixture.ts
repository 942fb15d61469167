import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

export const root = resolve(__dirname, "../..");

/** A tree of a few files that stands where this project's own stands, under the same settings. */
export interface Fixture {
  readonly directory: string;
  readonly remove: () => void;
}

export const fixture = (files: Readonly<Record<string, string>>): Fixture => {
  const directory = mkdtempSync(join(tmpdir(), "audiences-house-"));
  copyFileSync(join(root, "tsconfig.json"), join(directory, "tsconfig.json"));
  symlinkSync(join(root, "node_modules"), join(directory, "node_modules"), "dir");
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
  return { directory, remove: () => rmSync(directory, { recursive: true }) };
};
