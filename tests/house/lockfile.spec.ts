import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { root } from "./fixture";

interface Locked {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages }: { packages: Readonly<Record<string, Locked>> } = JSON.parse(
  readFileSync(join(root, "package-lock.json"), "utf8"),
);

/** Folders in which Node looks for what the package at `path` imports, nearest first. */
const scopes = (path: string): readonly string[] => {
  const parts = path.split("/node_modules/");
  return parts
    .map((_, n) => `${parts.slice(0, parts.length - n).join("/node_modules/")}/`)
    .concat("");
};

const isLocked = (path: string, name: string): boolean =>
  scopes(path).some((scope) => packages[`${scope}node_modules/${name}`] !== undefined);

describe("The lockfile", () => {
  it("names no address of a registry", () => {
    const addressed = Object.keys(packages).filter(
      (path) => packages[path]?.resolved !== undefined,
    );
    expect(addressed).to.deep.equal([]);
  });

  it("knows the binaries of all systems, not only of the one it was written on", () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isLocked(path, name)),
    );
    expect(missing).to.deep.equal([], "`npm ci` refuses a lockfile without them");
  });
});
