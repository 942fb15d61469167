/** Whatever the documentation shows to be copied is right: programs compile, filters are accepted, scripts exist. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import ts from "typescript";
import { parse } from "yaml";
import { print } from "../../provider/core/path";
import { checkFilters } from "../vendors/onesignal/subject";

const root = join(__dirname, "..", "..");
const folder = join(root, ".cache", "docs");

const pages = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => join("docs", path)),
];

interface Block {
  readonly page: string;
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

const BLOCK = /^```(\w+)\n([\s\S]*?)^```$/gm;

const blocksOf = (page: string): readonly Block[] => {
  const text = readFileSync(join(root, page), "utf8");
  return [...text.matchAll(BLOCK)].map(({ index, 1: language = "", 2: block = "" }) => ({
    page,
    line: text.slice(0, index).split("\n").length,
    language,
    text: block,
  }));
};

const blocks = pages.flatMap(blocksOf);
const inLanguage = (language: string): readonly Block[] =>
  blocks.filter((block) => block.language === language);
const placeOf = ({ page, line }: Block): string => `${page}:${line}`;

/** A page imports the package once; its later blocks go on from there. */
const PREAMBLE = 'import * as audiences from "pulumi-audiences";\n';

const compiled = (programs: readonly Block[]): readonly string[] => {
  mkdirSync(folder, { recursive: true });
  const places = new Map(
    programs.map((block, index) => [join(folder, `block-${index}.ts`), placeOf(block)] as const),
  );
  programs.forEach(({ text }, index) => {
    const isWhole = text.includes('from "pulumi-audiences"') || !text.includes("audiences.");
    writeFileSync(join(folder, `block-${index}.ts`), isWhole ? text : PREAMBLE + text);
  });
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile) as {
    readonly config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram([...places.keys()], {
    ...options,
    noEmit: true,
    noUnusedLocals: false,
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const place = places.get(file?.fileName ?? "") ?? file?.fileName;
    return `${place}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
};

describe("what the documentation shows", () => {
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("in TypeScript compiles", () => {
    expect(inLanguage("ts")).to.not.be.empty;
    expect(compiled(inLanguage("ts"))).to.deep.equal([]);
  });

  for (const block of inLanguage("yaml")) {
    it(`in YAML reads, and its filters are accepted: ${placeOf(block)}`, () => {
      const { filters } = parse(block.text) as { readonly filters?: unknown };
      if (filters === undefined) return;
      const said = checkFilters(filters).failures.map(({ path, problem }) => print(path) + problem);
      expect(said).to.deep.equal([]);
    });
  }

  it("of npm scripts exists", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      readonly scripts: { readonly [name: string]: string };
    };
    const named = pages.flatMap((page) =>
      [...readFileSync(join(root, page), "utf8").matchAll(/npm run ([\w:]*\w)/g)].map(
        ([, name = ""]) => name,
      ),
    );
    expect(named).to.not.be.empty;
    expect(named.filter((name) => scripts[name] === undefined)).to.deep.equal([]);
  });
});
