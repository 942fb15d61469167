import type { ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Engine } from "./locate-engine";
import { type Environment, type Finished, run } from "./run";

export interface WorkspaceOptions {
  readonly engine: Engine;
  /** Added for every command; `undefined` removes a variable. */
  readonly env?: Environment;
}

export interface CommandOptions {
  /** Folder of the project. */
  readonly cwd: string;
  /** Added for this command; `undefined` removes a variable. */
  readonly env?: Environment;
  /** Written to stdin. Without it no command waits for an answer. */
  readonly input?: string;
  /** Hears each piece of output as it comes. */
  readonly onOutput?: (text: string, stream: "stdout" | "stderr") => void;
}

/** Plugins, stacks and secrets of its own: nothing of the machine's Pulumi is seen, and nothing stays. */
export interface Workspace {
  /** The temporary folder that holds all of it. */
  readonly folder: string;
  /** The whole environment of a command, for whoever starts one by other means. */
  readonly env: Environment;
  /** Runs the CLI. Resolves whatever its exit code is. */
  readonly pulumi: (args: readonly string[], options: CommandOptions) => Promise<Finished>;
  /** Ends the commands that still run and removes the folder. */
  readonly dispose: () => Promise<void>;
}

/** How long, in milliseconds, an interrupted command may take to save what it has done. */
const grace = 10_000;

const PERSONAL = /^(PULUMI|ONESIGNAL|STATSIG|PUSH0)_/;

/** A person's own settings (organisation, debugging) would change what a command does, and their keys open real accounts. */
const impersonal = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !PERSONAL.test(name)));

const hermetic = (folder: string): Environment => ({
  PULUMI_HOME: join(folder, "home"),
  PULUMI_BACKEND_URL: pathToFileURL(join(folder, "state")).href,
  PULUMI_CONFIG_PASSPHRASE: "passphrase of a temporary workspace",
  PULUMI_SKIP_UPDATE_CHECK: "true",
  PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  PULUMI_DISABLE_REGISTRY_RESOLVE: "true",
});

/** Interrupts a command, which then saves its state; kills it when that takes too long. */
const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const timer = setTimeout(() => child.kill("SIGKILL"), grace);
    child.once("close", () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill("SIGINT");
  });

export const createWorkspace = (options: WorkspaceOptions): Workspace => {
  const { engine } = options;
  const folder = mkdtempSync(join(tmpdir(), "audiences-"));
  for (const part of ["home", "state"]) mkdirSync(join(folder, part));
  const env = { ...impersonal(process.env), ...engine.env, ...hermetic(folder), ...options.env };
  const running = new Set<ChildProcess>();

  return {
    folder,
    env,
    pulumi: (args, { env: more, ...rest }) =>
      run(engine.command, args, {
        ...rest,
        env: { ...env, ...more },
        onStart: (child) => {
          running.add(child);
          child.once("close", () => running.delete(child));
        },
      }),
    dispose: async () => {
      await Promise.all([...running].map(stop));
      await rm(folder, { recursive: true, force: true });
    },
  };
};
