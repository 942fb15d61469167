import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { root } from "./fixture";

/** What git has or would take. Patterns below are put together from parts, so that this file does not match them. */
const paths = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((path) => path !== "");

const read = (path: string): string => {
  try {
    return readFileSync(join(root, path), "utf8");
  } catch {
    return ""; // deleted in the working tree, but not yet in git
  }
};

const texts = paths
  .map((path) => ({ path, text: read(path) }))
  .filter(({ text }) => !text.includes("\0"));

const matches = (pattern: RegExp): readonly string[] =>
  texts.flatMap(({ path, text }) => {
    const line = text.split("\n").findIndex((content) => pattern.test(content));
    return line < 0 ? [] : [`${path}:${line + 1}`];
  });

const anyOf = (parts: readonly string[]): string => `(?:${parts.join("|")})`;
const host = (words: string): string => words.replaceAll(" ", "\\.");

const homes = ["work", "root", "home", "Users"];
const machinePath = new RegExp(`(?<![\\w.~*-])/${anyOf(homes)}/[\\w.-]`);

const registries = [
  "registry npmjs org",
  "registry yarnpkg com",
  "files pythonhosted org",
  "proxy golang org",
  "sum golang org",
  "index crates io",
  "static crates io",
  "repo1 maven org",
  "repo maven apache org",
  "deb debian org",
];
const registry = new RegExp(anyOf(registries.map(host)));

/** The registry this machine installs from, if it is not this machine itself. */
const configured = URL.parse(process.env["npm_config_registry"] ?? "")?.hostname ?? "localhost";

const keys: Readonly<Record<string, RegExp>> = {
  OneSignal: new RegExp(`os_v2_${anyOf(["app", "org"])}_[a-z0-9]{40,}`),
  Statsig: new RegExp(`${anyOf(["console", "secret"])}-[A-Za-z0-9]{40,}`),
  Pulumi: /\bpul-[0-9a-f]{40}\b/,
  GitHub: /\bgh[pousr]_[A-Za-z0-9]{36,}/,
  private: new RegExp(`${"-".repeat(5)}BEGIN [A-Z ]*PRIVATE KEY`),
};

describe("Published files", () => {
  it("are many, so that the rest of this page means something", () => {
    expect(texts.length).to.be.greaterThan(20);
  });

  it("name no path of somebody's machine", () => {
    expect(matches(machinePath)).to.deep.equal([]);
  });

  it("name no host of a package registry", () => {
    expect(matches(registry)).to.deep.equal([]);
  });

  it("do not name the registry this machine installs from", () => {
    const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(configured);
    const here = new RegExp(configured.replaceAll(".", "\\."));
    expect(isHere ? [] : matches(here)).to.deep.equal([]);
  });

  for (const [owner, key] of Object.entries(keys)) {
    it(`hold nothing that looks like a real ${owner} key`, () => {
      expect(matches(key)).to.deep.equal([]);
    });
  }

  it("would be caught if they did", () => {
    expect(machinePath.test(`see ${["", "work", "main"].join("/")}`)).to.equal(true);
    expect(registry.test(["registry", "npmjs", "org"].join("."))).to.equal(true);
    expect(keys["OneSignal"]?.test(`os_v2_app_${"a1".repeat(40)}`)).to.equal(true);
    expect(keys["Statsig"]?.test(`console-${"a1B".repeat(20)}`)).to.equal(true);
  });
});
