import { readFileSync } from "node:fs";
import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../emulator";
import { vendors } from "../../provider/registry";
import { type Engine, locateEngine } from "../../tools/locate-engine";
import type { Environment, Finished } from "../../tools/run";
import { createWorkspace, type Workspace } from "../../tools/workspace";

export const root = resolve(__dirname, "..", "..");

let located: Promise<Engine> | undefined;

/** The one CLI of a test run. Without any, every test that wants it fails with the sentence that says how to get one. */
export const engine = (): Promise<Engine> => {
  located ??= locateEngine();
  return located;
};

/** A project in a folder of its own, an emulator of its own, and the real CLI. */
export interface Stage {
  readonly emulator: Emulator;
  readonly workspace: Workspace;
  readonly folder: string;
  readonly app: string;
  /** Writes a file of the project. */
  readonly write: (name: string, text: string) => Promise<void>;
  readonly read: (name: string) => Promise<string>;
  /** Runs the CLI in the project; its exit code is the caller's business. */
  readonly pulumi: (args: readonly string[], env?: Environment) => Promise<Finished>;
  /** The same, for a command that must succeed. */
  readonly succeed: (args: readonly string[], env?: Environment) => Promise<string>;
  /** All text that the CLI keeps on disk. */
  readonly stored: () => Promise<string>;
  readonly close: () => Promise<void>;
}

export interface StageOptions {
  readonly emulator?: EmulatorOptions;
  /** Default: key, app and endpoint of the emulator, from the environment. */
  readonly env?: Environment;
}

const link = async (folder: string, name: string): Promise<void> => {
  const target = name === "pulumi-audiences" ? root : join(root, "node_modules", name);
  const path = join(folder, "node_modules", name);
  await mkdir(dirname(path), { recursive: true });
  await symlink(target, path, "junction");
};

const textBelow = async (folder: string): Promise<string> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
    .join("\n");
};

export const settingsOf = (emulator: Emulator): Environment => ({
  ONESIGNAL_API_KEY: emulator.apiKey,
  ONESIGNAL_APP_ID: emulator.apps[0]?.id,
  ONESIGNAL_ENDPOINT: emulator.url,
});

/** A person's own keys are none of a test's business. */
const unset: Environment = Object.fromEntries(
  vendors
    .flatMap(({ settings }) => Object.values(settings))
    .flatMap(({ environment }) => environment.map((name) => [name, undefined])),
);

/** `name` and `runtime` of the project, then whatever else its Pulumi.yaml says. */
export const project = (runtime: string, rest = ""): string =>
  `name: e2e\nruntime: ${runtime}\nplugins:\n  providers:\n    - name: audiences\n      path: ${join(root, "bin")}\n${rest}`;

export const openStage = async (options: StageOptions = {}): Promise<Stage> => {
  const emulator = await startEmulator(options.emulator);
  const workspace = createWorkspace({
    engine: await engine(),
    env: { ...unset, ...(options.env ?? settingsOf(emulator)) },
  });
  const folder = join(workspace.folder, "project");
  await mkdir(folder);
  await Promise.all(
    ["pulumi-audiences", "@pulumi/pulumi", "typescript"].map((name) => link(folder, name)),
  );
  await writeFile(join(folder, "package.json"), '{ "name": "e2e", "private": true }');
  const pulumi = (args: readonly string[], env: Environment = {}): Promise<Finished> =>
    workspace.pulumi([...args, "--non-interactive"], { cwd: folder, env });
  const stage: Stage = {
    emulator,
    workspace,
    folder,
    app: emulator.apps[0]?.id ?? "",
    write: (name, text) => writeFile(join(folder, name), text),
    read: (name) => readFile(join(folder, name), "utf8"),
    pulumi,
    succeed: async (args, env) => {
      const { code, stdout, stderr } = await pulumi(args, env);
      if (code !== 0)
        throw new Error(`pulumi ${args.join(" ")} ended with ${code}:\n${stdout}\n${stderr}`);
      return stdout;
    },
    stored: () => textBelow(join(workspace.folder, "state")),
    close: async () => {
      await workspace.dispose();
      await emulator.close();
    },
  };
  return stage;
};

export interface RemoteSegment {
  readonly id: string;
  readonly name: string;
}

/** What the emulator lists, as any client would see it. */
export const listed = async ({ emulator }: Stage, app = 0): Promise<readonly RemoteSegment[]> => {
  const response = await fetch(`${emulator.url}/apps/${emulator.apps[app]?.id}/segments`, {
    headers: { authorization: `Key ${emulator.apiKey}` },
  });
  const { segments } = (await response.json()) as { segments: readonly RemoteSegment[] };
  return segments;
};

/** How often an operation was asked of the emulator since the last reset of its log. */
export const writes = ({ emulator }: Stage): number => emulator.requests().writes;
