import { join } from "node:path";
import { build, buildName, pinnedVersion, whyGoCannotBuild } from "./build-engine";
import { makeOnce } from "./cache";
import { EngineError } from "./engine-error";
import { install, installedVersion } from "./install-engine";
import { executableIn } from "./path";
import type { Progress } from "./progress";
import { minimumVersion } from "./pulumi-version";
import type { Environment } from "./run";

/** A CLI, and where it comes from. */
export interface Found {
  /** Path of the executable. */
  readonly command: string;
  /** As in `3.259.0`. */
  readonly version: string;
  /** `cache`: what the installer or a build has left there in an earlier run. */
  readonly source: "env" | "path" | "cache" | "installer" | "build";
}

const inFolder = (folder: string, version: string, source: Found["source"]): Found | undefined => {
  const command = executableIn([join(folder, "bin")], "pulumi");
  return command === undefined ? undefined : { command, version, source };
};

const afterInstall = async (folder: string, progress: Progress): Promise<Found | string> => {
  const step = progress.begin(`installing Pulumi ${installedVersion} with the official installer`);
  let failure: string | undefined;
  try {
    const make = async (partial: string) => {
      failure = await install(partial);
      if (failure !== undefined) throw new Error(failure);
    };
    await makeOnce(folder, make, () => step.at("waiting for another process that does the same"));
  } catch (error) {
    if (failure === undefined) throw error;
  }
  step.end(failure === undefined);
  return failure ?? inFolder(folder, installedVersion, "installer") ?? "it installed no pulumi";
};

const afterBuild = async (folder: string, env: Environment, progress: Progress): Promise<Found> => {
  progress.say(`Building Pulumi ${pinnedVersion()} from its Go modules. This takes minutes, once.`);
  progress.say(`It goes to ${folder}; nothing else is written but Go's own caches.`);
  const make = (partial: string) => build("engine", partial, env, progress);
  await makeOnce(folder, make, () => progress.say("Waiting for another process that builds it."));
  const found = inFolder(folder, pinnedVersion(), "build");
  if (found === undefined) throw new Error(`the build left no pulumi in ${folder}`);
  return found;
};

/** The engine in the cache folder: that of an earlier run, or made now by the first way that works. */
export const madeEngine = async (
  cache: string,
  env: Environment,
  progress: Progress,
): Promise<Found> => {
  const installed = join(cache, `pulumi-${installedVersion}`);
  const built = join(cache, buildName("engine"));
  const cached =
    inFolder(installed, installedVersion, "cache") ?? inFolder(built, pinnedVersion(), "cache");
  if (cached !== undefined) return cached;

  const outcome = await afterInstall(installed, progress);
  if (typeof outcome !== "string") return outcome;
  progress.say(`The official installer failed: ${outcome}`);
  const noGo = await whyGoCannotBuild(env);
  if (noGo === undefined) return afterBuild(built, env, progress);
  throw new EngineError(
    "NotFound",
    `There is no Pulumi ${minimumVersion} or later on PATH, and none can be made here:`,
    `  - the official installer: ${outcome}`,
    `  - a build from its Go modules: ${noGo}`,
    "Do one of these, then run this again:",
    `  - install Pulumi ${minimumVersion} or later: https://www.pulumi.com/docs/install/`,
    "  - install Go 1.26 or later: https://go.dev/dl/",
    "  - set AUDIENCES_PULUMI=/path/to/pulumi",
  );
};
