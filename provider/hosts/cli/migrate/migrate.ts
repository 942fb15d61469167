/** `audiences migrate`: from dynamic segments to those of the plugin, without touching a vendor. */
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { count } from "../../../core/wording";
import type { Kind, Surroundings } from "../../accounts";
import { type Entry, readAll } from "../../inventory";
import { type Desk, type DeskOptions, openDesk } from "../desk";
import { type ExitCode, exitCodes, failed } from "../exit";
import { IMPORT_FILE, writeImportFile } from "../import/file";
import { tellChanges } from "../import/outcome";
import { importRun, runImport } from "../import/run";
import { differences } from "../import/verify";
import type { Declared } from "../program/declared";
import { shown } from "../project";
import { reading, readingsOf } from "../survey";
import { plugin } from "../target";
import { type Edit, editsOf } from "./edit";
import { assertChildless, namedOf, type Segment, segmentsOf, withParents } from "./segments";
import { migrated } from "./state";

export interface MigrateOptions extends DeskOptions {
  readonly dryRun: boolean;
}

const declaredOf = async (
  { terminal, stack }: Desk,
  host: Surroundings,
  segments: readonly Segment[],
): Promise<readonly Declared[]> => {
  const kinds = new Set(segments.map(({ kind }) => kind.resource.model.token));
  const found: Declared[] = [];
  const isWanted = ({ resource }: Kind): boolean => kinds.has(resource.model.token);
  for (const how of readingsOf(host, stack.config, isWanted)) {
    const own = segments.filter(({ kind }) => kind.resource === how.kind.resource).map(namedOf);
    const entries = await terminal.progress(`Reading ${count(own.length, "segment")}`, (update) => {
      const onProgress = (done: number): void => update(`${done} of ${own.length}`);
      return reading(readAll({ ...how, onProgress }, own));
    });
    found.push(...entries.map((entry) => ({ kind: how.kind, segment: importable(entry) })));
  }
  return found;
};

const importable = (entry: Entry): Declared["segment"] => {
  if (entry._tag === "Importable") return entry;
  throw failed(`${entry.logicalName} (${entry.listed.id}) cannot be moved: ${entry.reason}`);
};

const importThem = async (
  desk: Desk,
  host: Surroundings,
  segments: readonly Segment[],
): Promise<void> => {
  const { project, pulumi, stack, terminal } = desk;
  const urns = new Set(stack.resources.map(({ urn }) => urn));
  const missing = segments.filter(({ move }) => !urns.has(move.to));
  if (missing.length === 0) return;
  const declared = await declaredOf(desk, host, missing);
  const file = join(project.folder, IMPORT_FILE);
  const { nameTable, resources } = withParents(missing, plugin.entries(declared));
  await writeImportFile(file, resources, nameTable);
  const run = importRun(file, missing.length, stack.isFileBackend);
  await runImport(pulumi, run, missing.length, terminal);
};

const BACKUP = "audiences-before-migrate.json";

/** Takes the dynamic segments out of the state; what they stood for is managed by the plugin by now. */
const replaceState = async (
  { project, pulumi, terminal }: Desk,
  segments: readonly Segment[],
): Promise<void> => {
  const text = await pulumi.output(["stack", "export"]);
  const backup = join(project.folder, BACKUP);
  await writeFile(backup, text);
  const file = join(project.folder, `${BACKUP}.new`);
  await writeFile(
    file,
    migrated(
      text,
      segments.map(({ move }) => move),
    ),
  );
  await pulumi.output(["stack", "import", "--file", file]);
  await rm(file);
  terminal.say(
    `Replaced them in the state. ${pulumi.show(["stack", "import", "--file", BACKUP])} brings back what it was.`,
  );
};

const tellEdits = ({ terminal, project }: Desk, edits: readonly Edit[], verb: string): void => {
  for (const { path, lines } of edits) {
    terminal.say(`${verb} ${shown(project, path)}:`);
    for (const line of lines) terminal.say(`  ${line}`);
  }
};

const carryOut = async (
  desk: Desk,
  host: Surroundings,
  segments: readonly Segment[],
): Promise<void> => {
  await importThem(desk, host, segments);
  if (segments.length > 0) await replaceState(desk, segments);
};

/** Imports into the plugin, takes the dynamic ones out of the state, edits the program, and previews. Can be run again. */
export const migrate = async (options: MigrateOptions, host: Surroundings): Promise<ExitCode> => {
  const desk = await openDesk(options);
  const { terminal, project, pulumi, stack } = desk;
  assertChildless(stack.resources);
  const segments = segmentsOf(stack.resources, host);
  const edits = editsOf(project);
  terminal.say(`${count(segments.length, "dynamic segment")} in the stack.`);
  if (options.dryRun) {
    for (const { move } of segments) terminal.print(`${move.from}\n  becomes ${move.to}`);
    tellEdits(desk, edits, "Would change");
    terminal.say("Nothing was changed.");
    return exitCodes.done;
  }
  await carryOut(desk, host, segments);
  for (const { path, text } of edits) await writeFile(path, text);
  tellEdits(desk, edits, "Changed");
  const changes = await terminal.progress("Previewing", () => differences(pulumi));
  tellChanges(changes, terminal);
  return changes.some(({ isSegment }) => isSegment) ? exitCodes.changes : exitCodes.done;
};
