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
  /** Whether its files are ES modules. */
  readonly isModule: boolean;
}

const Manifest = t.intersection([
  t.type({ name: t.string, runtime: t.union([t.string, t.type({ name: t.string })]) }),
  t.partial({ main: t.string }),
]);

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

export const project = (cwd: string): Project => {
  const file = findUp(resolve(cwd));
  const folder = dirname(file);
  const decoded = Manifest.decode(parse(readFileSync(file, "utf8")));
  if (E.isLeft(decoded)) throw misused(`${file} has no name or no runtime`);
  const { runtime, main } = decoded.right;
  const language = languageOf(typeof runtime === "string" ? runtime : runtime.name);
  const { type, main: packageMain } = packageOf(folder);
  const inTypeScript = packageMain?.endsWith(".ts") === true ? packageMain : undefined;
  return {
    folder,
    file,
    language,
    main: mainOf(folder, language, main ?? (language === "yaml" ? undefined : inTypeScript)),
    isModule: type === "module",
  };
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
