/** What an import came to, in words and as JSON. */
import { count } from "../../../core/wording";
import type { Declared } from "../program/declared";
import { type Project, shown } from "../project";
import type { Terminal } from "../terminal";
import type { Candidate } from "./plan";
import type { Difference } from "./verify";
import { added, type Written } from "./write";

interface Common {
  readonly project: Project;
  readonly candidates: readonly Candidate[];
  readonly files: readonly Written[];
  readonly toImport: readonly Declared[];
}

export type Outcome =
  /** There is nothing that could be imported, and the stack has none of it. */
  | (Common & { readonly _tag: "Nothing" })
  /** What would be done. */
  | (Common & { readonly _tag: "Shown" })
  | (Common & {
      readonly _tag: "Done";
      readonly changes: readonly Difference[];
      readonly seconds: {
        readonly reading: number;
        readonly importing: number;
        readonly previewing: number;
      };
    });

const segmentJson = (candidate: Candidate, imported: ReadonlySet<string>) => {
  const { listed, variable, logicalName } = candidate.named;
  const common = {
    id: listed.id,
    name: listed.name,
    vendor: candidate.account.kind.vendor.name,
    variable,
    logicalName,
    ...(listed.changedAt === undefined ? {} : { changedAt: listed.changedAt }),
  };
  if (candidate.status === "managed" || candidate.isManaged) {
    return { ...common, status: "managed" };
  }
  const { entry } = candidate;
  if (entry._tag === "LeftOut") return { ...common, status: "left out", reason: entry.reason };
  const size = entry.audience === undefined ? {} : { size: entry.audience };
  return { ...common, ...size, status: imported.has(entry.id) ? "imported" : "importable" };
};

/** One object; its keys are documented in `docs/importing.md` and only ever added to. */
export const outcomeJson = (outcome: Outcome): string => {
  const { candidates, files, toImport, project } = outcome;
  const isShown = outcome._tag === "Shown";
  const imported = new Set(
    outcome._tag === "Done" ? toImport.map(({ segment }) => segment.id) : [],
  );
  return JSON.stringify(
    {
      dryRun: isShown,
      segments: candidates.map((candidate) => segmentJson(candidate, imported)),
      files: files.map(({ path, before, text }) => ({
        path: shown(project, path),
        change: before === "" ? "written" : "added to",
        ...(isShown ? { text } : {}),
      })),
      ...(isShown ? {} : { imported: imported.size, changes: [] }),
      ...(outcome._tag === "Done" ? { changes: outcome.changes, seconds: outcome.seconds } : {}),
    },
    undefined,
    2,
  );
};

const tellFiles = ({ files, project }: Common, verbs: readonly [string, string]) =>
  files.map(({ path, before, segments }) => {
    const what = segments > 0 ? ` (${count(segments, "segment")})` : "";
    return `${before === "" ? verbs[0] : verbs[1]} ${shown(project, path)}${what}`;
  });

const tellChange = ({ name, operation, property, reason }: Difference): string =>
  `  ${name}${property === undefined ? "" : ` ${property}`}: ${operation}; ${reason}`;

export const tellChanges = (
  changes: readonly Difference[],
  { print, say, paint }: Terminal,
): void => {
  const own = changes.filter(({ isSegment }) => isSegment);
  const others = changes.length - own.length;
  if (others > 0) say(`${count(others, "change")} of other resources, which were there before.`);
  if (own.length === 0) {
    print(paint("green", "The preview is clean: 0 changes."));
    return;
  }
  print(paint("yellow", `The preview shows ${count(own.length, "change")}:`));
  for (const change of own) print(tellChange(change));
};

export const tellOutcome = (outcome: Outcome, terminal: Terminal): void => {
  const { print, say } = terminal;
  if (outcome._tag === "Nothing") {
    say("There is nothing to import. Nothing was changed.");
    return;
  }
  if (outcome._tag === "Shown") {
    for (const line of tellFiles(outcome, ["Would write", "Would add to"])) say(line);
    say(`Would import ${count(outcome.toImport.length, "segment")}. Nothing was changed.`);
    for (const file of outcome.files) {
      say(`\n${shown(outcome.project, file.path)}:`);
      print(added(file).trimEnd());
    }
    return;
  }
  for (const line of tellFiles(outcome, ["Wrote", "Added to"])) say(line);
  say(`Imported ${count(outcome.toImport.length, "segment")}.`);
  tellChanges(outcome.changes, terminal);
};
