/** What the generators of each language are told. */
import type { Configured } from "./provider-spec";
import type { PackageSpec } from "./spec";

export interface Naming {
  readonly npmName: string;
  readonly description: string;
  /** Of `@pulumi/pulumi`, as npm writes it: `^3.260.0`. */
  readonly pulumiRange: string;
  /** Import path of the Go module that holds every SDK. */
  readonly goModule: string;
}

/** `^3.260.0` as Python writes it. */
const pythonRange = (range: string): string => {
  const lowest = range.replace(/^\D+/, "");
  return `>=${lowest},<${Number.parseInt(lowest, 10) + 1}.0.0`;
};

export const languages = (
  name: string,
  displayName: string,
  vendors: readonly Configured[],
  { npmName, description, pulumiRange, goModule }: Naming,
): PackageSpec["language"] => ({
  nodejs: {
    packageName: npmName,
    packageDescription: description,
    dependencies: { "@pulumi/pulumi": pulumiRange },
    disableUnionOutputTypes: false,
    respectSchemaVersion: true,
  },
  python: {
    packageName: npmName.replaceAll("-", "_"),
    // From 3.260 on, keys inside a union are translated from snake_case when they are written as a plain dict.
    requires: { pulumi: pythonRange(pulumiRange) },
    pyproject: { enabled: true },
    fullyTypedUnions: true,
    respectSchemaVersion: true,
  },
  go: {
    importBasePath: `${goModule}/go/${name}`,
    generateResourceContainerTypes: true,
    respectSchemaVersion: true,
  },
  csharp: {
    namespaces: Object.fromEntries([
      [name, displayName],
      ...vendors.map((vendor) => [vendor.name, vendor.title]),
    ]),
    packageReferences: { Pulumi: "3.*" },
    fullyTypedUnions: true,
    respectSchemaVersion: true,
  },
  java: {
    buildFiles: "gradle",
    fullyTypedUnions: true,
  },
});
