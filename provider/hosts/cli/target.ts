/** Which of the two hosts serves the segments that a program declares: the plugin, or the package's dynamic resources. */
import { spawnSync } from "node:child_process";
import * as E from "fp-ts/Either";
import * as t from "io-ts";
import type { Kind } from "../accounts";
import { failed, misused } from "./exit";
import { classOf, type Declared } from "./program/declared";
import type { Project } from "./project";

export interface Target {
  /** What programs import the classes from. */
  readonly package: string;
  /** The type that state and URNs show. */
  readonly typeOf: (kind: Kind) => string;
  /** Entries of the file that `pulumi import` reads. */
  readonly entries: (declared: readonly Declared[]) => readonly object[];
  /** What must be run after an import for the state to be complete. */
  readonly afterwards: (types: readonly string[]) => readonly (readonly string[])[];
}

export const plugin: Target = {
  package: "pulumi-audiences",
  typeOf: ({ resource }) => resource.model.token,
  entries: (declared) =>
    declared.map(({ kind, segment }) => ({
      type: plugin.typeOf(kind),
      name: segment.variable,
      logicalName: segment.logicalName,
      id: segment.id,
      inputs: segment.inputs,
      outputs: segment.outputs,
    })),
  afterwards: () => [],
};

export const dynamicType = ({ resource }: Kind): string => {
  const [pkg, module, className] = resource.model.token.split(":");
  return `pulumi-nodejs:dynamic/${pkg}/${module}:${className}`;
};

const ImportFile = t.type({
  resources: t.array(t.intersection([t.UnknownRecord, t.type({ name: t.string })])),
});

/** Only the package, where the project has it, can say how Pulumi writes its providers down. */
const SCRIPT = `
const { ids, module, className } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const classes = require("node:module").createRequire(process.cwd() + "/")("pulumi-audiences/dynamic");
classes[module][className].importFile(ids).then((file) => process.stdout.write(JSON.stringify(file)));
`;

const importFileOf = (folder: string, kind: Kind, ids: { readonly [name: string]: string }) => {
  const input = JSON.stringify({ ids, ...classOf(kind) });
  const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", SCRIPT], {
    cwd: folder,
    input,
    encoding: "utf8",
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  const decoded = ImportFile.decode(status === 0 ? JSON.parse(stdout) : undefined);
  if (E.isRight(decoded)) return decoded.right.resources;
  throw failed(`pulumi-audiences/dynamic cannot be loaded in this project: ${stderr.trim()}`);
};

const byKind = (declared: readonly Declared[]): readonly (readonly [Kind, readonly Declared[]])[] =>
  [...new Set(declared.map(({ kind }) => kind))].map((kind) => [
    kind,
    declared.filter((one) => one.kind === kind),
  ]);

export const dynamic = ({ folder, language }: Project): Target => {
  if (language !== "typescript") throw misused("--dynamic needs a TypeScript project");
  return {
    package: "pulumi-audiences/dynamic",
    typeOf: dynamicType,
    entries: (declared) =>
      byKind(declared).flatMap(([kind, own]) => {
        const bySegment = new Map(own.map(({ segment }) => [segment.logicalName, segment]));
        const ids = Object.fromEntries([...bySegment].map(([name, { id }]) => [name, id]));
        return importFileOf(folder, kind, ids).map((entry) => ({
          ...entry,
          name: bySegment.get(entry.name)?.variable ?? entry.name,
          logicalName: entry.name,
        }));
      }),
    afterwards: (types) => [
      [
        ...["refresh", "--yes", "--skip-preview"],
        ...types.flatMap((type) => ["--target", `urn:pulumi:**::${type}::**`]),
      ],
    ],
  };
};
