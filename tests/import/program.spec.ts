import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { expect } from "chai";
import type { SourceFile } from "../../provider/hosts/cli/program/declared";
import { pageOf } from "../../provider/hosts/cli/program/page";
import { typescript } from "../../provider/hosts/cli/program/typescript";
import { importable, openAccount, readAccount, type Stage } from "./account";
import { push0Console, statsigConsole } from "./consoles";
import { dashboard } from "./dashboard";

const root = resolve(__dirname, "..", "..");
type Seed = Parameters<Stage["emulator"]["seed"]>[0];

const SEGMENTS = 400;
const EVERY = 4;

/** As strict as TypeScript gets. */
const STRICT = {
  target: "ES2022",
  lib: ["ES2023"],
  module: "node20",
  types: ["node"],
  skipLibCheck: true,
  noEmit: true,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noPropertyAccessFromIndexSignature: true,
  isolatedModules: true,
};

const accounts: readonly { readonly vendor: string; readonly seed: Seed }[] = [
  { vendor: "onesignal", seed: { segments: dashboard(SEGMENTS) } },
  { vendor: "statsig", seed: statsigConsole(SEGMENTS) },
  { vendor: "push0", seed: push0Console(SEGMENTS) },
];

for (const { vendor, seed } of accounts)
  describe(`a generated TypeScript program of ${vendor}`, () => {
    let stage: Stage;
    let folder: string;
    const files: SourceFile[] = [];

    before(async () => {
      stage = await openAccount(true, vendor);
      stage.emulator.seed(seed);
      const segments = importable(await readAccount(stage)).map((segment) => ({
        kind: stage.kind,
        segment,
      }));
      const chapters = Array.from({ length: EVERY }, (_, index) => ({
        path: `part-${index}`,
        segments: segments.filter((_one, place) => place % EVERY === index),
      }));
      mkdirSync(join(root, ".cache"), { recursive: true });
      folder = mkdtempSync(join(root, ".cache", "generated-"));
      for (const lineWidth of [80, 100]) {
        const part = join(folder, `${lineWidth}`);
        mkdirSync(part);
        const formatter = { indentStyle: "space", lineWidth };
        writeFileSync(join(part, "biome.json"), JSON.stringify({ root: true, formatter }));
        const written = typescript(chapters, {
          package: "pulumi-audiences",
          ending: ".js",
          sharedPath: "conditions",
          page: pageOf(part),
        });
        for (const { path, text } of written) writeFileSync(join(part, path), text);
        files.push(...written);
      }
    });
    after(async () => {
      rmSync(folder, { recursive: true, force: true });
      await stage.emulator.close();
    });

    it("compiles under strict flags", () => {
      const paths = {
        "pulumi-audiences": [join(root, "sdk/nodejs/index.ts")],
        "pulumi-audiences/*": [join(root, "provider/vendors/*/builder.ts")],
      };
      const config = { compilerOptions: { ...STRICT, paths }, include: ["80/*.ts", "100/*.ts"] };
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
      writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }');
      const tsc = createRequire(__filename).resolve("typescript/bin/tsc");
      const { stdout } = spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
      expect(stdout).to.equal("");
    }).timeout(120_000);

    for (const width of ["80", "100"]) {
      it(`is formatted for lines of ${width} columns`, () => {
        const before = new Map(
          files.map(({ path }) => [path, readFileSync(join(folder, width, path), "utf8")]),
        );
        const biome = join(root, "node_modules", ".bin", "biome");
        const part = join(folder, width);
        execFileSync(biome, ["format", "--write", `--config-path=${part}`, part], {
          stdio: "pipe",
        });
        for (const [path, text] of before) {
          expect(readFileSync(join(folder, width, path), "utf8"), path).to.equal(text);
        }
      });
    }

    it("says what several segments say once, and has no constant that only one uses", () => {
      const narrow = files.slice(0, files.length / 2);
      const text = narrow.map((file) => file.text).join("\n");
      const statements = text.matchAll(/^(?:export )?const (\S+) =(?!\s+new )/gm);
      const constants = [...statements].map(([, name = ""]) => name);
      expect(constants.length).to.be.greaterThan(10);
      for (const name of constants) {
        expect(text.split(new RegExp(`\\b${name}\\b`)).length, name).to.be.greaterThan(3);
      }
    });
  });
