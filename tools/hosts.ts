import { dirname, join } from "node:path";
import { build, buildName, whyGoCannotBuild } from "./build-engine";
import { makeOnce } from "./cache";
import { EngineError } from "./engine-error";
import { executableIn, executableOnPath, foldersOf, pathWith } from "./path";
import type { Progress } from "./progress";
import type { Environment } from "./run";

const needed = "pulumi-language-nodejs";

/** The hosts that this package builds, made when they are missing. Resolves to their folder. */
const ownHosts = async (cache: string, env: Environment, progress: Progress): Promise<string> => {
  const folder = join(cache, buildName("hosts"));
  const make = async (partial: string) => {
    const noGo = await whyGoCannotBuild(env);
    if (noGo !== undefined) {
      throw new EngineError(
        "NotFound",
        `This Pulumi comes without ${needed}, which runs TypeScript programs, and it cannot be built here: ${noGo}.`,
        "Install the complete Pulumi (https://www.pulumi.com/docs/install/) or Go 1.26 or later (https://go.dev/dl/).",
      );
    }
    await build("hosts", partial, env, progress);
  };
  await makeOnce(folder, make, () => progress.say("Waiting for another process that builds them."));
  return join(folder, "bin");
};

/**
 * The PATH with which a CLI finds its language hosts. The official distribution has them beside the CLI; it goes first,
 * because the CLI prefers a host on PATH to the one beside it, even that of another version.
 */
export const completeWithHosts = async (
  command: string,
  cache: string,
  env: Environment,
  progress: Progress,
): Promise<Record<string, string>> => {
  const beside = executableIn(foldersOf(command), needed);
  if (beside !== undefined) return pathWith([dirname(beside)], env);
  if (executableOnPath(needed, env) !== undefined) return pathWith([dirname(command)], env);
  progress.say(`There is no ${needed} beside ${command}; using the one of this package.`);
  return pathWith([dirname(command), await ownHosts(cache, env, progress)], env);
};
