/** What every command works with: a project, its stack, the CLI and a terminal. */
import { assertInstalled, project as openProject, type Project } from "./project";
import { pulumi as openPulumi, type Pulumi } from "./pulumi";
import { stack as readStack, type Stack } from "./stack";
import { terminal as openTerminal, type Terminal } from "./terminal";

export interface DeskOptions {
  readonly cwd: string;
  readonly stack: string | undefined;
  readonly json: boolean;
  readonly nonInteractive: boolean;
}

export interface Desk {
  readonly terminal: Terminal;
  readonly project: Project;
  readonly pulumi: Pulumi;
  readonly stack: Stack;
}

export const openDesk = async (options: DeskOptions): Promise<Desk> => {
  const project = openProject(options.cwd);
  const terminal = openTerminal(!options.nonInteractive && !options.json);
  const pulumi = openPulumi({ cwd: project.folder, stack: options.stack });
  if (project.language === "typescript") assertInstalled(project);
  const stack = await terminal.progress("Reading the stack", () => readStack(pulumi));
  return { terminal, project, pulumi, stack };
};
