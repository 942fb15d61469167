import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { expect } from "chai";

const root = resolve(__dirname, "../..");

/** Where state may have come from, and what it must lead to for as long as that state exists. */
const TEXT = `exports.handler = __f0;
const provider = require("pulumi-audiences/dynamic/handlers/onesignal-segment");

function __f0() {
  return (function() {
    with({ this: undefined, arguments: undefined }) {

return () => provider;

    }
  }).apply(undefined, undefined).apply(this, arguments);
}
`;

const PROGRAM = `
const { runtime } = require("@pulumi/pulumi");
const provider = require("pulumi-audiences/dynamic/handlers/onesignal-segment");
runtime.serializeFunction(() => provider).then(({ text }) => process.stdout.write(text));
`;

describe("State of a dynamic resource", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "audiences-"));
    const installed = join(folder, "node_modules/pulumi-audiences");
    mkdirSync(installed, { recursive: true });
    for (const part of ["package.json", "dist"]) {
      cpSync(join(root, part), join(installed, part), { recursive: true });
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs a program in a project that has the package, and nothing else, in its own `node_modules`. */
  const run = (program: string, project = folder): string => {
    const modules = [project, root].map((one) => join(one, "node_modules"));
    const env = { ...process.env, NODE_PATH: modules.join(delimiter) };
    return execFileSync(process.execPath, ["--no-warnings", "-e", program], {
      cwd: project,
      env,
      encoding: "utf8",
    });
  };

  it("names the provider by what the package exports, and holds nothing else", () => {
    expect(run(PROGRAM)).to.equal(TEXT);
    expect(TEXT.length).to.be.lessThan(400);
  });

  it("holds a few functions instead where the package is linked, for Pulumi then copies what it would name", () => {
    const project = join(folder, "linked");
    mkdirSync(join(project, "node_modules"), { recursive: true });
    symlinkSync(root, join(project, "node_modules/pulumi-audiences"), "junction");
    const text = run(PROGRAM, project);
    expect(text.length).to.be.lessThan(3000);
    const names = [...text.matchAll(/(?:require|load)\((.*?)\)/g)].map(([, name]) => name);
    expect(names).to.deep.equal(['"pulumi-audiences/dynamic/serve"']);
  });

  it("leads back to the provider", () => {
    const program = `
const load = require("require-from-string");
const { check } = load(${JSON.stringify(TEXT)}).handler();
Promise.resolve(check({}, { __provider: "text" })).then((result) => console.log(JSON.stringify(result)));
`;
    expect(JSON.parse(run(program))).to.deep.equal({ inputs: { __provider: "text" } });
  });
});
