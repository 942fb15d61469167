import { appendFile, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

const root = resolve(__dirname, "..", "..");
const example = join(root, "examples", "quickstart");

/** A copy of the quickstart's program that may be edited and thrown away. */
export interface Program {
  readonly folder: string;
  /** Writes `now` where the program says `before`. */
  readonly replace: (before: string, now: string) => Promise<void>;
  /** Adds what an import generated: everything but the imports, which the program has. */
  readonly add: (generated: string) => Promise<void>;
}

const link = async (folder: string, name: string, target: string): Promise<void> => {
  const path = join(folder, "node_modules", name);
  await mkdir(dirname(path), { recursive: true });
  await symlink(target, path, "junction");
};

/** A Pulumi project in `parent`, with this package and Pulumi's SDK linked in, as `npm install` would put them there. */
export const makeProgram = async (parent: string, source = example): Promise<Program> => {
  const folder = join(parent, "program");
  const main = join(folder, "index.ts");
  await mkdir(folder);
  await link(folder, "pulumi-audiences", root);
  await link(folder, join("@pulumi", "pulumi"), join(root, "node_modules", "@pulumi", "pulumi"));
  await writeFile(join(folder, "package.json"), '{ "name": "quickstart", "private": true }\n');
  const project = await readFile(join(source, "Pulumi.yaml"), "utf8");
  await writeFile(join(folder, "Pulumi.yaml"), project.replace("../../bin", join(root, "bin")));
  await writeFile(main, await readFile(join(source, "index.ts"), "utf8"));
  return {
    folder,
    replace: async (before, now) => {
      const text = await readFile(main, "utf8");
      if (!text.includes(before)) throw new Error(`the program does not say ${before}`);
      await writeFile(main, text.replace(before, now));
    },
    add: (generated) => appendFile(main, `\n${withoutImports(generated)}\n`),
  };
};

/** The generated program, as far as it declares something. */
export const withoutImports = (generated: string): string =>
  generated
    .split("\n")
    .filter((line) => !/^import .* from ".*";$/.test(line))
    .join("\n")
    .trim();
