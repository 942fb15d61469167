/** The `audiences` command, in a project of its own. */
import { join } from "node:path";
import { type Finished, run } from "../../tools/run";
import { engine, openStage, project, root, type Stage, settingsOf } from "./stage";

export const TYPESCRIPT = "nodejs\nmain: index.ts";

/** Segments of the seeded dashboard that can be imported. */
export const IMPORTABLE = 9;

export interface Report {
  readonly segments: readonly {
    readonly name: string;
    readonly status: string;
    readonly reason?: string;
  }[];
  readonly files: readonly {
    readonly path: string;
    readonly change: string;
    readonly text?: string;
  }[];
  readonly imported?: number;
  readonly changes?: readonly {
    readonly name: string;
    readonly property?: string;
    readonly reason: string;
  }[];
  readonly seconds?: {
    readonly reading: number;
    readonly importing: number;
    readonly previewing: number;
  };
}

type Env = Readonly<Record<string, string | undefined>>;

export const audiences = async (
  stage: Stage,
  args: readonly string[],
  env: Env = {},
): Promise<Finished> => {
  const { command } = await engine();
  return run(process.execPath, [join(root, "bin", "audiences"), ...args], {
    cwd: stage.folder,
    env: { ...stage.workspace.env, AUDIENCES_PULUMI: command, ...env },
  });
};

/** Keys and endpoints of all vendors. */
export const everyVendor = ({ emulator }: Stage) => ({
  ...settingsOf(emulator),
  STATSIG_API_KEY: emulator.statsigApiKey,
  STATSIG_ENDPOINT: emulator.url,
  PUSH0_API_KEY: emulator.push0ApiKey,
  PUSH0_ENDPOINT: `${emulator.url}/v1`,
});

/** What `audiences import --json` reports; it must succeed. */
export const reported = async (
  stage: Stage,
  args: readonly string[],
  env?: Env,
): Promise<Report> => {
  const { code, stdout, stderr } = await audiences(stage, ["import", "--json", ...args], env);
  if (code !== 0) throw new Error(`ended with ${code}:\n${stdout}\n${stderr}`);
  return JSON.parse(stdout) as Report;
};

/** A project without segments, and a dashboard with some. */
export const openProject = async (runtime: string): Promise<Stage> => {
  const stage = await openStage({ emulator: { seed: true } });
  await stage.write("Pulumi.yaml", project(runtime));
  await stage.succeed(["stack", "init", "dev"]);
  return stage;
};

/** Ids of the segments in the state. */
export const managed = async (stage: Stage): Promise<readonly string[]> => {
  const { deployment } = JSON.parse(await stage.succeed(["stack", "export"])) as {
    readonly deployment: {
      readonly resources?: readonly { readonly type: string; readonly id?: string }[];
    };
  };
  return (deployment.resources ?? [])
    .filter(({ type }) => type.endsWith(":Segment"))
    .map(({ id = "" }) => id);
};
