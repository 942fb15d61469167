/** `audiences import`: from an account to a program and a state that agree. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Surroundings } from "../../accounts";
import { type ExitCode, exitCodes } from "../exit";
import type { Declared } from "../program/declared";
import { surveyAll } from "../survey";
import { writeImportFile } from "./file";
import { type ImportDesk, type ImportOptions, openImport } from "./import-desk";
import { type Outcome, outcomeJson, tellOutcome } from "./outcome";
import { picked } from "./pick";
import { type Candidate, candidatesOf } from "./plan";
import { importRun, runImport } from "./run";
import { showTable } from "./show";
import { idsInProgram } from "./sources";
import { differences } from "./verify";
import { programFiles, type Written } from "./write";

const writeAll = async (files: readonly Written[]): Promise<void> => {
  for (const { path, text } of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
};

/** Writes first and imports then, so that what is in the state is always in the program too. */
const carryOut = async (
  { pulumi, stack, target, terminal, importFile }: ImportDesk,
  files: readonly Written[],
  toImport: readonly Declared[],
  types: readonly string[],
): Promise<void> => {
  if (toImport.length > 0) await writeImportFile(importFile, target.entries(toImport));
  await writeAll(files);
  if (toImport.length > 0) {
    const run = importRun(importFile, toImport.length, stack.isFileBackend);
    await runImport(pulumi, run, toImport.length, terminal);
  }
  for (const args of target.afterwards(types)) {
    await terminal.progress(`Running pulumi ${args[0]}`, () => pulumi.output(args));
  }
};

/** Runs a part of the work, and answers how long it took. */
const timed = async <A>(work: Promise<A>): Promise<readonly [A, number]> => {
  const started = performance.now();
  const result = await work;
  return [result, Math.round(performance.now() - started) / 1000];
};

const readAccounts = async (
  { options, target, terminal, stack, importFile }: ImportDesk,
  host: Surroundings,
): Promise<readonly Candidate[]> => {
  const candidates: Candidate[] = [];
  for (const account of await surveyAll(host, stack.config, options, terminal)) {
    const type = target.typeOf(account.kind);
    const known = { type, stack, importFile };
    candidates.push(...(await candidatesOf(account, known, options, terminal)));
  }
  return candidates;
};

const work = async (desk: ImportDesk, host: Surroundings): Promise<Outcome> => {
  const { options, target, terminal, project, pulumi } = desk;
  const [candidates, reading] = await timed(readAccounts(desk, host));
  if (!options.json && candidates.length > 0) showTable(candidates, terminal);
  const chosen = await picked(desk, candidates);
  const declaredAlready = idsInProgram(project);
  const toDeclare = chosen.filter(({ segment }) => !declaredAlready.has(segment.id));
  const toImport = chosen.filter(({ isManaged }) => !isManaged);
  const files = programFiles(project, toDeclare, { split: options.split, package: target.package });
  const common = { candidates, files, toImport, project };
  if (options.dryRun) return { ...common, _tag: "Shown" };
  const isManaged = candidates.some(({ status }) => status === "managed");
  if (chosen.length === 0 && !isManaged) return { ...common, _tag: "Nothing" };
  const types = [...new Set(candidates.map(({ account }) => target.typeOf(account.kind)))];
  const [, importing] = await timed(carryOut(desk, files, toImport, types));
  const previewed = terminal.progress("Previewing", () => differences(pulumi));
  const [changes, previewing] = await timed(previewed);
  return { ...common, _tag: "Done", changes, seconds: { reading, importing, previewing } };
};

/** Reads, shows, asks, writes the program and the import file, imports, and previews. Never writes to a vendor. */
export const importSegments = async (
  options: ImportOptions,
  host: Surroundings,
): Promise<ExitCode> => {
  const desk = await openImport(options);
  const outcome = await work(desk, host);
  if (options.json) desk.terminal.print(outcomeJson(outcome));
  else tellOutcome(outcome, desk.terminal);
  const isClean = outcome._tag !== "Done" || outcome.changes.every(({ isSegment }) => !isSegment);
  return isClean ? exitCodes.done : exitCodes.changes;
};
