/** The program's own files: which segments they declare already, and what is written beside them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Project } from "../project";

const SOURCE = /\.[cm]?[jt]sx?$/;
const isHidden = (name: string): boolean => name.startsWith(".") || name === "node_modules";

/** All source files below a folder. */
export const sourcesIn = (folder: string): readonly string[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder, { withFileTypes: true }).flatMap((entry): readonly string[] => {
        const path = join(folder, entry.name);
        if (isHidden(entry.name)) return [];
        if (entry.isDirectory()) return sourcesIn(path);
        return SOURCE.test(entry.name) ? [path] : [];
      });

const ID_COMMENT = /^[ \t]*(?:\/\/|#) (\S+)[ \t]*$/gm;

const idsIn = (text: string): readonly string[] =>
  [...text.matchAll(ID_COMMENT)].map(([, id = ""]) => id);

/** The ids above which the program declares something. */
export const idsInProgram = ({ language, main }: Project): ReadonlySet<string> => {
  const files = language === "yaml" ? [main].filter(existsSync) : sourcesIn(dirname(main));
  return new Set(files.flatMap((file) => idsIn(readFileSync(file, "utf8"))));
};

/** Paths that no file has yet, each given once: `segments`, `segments-2`, … */
export const freePaths = (
  folder: string,
  ending: string,
  taken: readonly string[],
): ((name: string) => string) => {
  const given = new Set(taken);
  return (name) => {
    for (let number = 1; ; number += 1) {
      const path = number === 1 ? name : `${name}-${number}`;
      if (given.has(path) || existsSync(join(folder, `${path}${ending}`))) continue;
      given.add(path);
      return path;
    }
  };
};

const IMPORT = /^import\b[^;]*?["'][^"'\n]+["'];?[ \t]*$/gm;

/** The program's first file with an import of `modules`, after those that it has. */
export const withImports = (text: string, modules: readonly string[]): string => {
  const lines = modules
    .filter((module) => !text.includes(`"${module}"`) && !text.includes(`'${module}'`))
    .map((module) => `import "${module}";\n`)
    .join("");
  if (lines === "") return text;
  const last = [...text.matchAll(IMPORT)].at(-1);
  if (last === undefined) return text === "" ? lines : `${lines}\n${text}`;
  const end = last.index + last[0].length;
  const rest = text.slice(end).replace(/^\r?\n/, "");
  return `${text.slice(0, end)}\n${lines}${rest}`;
};

export const readIfThere = (path: string): string =>
  existsSync(path) ? readFileSync(path, "utf8") : "";
