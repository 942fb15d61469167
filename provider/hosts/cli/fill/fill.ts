/** `audiences fill-import`: completes the file that `pulumi preview --import-file` writes. */
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import * as E from "fp-ts/Either";
import * as t from "io-ts";
import { shellWord } from "../../../core/command";
import { count } from "../../../core/wording";
import type { Surroundings } from "../../accounts";
import { type DeskOptions, openDesk } from "../desk";
import { type ExitCode, exitCodes, misused } from "../exit";
import { type Place, surveyAll } from "../survey";
import type { Terminal } from "../terminal";
import { Entry, type Filled, fill, nameOf } from "./entry";

export interface FillOptions extends Place, DeskOptions {
  readonly file: string;
  /** Takes out what no account has, for `pulumi up` to make. */
  readonly onlyFound: boolean;
  readonly dryRun: boolean;
}

const File = t.intersection([t.UnknownRecord, t.type({ resources: t.array(Entry) })]);

const contents = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw misused(
      `${path} cannot be read (${problem}). Write it with \`pulumi preview --import-file ${shellWord(path)}\`.`,
    );
  }
};

const readFile = (path: string): t.TypeOf<typeof File> => {
  const decoded = File.decode(contents(path));
  if (E.isRight(decoded)) return decoded.right;
  throw misused(
    `${path} is no file of \`pulumi preview --import-file\`: it has no list of resources`,
  );
};

/** What becomes of a resource, in words. */
const outcomeOf = (one: Filled, { onlyFound }: FillOptions): string | undefined => {
  switch (one.status) {
    case "not asked":
      return undefined;
    case "done":
      return `${nameOf(one.entry)}: ${one.entry.id}`;
    case "not found":
      return `${nameOf(one.entry)} ${onlyFound ? "is taken out" : "stays open"}: no segment has this name`;
    case "open":
      return `${nameOf(one.entry)} stays open: ${one.problem}`;
  }
};

const isOpen = ({ status }: Filled, { onlyFound }: FillOptions): boolean =>
  status === "open" || (status === "not found" && !onlyFound);

const tell = (filled: readonly Filled[], options: FillOptions, { print, say }: Terminal): void => {
  for (const one of filled) {
    const line = outcomeOf(one, options);
    if (line !== undefined) (one.status === "done" ? print : say)(line);
  }
  say(`Filled ${count(filled.filter(({ status }) => status === "done").length, "id")}.`);
};

/** Fills what it can, names what stays open, and says how to go on. */
export const fillImport = async (options: FillOptions, host: Surroundings): Promise<ExitCode> => {
  const file = readFile(options.file);
  const desk = await openDesk(options);
  const accounts = await surveyAll(host, desk.stack.config, options, desk.terminal);
  const byType = new Map(
    accounts.map(({ kind, listed }) => [String(kind.resource.model.token), listed]),
  );
  const filled = file.resources.map((entry) => fill(entry, byType.get(entry.type)));
  tell(filled, options, desk.terminal);
  const isReady = !filled.some((one) => isOpen(one, options));
  if (!options.dryRun) {
    const kept = filled.filter(({ status }) => !(options.onlyFound && status === "not found"));
    const resources = kept.map(({ entry }) => entry);
    await writeFile(options.file, `${JSON.stringify({ ...file, resources }, undefined, 2)}\n`);
  }
  const run = ["import", "--file", options.file, "--generate-code=false", "--protect=false"];
  const first = isReady
    ? ""
    : "write the ids that stay open, or leave them out with --only-found; then ";
  desk.terminal.say(`Next: ${first}${desk.pulumi.show(run)}`);
  return isReady ? exitCodes.done : exitCodes.failed;
};
