import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Emulator } from "../../emulator";
import type { Workspace } from "../workspace";
import type { Program } from "./program";
import { withoutImports } from "./program";
import { type Step, StepFailed } from "./tell";

interface Stage {
  readonly emulator: Emulator;
  readonly workspace: Workspace;
  readonly program: Program;
}

/** Lines of the CLI that say nothing here: headings, durations, what is still under way, and advice on the file backend. */
const NOISE =
  /ing \(\d+s\)|^(Previewing|Updating|Refreshing|Importing|Destroying|Duration|Resources:|\s*$|The resources in the stack|If you want to remove|Please copy|warning: Detected|@ |\s+\[(urn|provider)=)/;

const readable = (output: string): string =>
  output
    .split("\n")
    .filter((line) => !NOISE.test(line) && !/pulumi:pulumi:Stack/.test(line))
    .join("\n");

/** The part of a program's own id that a person would copy from the dashboard's address. */
const idOf = async ({ emulator }: Stage, name: string): Promise<string> => {
  const [app] = emulator.apps;
  const response = await fetch(`${emulator.url}/apps/${app?.id}/segments`, {
    headers: { authorization: `Key ${emulator.apiKey}` },
  });
  const { segments } = (await response.json()) as { segments: { id: string; name: string }[] };
  const found = segments.find((segment) => segment.name === name);
  if (found === undefined) throw new Error(`the emulator has no segment ${name}`);
  return found.id;
};

const pulumi =
  ({ workspace, program }: Stage, args: readonly string[], isExpected = [0]) =>
  async (print: (text: string) => void): Promise<void> => {
    const { code, stdout, stderr } = await workspace.pulumi([...args, "--non-interactive"], {
      cwd: program.folder,
    });
    if (!isExpected.includes(code))
      throw new StepFailed(`pulumi ${args.join(" ")}`, stdout + stderr);
    print(readable(stdout));
  };

const configure =
  ({ workspace, program, emulator }: Stage) =>
  async (): Promise<void> => {
    const settings: readonly (readonly string[])[] = [
      ["stack", "init", "dev"],
      ["config", "set", "audiences:onesignalAppId", emulator.apps[0]?.id ?? ""],
      ["config", "set", "--secret", "audiences:onesignalApiKey", emulator.apiKey],
      ["config", "set", "audiences:onesignalEndpoint", emulator.url],
    ];
    for (const args of settings) {
      const { code, stderr } = await workspace.pulumi(args, { cwd: program.folder });
      if (code !== 0) throw new StepFailed(`pulumi ${args.slice(0, 2).join(" ")}`, stderr);
    }
  };

/** An edit in the dashboard, as far as the API can make one: Pulumi does not hear of it. */
const editBehindBack = (stage: Stage) => async (print: (text: string) => void) => {
  const { emulator } = stage;
  const id = await idOf(stage, "lapsing-customers");
  const filters = [
    { field: "tag", key: "plan", relation: "in_array", value: "pro,team,gold" },
    { field: "last_session", relation: ">", hours_ago: "336" },
  ];
  const response = await fetch(`${emulator.url}/apps/${emulator.apps[0]?.id}/segments/${id}`, {
    method: "PATCH",
    headers: { authorization: `Key ${emulator.apiKey}`, "content-type": "application/json" },
    body: JSON.stringify({ name: "lapsing-customers", filters }),
  });
  if (!response.ok) throw new StepFailed("curl", await response.text());
  print('the plan "gold" was added to the list');
};

const importSegment = (stage: Stage, id: string) => async (print: (text: string) => void) => {
  const { workspace, program } = stage;
  const file = join(workspace.folder, "imported.ts");
  const args = ["import", "audiences:onesignal:Segment", "german-speakers", id];
  await pulumi(stage, [...args, "--protect=false", "--yes", "--out", file])(() => undefined);
  const generated = await readFile(file, "utf8");
  await program.add(generated);
  print(withoutImports(generated));
};

const making = (stage: Stage): readonly Step[] => {
  const { emulator } = stage;
  const app = emulator.apps[0]?.id ?? "";
  return [
    {
      title: "Configure a stack: the app, the key (encrypted), and where the API is",
      command: `pulumi stack init dev\n$ pulumi config set audiences:onesignalAppId ${app}\n$ pulumi config set --secret audiences:onesignalApiKey …\n$ pulumi config set audiences:onesignalEndpoint ${emulator.url}`,
      act: configure(stage),
    },
    {
      title: "Preview: what would be made, and who would be in it",
      command: "pulumi preview",
      act: pulumi(stage, ["preview"]),
    },
    {
      title: "Make it",
      command: "pulumi up --yes",
      act: pulumi(stage, ["up", "--yes", "--skip-preview"]),
    },
  ];
};

const changing = (stage: Stage): readonly Step[] => [
  {
    title: "Change a filter, one week to two: the preview says it in words",
    command: 'sed -i "s/hoursAgo: 168/hoursAgo: 336/" index.ts && pulumi preview',
    act: async (print) => {
      await stage.program.replace("hoursAgo: 168", "hoursAgo: 336");
      await pulumi(stage, ["preview"])(print);
    },
  },
  {
    title: "And shows the one place that changes",
    command: "pulumi preview --diff",
    act: pulumi(stage, ["preview", "--diff"]),
  },
  {
    title: "Apply the change in place",
    command: "pulumi up --yes",
    act: pulumi(stage, ["up", "--yes", "--skip-preview"]),
  },
];

const drifting = (stage: Stage): readonly Step[] => [
  {
    title: "Somebody edits the segment behind Pulumi's back",
    command: `curl -X PATCH ${stage.emulator.url}/apps/…/segments/… -d '{ "name": …, "filters": [ … ] }'`,
    act: editBehindBack(stage),
  },
  {
    title: "A refresh sees it, and shows just that",
    command: "pulumi refresh --preview-only --diff",
    act: pulumi(stage, ["refresh", "--preview-only", "--diff"]),
  },
  {
    title: "And the next update heals it",
    command: "pulumi up --yes --refresh",
    act: pulumi(stage, ["up", "--yes", "--refresh", "--skip-preview"]),
  },
];

const adopting = (stage: Stage): readonly Step[] => {
  const existing = `${stage.emulator.apps[0]?.id ?? ""}/name:German speakers in DACH`;
  return [
    {
      title: "Bring a segment that exists already under management, by its name",
      command: `pulumi import audiences:onesignal:Segment german-speakers '${existing}'`,
      act: importSegment(stage, existing),
    },
    {
      title: "With the generated code in the program, there is nothing to change",
      command: "pulumi preview --expect-no-changes",
      act: pulumi(stage, ["preview", "--expect-no-changes"]),
    },
    {
      title: "Take everything away again",
      command: "pulumi destroy --yes",
      act: pulumi(stage, ["destroy", "--yes", "--skip-preview"]),
    },
  ];
};

/** What a newcomer watches, in order. */
export const steps = (stage: Stage): readonly Step[] => [
  ...making(stage),
  ...changing(stage),
  ...drifting(stage),
  ...adopting(stage),
];
