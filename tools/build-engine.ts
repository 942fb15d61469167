import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EngineError } from "./engine-error";
import type { Progress } from "./progress";
import { byLine, type Environment, run } from "./run";

const sources = join(__dirname, "engine");
const pulumi = "github.com/pulumi/pulumi/pkg/v3";
const yamlHost = "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml";

/** The version of the CLI that go.mod pins, as in `3.259.0`. */
export const pinnedVersion = (): string => {
  const text = readFileSync(join(sources, "go.mod"), "utf8");
  const version = new RegExp(`${pulumi} v(\\S+)`, "u").exec(text)?.[1];
  if (version === undefined) throw new Error(`tools/engine/go.mod does not require ${pulumi}`);
  return version;
};

/** What is built: everything, or only what a CLI without language hosts lacks. */
export type Target = "engine" | "hosts";

/** A folder's name that changes with anything that could change the build. */
export const buildName = (target: Target): string => {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}`);
  const entries = readdirSync(sources, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort())
    hash.update(file.slice(sources.length)).update(readFileSync(file));
  return `${target}-${pinnedVersion()}-${hash.digest("hex").slice(0, 12)}`;
};

/** Resolves to the reason why the local Go cannot build, in Go's own words; to `undefined` when it can. */
export const whyGoCannotBuild = async (env: Environment): Promise<string | undefined> => {
  try {
    // In the module's folder Go compares itself with what go.mod asks for, or fetches what it lacks where that is allowed.
    const { code, stderr } = await run("go", ["env", "GOVERSION"], { cwd: sources, env });
    return code === 0 ? undefined : stderr.trim();
  } catch {
    return "there is no go on PATH";
  }
};

/** Compiles into `bin`, a folder or a file; the messages of `go build -v` become the detail of the step. */
const compile = async (
  what: string,
  output: string,
  packages: readonly string[],
  env: Environment,
  progress: Progress,
): Promise<void> => {
  const step = progress.begin(`building ${what}`);
  let compiled = 0;
  const onLine = byLine((line) => {
    if (!line.startsWith("go: ")) compiled += 1;
    step.at(
      line.startsWith("go: ")
        ? line.slice("go: ".length)
        : `${compiled} packages compiled, last ${line}`,
    );
  });
  const stamp = `-X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${pinnedVersion()}`;
  const flags = ["-v", "-trimpath", "-tags", "osusergo,grpcnotrace", "-ldflags", `-w -s ${stamp}`];
  const built = await run("go", ["build", ...flags, "-o", output, ...packages], {
    cwd: sources,
    // Neither a C compiler nor a workspace file of somebody's parent folder may change what is built.
    env: { ...env, CGO_ENABLED: "0", GOWORK: "off" },
    onOutput: onLine,
  });
  step.end(built.code === 0);
  if (built.code !== 0) {
    const said = built.stderr.trim().split("\n").slice(-15);
    throw new EngineError(
      "NotBuilt",
      `Building ${what} failed. Go said:`,
      ...said.map((line) => `  ${line}`),
    );
  }
};

/** Builds into `folder`/bin. Go keeps what it downloads and compiles in its own caches, which makes the next build short. */
export const build = async (
  target: Target,
  folder: string,
  env: Environment,
  progress: Progress,
): Promise<void> => {
  const bin = join(folder, "bin");
  cpSync(join(sources, "launchers"), bin, { recursive: true });
  const end = process.platform === "win32" ? ".exe" : "";
  const nodeHost = join(bin, `pulumi-language-nodejs${end}`);
  await compile("the language host for TypeScript", nodeHost, ["./language-nodejs"], env, progress);
  await compile("the language host for YAML", bin, [yamlHost], env, progress);
  if (target === "engine") {
    await compile(`Pulumi ${pinnedVersion()}`, bin, [`${pulumi}/cmd/pulumi`], env, progress);
  }
};
