/** The file that `pulumi import --file` reads. It is also what remembers the names of an import that did not end well. */
import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import * as E from "fp-ts/Either";
import * as t from "io-ts";

export const IMPORT_FILE = "audiences-import.json";

const Remembered = t.type({
  resources: t.array(
    t.intersection([
      t.type({ type: t.string, name: t.string, id: t.string }),
      t.partial({ logicalName: t.string }),
    ]),
  ),
});

/** `nameTable` has the URNs of parents by the names that entries call them. */
export const writeImportFile = (
  path: string,
  resources: readonly object[],
  nameTable: { readonly [name: string]: string } = {},
): Promise<void> => {
  const table = Object.keys(nameTable).length > 0 ? { nameTable } : {};
  return writeFile(path, `${JSON.stringify({ ...table, resources }, undefined, 2)}\n`);
};

const parsed = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
};

/** Logical names by id, as an earlier run gave them to resources of one type. A file that is none remembers nothing. */
export const rememberedNames = (path: string, type: string): ReadonlyMap<string, string> => {
  const decoded = Remembered.decode(existsSync(path) ? parsed(path) : undefined);
  if (E.isLeft(decoded)) return new Map();
  return new Map(
    decoded.right.resources
      .filter((one) => one.type === type)
      .map(({ id, logicalName, name }) => [id, logicalName ?? name]),
  );
};
