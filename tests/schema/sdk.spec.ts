/** The generated SDK by the flags it is built with, and without the mark that spares it this repository's stricter ones. */
import { join, relative } from "node:path";
import { expect } from "chai";
import ts from "typescript";

const folder = join(process.cwd(), "sdk");

const compile = (): ts.Program => {
  const { config } = ts.readConfigFile(join(folder, "tsconfig.json"), ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const host = ts.createCompilerHost(options);
  const unmarked = (path: string) => ts.sys.readFile(path)?.replace("// @ts-nocheck", "");
  return ts.createProgram(fileNames, options, Object.assign(host, { readFile: unmarked }));
};

/** Where `any` is the type of something that a program reads or writes: in an interface, or of a class's property. */
const untyped = (node: ts.Node, isShown = false): readonly ts.Node[] => {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return isShown ? [node] : [];
  const shows = isShown || ts.isInterfaceDeclaration(node) || ts.isPropertyDeclaration(node);
  const found: ts.Node[] = [];
  node.forEachChild((child) => {
    found.push(...untyped(child, shows));
  });
  return found;
};

describe("The SDK for TypeScript", () => {
  const program = compile();
  const files = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(folder));

  it("compiles strictly", () => {
    const problems = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
      const path = file === undefined ? "" : relative(folder, file.fileName);
      return `${path}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    });
    expect(problems).to.deep.equal([]);
  }).timeout(60_000);

  it("leaves no property without a type", () => {
    const places = files.flatMap((file) =>
      untyped(file).map((node) => {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
        return `${relative(folder, file.fileName)}:${line + 1}`;
      }),
    );
    expect(files).to.have.lengthOf.at.least(10);
    expect(places).to.deep.equal([]);
  });
});
