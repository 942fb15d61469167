/** `audiences fill-import`: completes the file that `pulumi preview --import-file` writes. */
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import * as E from "fp-ts/Either";
import * as t from "io-ts";
import { shellWord } from "../../../core/command";
import type { Listed } from "../../../core/lifecycle";
import { count } from "../../../core/wording";
import type { Surroundings } from "../../accounts";
import { wordsOf } from "../../identifier";
import { type Desk, type DeskOptions, openDesk } from "../desk";
import { type ExitCode, exitCodes, misused } from "../exit";
import { type Place, surveyAll } from "../survey";

export interface FillOptions extends Place, DeskOptions {
  readonly file: string;
  readonly dryRun: boolean;
}

/** What the engine writes where it wants an id. */
const PLACEHOLDER = "<PLACEHOLDER>";

const Entry = t.intersection([
  t.UnknownRecord,
  t.type({ type: t.string, name: t.string }),
  t.partial({ id: t.string, logicalName: t.string }),
]);
type Entry = t.TypeOf<typeof Entry>;

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

const wordsIn = (name: string): string => wordsOf(name).join(" ").toLowerCase();

/** The segments of that very name; else those whose names have the same words: `vip-customers` is `VIP customers`. */
const matches = (name: string, listed: readonly Listed[]): readonly Listed[] => {
  const same = listed.filter((one) => one.name === name);
  return same.length > 0 ? same : listed.filter((one) => wordsIn(one.name) === wordsIn(name));
};

interface Filled {
  readonly entry: Entry;
  /** Why it stays open. */
  readonly problem?: string;
}

const fill = (entry: Entry, listed: readonly Listed[] | undefined): Filled => {
  if (entry.id !== PLACEHOLDER || listed === undefined) return { entry };
  const [first, ...more] = matches(entry.logicalName ?? entry.name, listed);
  if (first === undefined) return { entry, problem: "no segment has this name" };
  if (more.length === 0) return { entry: { ...entry, id: first.id } };
  const ids = [first, ...more].map(({ id }) => id).join(", ");
  return { entry, problem: `several segments have this name: ${ids}` };
};

const tell = ({ terminal }: Desk, filled: readonly Filled[], before: readonly Entry[]): number => {
  const done = filled.filter(({ entry }, index) => entry.id !== before[index]?.id);
  for (const { entry } of done) terminal.print(`${entry.logicalName ?? entry.name}: ${entry.id}`);
  const open = filled.filter(({ problem }) => problem !== undefined);
  for (const { entry, problem } of open) {
    terminal.say(`${entry.logicalName ?? entry.name} stays open: ${problem}`);
  }
  terminal.say(`Filled ${count(done.length, "id")}.`);
  return open.length;
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
  const open = tell(desk, filled, file.resources);
  if (!options.dryRun) {
    const resources = filled.map(({ entry }) => entry);
    await writeFile(options.file, `${JSON.stringify({ ...file, resources }, undefined, 2)}\n`);
  }
  const run = ["import", "--file", options.file, "--generate-code=false", "--protect=false"];
  desk.terminal.say(`Next: ${desk.pulumi.show(run)}`);
  return open > 0 ? exitCodes.failed : exitCodes.done;
};
