/** The Pulumi project that a command works in. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import * as E from "fp-ts/Either";
import * as t from "io-ts";
import { parse } from "yaml";
import { misused } from "./exit";

export type Language = "typescript" | "yaml";

export interface Project {
  readonly folder: string;
  /** Path of Pulumi.yaml. */
  readonly file: string;
  readonly language: Language;
  /** Where the program begins: a file, which need not be there yet. */
  readonly main: string;
  /** What an import of another file of the program ends in. */
  readonly ending: "" | ".js" | ".ts";
}

const Runtime = t.intersection([
  t.type({ name: t.string }),
  t.partial({ options: t.partial({ nodeargs: t.string }) }),
]);

const Manifest = t.intersection([
  t.type({ name: t.string, runtime: t.union([t.string, Runtime]) }),
  t.partial({ main: t.string }),
]);

const named = (runtime: string | t.TypeOf<typeof Runtime>): t.TypeOf<typeof Runtime> =>
  typeof runtime === "string" ? { name: runtime } : runtime;

const Package = t.partial({ main: t.string, type: t.string });

const FILES = ["Pulumi.yaml", "Pulumi.yml"];

const findUp = (folder: string): string => {
  const found = FILES.map((name) => join(folder, name)).find(existsSync);
  if (found !== undefined) return found;
  const above = dirname(folder);
  if (above === folder) {
    throw misused(
      "there is no Pulumi.yaml here or in a folder above. Run `pulumi new`, or name the project's folder with --cwd.",
    );
  }
  return findUp(above);
};

const readJson = (file: string): unknown =>
  existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};

const packageOf = (folder: string): t.TypeOf<typeof Package> => {
  const decoded = Package.decode(readJson(join(folder, "package.json")));
  return E.isRight(decoded) ? decoded.right : {};
};

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

const LANGUAGES: { readonly [runtime: string]: Language } = { nodejs: "typescript", yaml: "yaml" };

const languageOf = (runtime: string): Language => {
  const language = LANGUAGES[runtime];
  if (language !== undefined) return language;
  throw misused(
    `this project's runtime is ${runtime}, and \`audiences import\` writes TypeScript and YAML. \`pulumi import --from audiences -- --vendor …\` writes ${runtime}.`,
  );
};

const mainOf = (folder: string, language: Language, main: string | undefined): string => {
  const start = resolve(folder, main ?? ".");
  const name = language === "yaml" ? "Main.yaml" : "index.ts";
  if (language === "yaml" && main === undefined) return findUp(folder);
  return isFolder(start) || main === undefined ? join(start, name) : start;
};

/**
 * ES modules name files whole. Node.js alone wants the name that the file has; a loader (`nodeargs: "--import tsx"`) takes the one
 * that it would have as JavaScript, as TypeScript's compiler does.
 */
const endingOf = (isModule: boolean, hasLoader: boolean): Project["ending"] => {
  if (!isModule) return "";
  return hasLoader ? ".js" : ".ts";
};

export const project = (cwd: string): Project => {
  const file = findUp(resolve(cwd));
  const folder = dirname(file);
  const decoded = Manifest.decode(parse(readFileSync(file, "utf8")));
  if (E.isLeft(decoded)) throw misused(`${file} has no name or no runtime`);
  const { main } = decoded.right;
  const runtime = named(decoded.right.runtime);
  const language = languageOf(runtime.name);
  const { type, main: packageMain } = packageOf(folder);
  const inTypeScript = packageMain?.endsWith(".ts") === true ? packageMain : undefined;
  return {
    folder,
    file,
    language,
    main: mainOf(folder, language, main ?? (language === "yaml" ? undefined : inTypeScript)),
    ending: endingOf(type === "module", runtime.options?.nodeargs !== undefined),
  };
};

export const assertTypeScript = ({ folder, language, main }: Project): void => {
  if (language !== "typescript" || /\.[cm]?ts$/.test(main)) return;
  throw misused(
    `the program ${relative(folder, main)} is JavaScript, and \`audiences import\` writes TypeScript and YAML. Let \`main\` in Pulumi.yaml name a TypeScript file that imports it.`,
  );
};

/** A TypeScript program can only be written where the package can be found. */
export const assertInstalled = ({ main }: Project): void => {
  try {
    createRequire(main).resolve("pulumi-audiences/package.json");
  } catch {
    throw misused("pulumi-audiences is not installed here. Run `npm install pulumi-audiences`.");
  }
};

/** A path as people read it. */
export const shown = ({ folder }: Project, path: string): string => relative(folder, path) || ".";
