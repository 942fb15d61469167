/** What `audiences import` is told, and works with. */
import { join } from "node:path";
import { type Desk, type DeskOptions, openDesk } from "../desk";
import { misused } from "../exit";
import { assertTypeScript } from "../project";
import type { Place } from "../survey";
import { dynamic, plugin, type Target } from "../target";
import { IMPORT_FILE } from "./file";
import type { Filter } from "./plan";

export interface ImportOptions extends Place, Filter, DeskOptions {
  /** All that can be imported, without asking. */
  readonly all: boolean;
  readonly split: readonly string[];
  /** As dynamic resources. */
  readonly dynamic: boolean;
  readonly dryRun: boolean;
}

export interface ImportDesk extends Desk {
  readonly options: ImportOptions;
  readonly target: Target;
  readonly importFile: string;
}

export const openImport = async (options: ImportOptions): Promise<ImportDesk> => {
  const desk = await openDesk(options);
  assertTypeScript(desk.project);
  if (options.split.length > 0 && desk.project.language === "yaml") {
    throw misused("--split needs a TypeScript project: a program in YAML is one file");
  }
  const target = options.dynamic ? dynamic(desk.project) : plugin;
  return { ...desk, options, target, importFile: join(desk.project.folder, IMPORT_FILE) };
};
