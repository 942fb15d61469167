import { dirname, resolve } from "node:path";
import { cacheFolder } from "./cache";
import { EngineError } from "./engine-error";
import { completeWithHosts } from "./hosts";
import { type Found, madeEngine } from "./make-engine";
import { executableOnPath } from "./path";
import { type Progress, terminal } from "./progress";
import { usable } from "./pulumi-version";
import type { Environment } from "./run";

/** A Pulumi CLI that works, with language hosts for TypeScript and YAML. */
export interface Engine extends Found {
  /** The folder it is in. */
  readonly binDir: string;
  /** Add these variables to those of a process that runs `command`. `PATH`, so that it finds the hosts that belong to it. */
  readonly env: Record<string, string>;
}

export interface LocateOptions {
  /** Read for PATH, AUDIENCES_PULUMI and AUDIENCES_CACHE. Default: this process's. */
  readonly env?: Environment;
  /** Default: the terminal. */
  readonly progress?: Progress;
}

const named = async (command: string): Promise<Found> => {
  const version = await usable(command);
  if (version instanceof Error) {
    throw new EngineError("NotUsable", `AUDIENCES_PULUMI names ${command}: ${version.message}`);
  }
  return { command, version, source: "env" };
};

const onPath = async (env: Environment, progress: Progress): Promise<Found | undefined> => {
  const command = executableOnPath("pulumi", env);
  if (command === undefined) return undefined;
  const version = await usable(command);
  if (typeof version === "string") return { command, version, source: "path" };
  progress.say(`Not using ${command}: ${version.message}`);
  return undefined;
};

/** Finds a Pulumi CLI, or makes one in the cache folder. Rejects with an `EngineError`. Takes minutes once, then an instant. */
export const locateEngine = async (options: LocateOptions = {}): Promise<Engine> => {
  const env = options.env ?? process.env;
  const progress = options.progress ?? terminal();
  const explicit = env["AUDIENCES_PULUMI"] ?? "";
  const cache = cacheFolder(env);
  const found =
    explicit !== ""
      ? await named(resolve(explicit))
      : ((await onPath(env, progress)) ?? (await madeEngine(cache, env, progress)));
  const path = await completeWithHosts(found.command, cache, env, progress);
  return { ...found, binDir: dirname(found.command), env: path };
};
