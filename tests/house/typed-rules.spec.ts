import { join } from "node:path";
import { expect } from "chai";
import { ESLint } from "eslint";
import { type Fixture, fixture, root } from "./fixture";

const preamble = `import * as TE from "fp-ts/TaskEither";
declare const operation: (id: number) => (call: string) => TE.TaskEither<string, number>;
declare const found: unknown;
type Answer = { readonly _tag: "Some" } | { readonly _tag: "None" };
`;

const body = (statement: string): string =>
  `${preamble}export const f = (answer: Answer, name: string | undefined): void => { ${statement} };\n`;

/** A statement that must be refused in the provider, and by which rule. */
const refused = {
  "house/no-dropped-value": ["operation(1);", 'operation(1)("call");', "TE.right(1);"],
  "no-restricted-syntax": ['throw new Error("no");', "void new Promise(() => undefined);"],
  "@typescript-eslint/no-floating-promises": ['operation(1)("call")();'],
  "@typescript-eslint/switch-exhaustiveness-check": [
    'switch (answer._tag) { case "Some": return; }',
  ],
  "@typescript-eslint/strict-boolean-expressions": ["if (name) return;"],
  "@typescript-eslint/consistent-type-assertions": ["const id = found as string; void id;"],
  "@typescript-eslint/no-unsafe-assignment": ['const json = JSON.parse("{}"); void json;'],
} as const;

const cases = Object.entries(refused).flatMap(([rule, statements]) =>
  statements.map((statement, n) => ({
    rule,
    statement,
    file: `provider/vendors/alpha/${rule.replace(/\W/g, "-")}-${n}.ts`,
  })),
);

const harmless =
  "const list: number[] = []; list.push(1); void list; void name; void answer; void found; void operation;";

describe("Typed rules", () => {
  let tree: Fixture;
  let broken: ReadonlyMap<string, readonly (string | null)[]>;

  before(async () => {
    tree = fixture({
      "provider/vendors/alpha/harmless.ts": body(harmless),
      "provider/hosts/plugin/throws.ts": body('throw new Error("a host may");'),
      ...Object.fromEntries(cases.map(({ file, statement }) => [file, body(statement)])),
    });
    const eslint = new ESLint({
      cwd: tree.directory,
      overrideConfigFile: join(root, "eslint.config.mjs"),
    });
    const results = await eslint.lintFiles(["provider"]);
    broken = new Map(
      results.map(({ filePath, messages }) => [
        filePath.slice(filePath.indexOf("provider")),
        messages.map(({ ruleId }) => ruleId),
      ]),
    );
  });
  after(() => tree.remove());

  for (const { rule, statement, file } of cases) {
    it(`${rule} refuses: ${statement}`, () => {
      expect(broken.get(file)).to.include(rule);
    });
  }

  it("leave a list that is filled in place alone", () => {
    expect(broken.get("provider/vendors/alpha/harmless.ts")).to.deep.equal([]);
  });

  it("let a host throw", () => {
    expect(broken.get("provider/hosts/plugin/throws.ts")).to.deep.equal([]);
  });
});
