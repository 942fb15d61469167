import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import type { Environment } from "./run";

const onWindows = process.platform === "win32";

/** On Windows the variable may be spelled `Path`, and only there it is the same one. */
const pathName = (env: Environment): string =>
  Object.keys(env).find((name) => onWindows && name.toUpperCase() === "PATH") ?? "PATH";

/** `PATH`, as the environment spells it, with folders put first. */
export const pathWith = (folders: readonly string[], env: Environment): Record<string, string> => {
  const name = pathName(env);
  const rest = env[name] === undefined ? [] : [env[name]];
  return { [name]: [...folders, ...rest].join(delimiter) };
};

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
};

/** The file of a program in the first of the folders that has it. */
export const executableIn = (folders: readonly string[], name: string): string | undefined =>
  folders
    .flatMap((folder) =>
      (onWindows ? [".exe", ".cmd"] : [""]).map((end) => join(folder, name + end)),
    )
    .find(isExecutable);

export const executableOnPath = (name: string, env: Environment): string | undefined =>
  executableIn((env[pathName(env)] ?? "").split(delimiter).filter(Boolean), name);

/** The folders that count as "beside" a program: its own, and that of the file it links to. */
export const foldersOf = (command: string): readonly string[] => [
  ...new Set([dirname(command), dirname(realpathSync(command))]),
];
