/** The program with the imported segments in it, as files to write. */
import { dirname, join, parse } from "node:path";
import { wanted } from "../../glob";
import { wordsOf } from "../../identifier";
import type { Declared } from "../program/declared";
import { pageOf } from "../program/page";
import { type Chapter, typescript } from "../program/typescript";
import { yaml } from "../program/yaml";
import type { Project } from "../project";
import { freePaths, readIfThere, withImports } from "./sources";

export interface Written {
  /** Absolute. */
  readonly path: string;
  /** What it held before; empty where it was not there. */
  readonly before: string;
  readonly text: string;
  readonly segments: number;
}

/** What a file gets that it did not have, line by line. Files are only ever added to, in one place. */
export const added = ({ before, text }: Written): string => {
  const [old, now] = [before, text].map((all) => all.split("\n"));
  const start = now?.findIndex((line, index) => line !== old?.[index]) ?? 0;
  const grown = (now?.length ?? 0) - (old?.length ?? 0);
  return before === "" ? text : (now?.slice(start, start + grown).join("\n") ?? "");
};

/** Segments of one vendor: two vendors' builders have names in common, so that no file holds both. */
interface Part {
  /** Of its files: the vendor's name, where there are several vendors. */
  readonly prefix: string | undefined;
  readonly declared: readonly Declared[];
}

const partsOf = (declared: readonly Declared[]): readonly Part[] => {
  const vendors = [...new Set(declared.map(({ kind }) => kind.vendor.name))];
  return vendors.map((name) => ({
    prefix: vendors.length > 1 ? name : undefined,
    declared: declared.filter(({ kind }) => kind.vendor.name === name),
  }));
};

const BASE = "segments";
const SHARED = "conditions";

const fileName = (glob: string, index: number): string =>
  wordsOf(glob).join("-").toLowerCase() || `${BASE}-${index + 1}`;

const prefixed = (prefix: string | undefined, name: string): string =>
  prefix === undefined ? name : `${prefix}-${name}`;

/** Each pattern takes what no pattern before it took; what none takes goes into the first file. */
const chaptersOf = (
  { declared, prefix }: Part,
  split: readonly string[],
  free: (name: string) => string,
): readonly Chapter[] => {
  const tests = split.map((glob) => wanted([glob], []));
  const chapterOf = ({ segment }: Declared): number =>
    tests.findIndex((isIn) => isIn(segment.listed.name));
  const names = split.map((glob, index) => prefixed(prefix, fileName(glob, index)));
  return [prefix ?? BASE, ...names]
    .map((name, index) => ({
      path: free(name),
      segments: declared.filter((one) => chapterOf(one) === index - 1),
    }))
    .filter(({ segments }) => segments.length > 0);
};

export interface Wish {
  /** Patterns of names, each for a file of its own. */
  readonly split: readonly string[];
  /** The package that has the classes. */
  readonly package: string;
}

/** The files of one vendor, and the names by which the first file of the program imports them. */
const partFiles = (
  { main, ending }: Project,
  part: Part,
  wish: Wish,
  free: (name: string) => string,
) => {
  const folder = dirname(main);
  const chapters = chaptersOf(part, wish.split, free);
  const files = typescript(chapters, {
    package: wish.package,
    ending,
    sharedPath: free(prefixed(part.prefix, SHARED)),
    page: pageOf(folder),
  });
  const count = (path: string): number =>
    chapters.find((chapter) => `${chapter.path}.ts` === path)?.segments.length ?? 0;
  return {
    files: files.map(({ path, text }) => ({
      path: join(folder, path),
      before: "",
      text,
      segments: count(path),
    })),
    modules: chapters.map(({ path }) => `./${path}${ending}`),
  };
};

const typescriptFiles = (
  project: Project,
  declared: readonly Declared[],
  wish: Wish,
): readonly Written[] => {
  const free = freePaths(dirname(project.main), ".ts", [parse(project.main).name]);
  const parts = partsOf(declared).map((part) => partFiles(project, part, wish, free));
  const before = readIfThere(project.main);
  const after = withImports(
    before,
    parts.flatMap(({ modules }) => modules),
  );
  const entry = { path: project.main, before, text: after, segments: 0 };
  return [...parts.flatMap(({ files }) => files), ...(after === before ? [] : [entry])];
};

export const programFiles = (
  project: Project,
  declared: readonly Declared[],
  wish: Wish,
): readonly Written[] => {
  if (declared.length === 0) return [];
  if (project.language === "typescript") return typescriptFiles(project, declared, wish);
  const before = readIfThere(project.main);
  const text = yaml(before, declared);
  return [{ path: project.main, before, text, segments: declared.length }];
};
