/** A TypeScript program that declares segments, as a person would have written it. */
import { spellOut } from "../../../core/wording";
import type { Project } from "../project";
import type { Constant } from "./constants";
import type { Declared, SourceFile } from "./declared";
import { builderImports, importOf } from "./imports";
import { type Declaration, declarationsOf } from "./names";
import type { Page } from "./page";
import { constantStatement, segmentStatement } from "./statement";

/** Segments that go into one file; its path has no ending. */
export interface Chapter {
  readonly path: string;
  readonly segments: readonly Declared[];
}

export interface Style {
  /** The package that has the classes. */
  readonly package: string;
  /** What a relative import ends in. */
  readonly ending: Project["ending"];
  /** Path, without an ending, of a file for what several chapters share. */
  readonly sharedPath: string;
  readonly page: Page;
}

const header = (declarations: readonly Declaration[]): string => {
  const titles = new Set(declarations.map(({ declared }) => declared.kind.vendor.title));
  return `// Imported from ${spellOut([...titles], "and")} by \`audiences import\`. Above each segment stands its id; edit freely.\n`;
};

const blocks = (...texts: readonly string[]): string =>
  texts.filter((text) => text !== "").join("\n");

const namesOf = (constants: readonly Constant[]): readonly string[] =>
  constants.map(({ name }) => name);

const chapterText = (
  declarations: readonly Declaration[],
  common: ReadonlySet<Constant>,
  style: Style,
): string => {
  const used = [...new Set(declarations.flatMap(({ constants }) => constants))];
  const own = used.filter((constant) => !common.has(constant));
  const borrowed = used.filter((constant) => common.has(constant));
  const modules = declarations.map(({ module }) => module);
  return blocks(
    [
      header(declarations),
      importOf(modules, style.package, style.page),
      builderImports([...declarations, ...own], style.page),
      importOf(namesOf(borrowed), `./${style.sharedPath}${style.ending}`, style.page),
    ].join(""),
    own.map((constant) => constantStatement(constant, "", style.page) ?? "").join(""),
    ...declarations.map((one) => segmentStatement(one, style.page)),
  );
};

const commonText = (common: readonly Constant[], page: Page): string =>
  blocks(
    builderImports(common, page),
    common.map((constant) => constantStatement(constant, "export ", page) ?? "").join(""),
  );

/** What several of the lists have. */
const inSeveral = (lists: readonly ReadonlySet<Constant>[]): ReadonlySet<Constant> => {
  const counts = new Map<Constant, number>();
  for (const one of lists.flatMap((list) => [...list])) counts.set(one, (counts.get(one) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > 1).map(([constant]) => constant));
};

/** The files of the program; what no chapter has for itself alone stands in one that they share. */
export const typescript = (chapters: readonly Chapter[], style: Style): readonly SourceFile[] => {
  const isWorthwhile = (constant: Constant): boolean =>
    constantStatement(constant, "export ", style.page) !== undefined;
  const all = chapters.flatMap(({ segments }) => segments);
  const { of, constants } = declarationsOf(all, isWorthwhile);
  const parts = chapters.map(({ path, segments }) => ({ path, declarations: segments.map(of) }));
  const common = inSeveral(
    parts.map(({ declarations }) => new Set(declarations.flatMap((one) => one.constants))),
  );
  const files = parts.map(({ path, declarations }) => ({
    path: `${path}.ts`,
    text: chapterText(declarations, common, style),
  }));
  const shared = constants.filter((constant) => common.has(constant));
  const commonFile = { path: `${style.sharedPath}.ts`, text: commonText(shared, style.page) };
  return shared.length === 0 ? files : [...files, commonFile];
};
