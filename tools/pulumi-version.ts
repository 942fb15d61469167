import { run } from "./run";

/** The oldest CLI that is used. */
export const minimumVersion = "3.254.0";

const parse = (text: string): readonly number[] | undefined =>
  /^v?(\d+)\.(\d+)\.(\d+)/u.exec(text.trim())?.slice(1).map(Number);

/** Whether one version is at least another, by their numbers; what follows those (`-alpha.1`) is left aside. */
const isAtLeast = (version: readonly number[], minimum: readonly number[]): boolean => {
  const place = version.findIndex((part, i) => part !== minimum[i]);
  return place === -1 || (version[place] ?? 0) > (minimum[place] ?? 0);
};

/** The version of a CLI, as in `3.259.0`; or the reason why it cannot be used. */
export const usable = async (command: string): Promise<string | Error> => {
  const env = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" };
  const said = await run(command, ["version"], { env }).catch((error: Error) => error);
  if (said instanceof Error) return new Error(`it cannot be started (${said.message})`);
  const version = parse(said.stdout);
  if (said.code !== 0 || version === undefined) {
    return new Error(`"pulumi version" did not answer with a version (exit code ${said.code})`);
  }
  return isAtLeast(version, parse(minimumVersion) ?? [])
    ? version.join(".")
    : new Error(`it is ${version.join(".")}, older than ${minimumVersion}`);
};
