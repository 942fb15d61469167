/** The program with the imported segments in it, as files to write. */
import { dirname, join, relative } from "node:path";
import { wanted } from "../../glob";
import { wordsOf } from "../../identifier";
import type { Declared } from "../program/declared";
import { type Chapter, typescript } from "../program/typescript";
import { lineWidth } from "../program/width";
import { yaml } from "../program/yaml";
import type { Project } from "../project";
import { freePath, readIfThere, withImports } from "./sources";

export interface Written {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  /** Whether the file was there before, and is added to. */
  readonly isChange: boolean;
  readonly segments: number;
}

const BASE = "segments";
const SHARED = "conditions";

const fileName = (glob: string, index: number): string =>
  wordsOf(glob).join("-").toLowerCase() || `${BASE}-${index + 1}`;

/** Each pattern takes what no pattern before it took; what none takes goes into the first file. */
const chaptersOf = (
  declared: readonly Declared[],
  split: readonly string[],
  free: (name: string) => string,
): readonly Chapter[] => {
  const tests = split.map((glob) => wanted([glob], []));
  const chapterOf = ({ segment }: Declared): number =>
    tests.findIndex((isIn) => isIn(segment.listed.name));
  return [BASE, ...split.map(fileName)]
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

const typescriptFiles = (
  { main, isModule }: Project,
  declared: readonly Declared[],
  wish: Wish,
): readonly Written[] => {
  const folder = dirname(main);
  const free = (name: string): string => freePath(folder, name, ".ts");
  const chapters = chaptersOf(declared, wish.split, free);
  const ending = isModule ? ".js" : "";
  const files = typescript(chapters, {
    package: wish.package,
    ending,
    sharedPath: free(SHARED),
    width: lineWidth(folder),
  });
  const count = (path: string): number =>
    chapters.find((chapter) => `${chapter.path}.ts` === path)?.segments.length ?? 0;
  const before = readIfThere(main);
  const after = withImports(
    before,
    chapters.map(({ path }) => `./${path}${ending}`),
  );
  const entry = { path: main, text: after, isChange: before !== "", segments: 0 };
  return [
    ...files.map(({ path, text }) => ({
      path: join(folder, path),
      text,
      isChange: false,
      segments: count(path),
    })),
    ...(after === before ? [] : [entry]),
  ];
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
  return [{ path: project.main, text, isChange: before !== "", segments: declared.length }];
};

export const shownPath = ({ folder }: Project, path: string): string => relative(folder, path);
