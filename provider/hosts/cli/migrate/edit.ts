/** The change of the program: the classes are the same, and come from another module of the package. */
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { sourcesIn } from "../import/sources";
import type { Project } from "../project";

export interface Edit {
  readonly path: string;
  readonly text: string;
  /** The lines that change, as they will be. */
  readonly lines: readonly string[];
}

const DYNAMIC = /(["'])pulumi-audiences\/dynamic\1/g;

export const editsOf = ({ main }: Project): readonly Edit[] =>
  sourcesIn(dirname(main)).flatMap((path): readonly Edit[] => {
    const before = readFileSync(path, "utf8");
    const text = before.replaceAll(DYNAMIC, "$1pulumi-audiences$1");
    if (text === before) return [];
    const old = before.split("\n");
    return [{ path, text, lines: text.split("\n").filter((line, index) => line !== old[index]) }];
  });
