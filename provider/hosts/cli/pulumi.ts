/** The Pulumi CLI, as a program that is started and waited for. */
import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";
import { shellWord } from "../../core/command";
import { failed, misused } from "./exit";

export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: { readonly [name: string]: string };
  readonly onOutput?: (text: string) => void;
}

export interface Pulumi {
  /** Ends with the exit code of the command, whatever it is. */
  readonly run: (args: readonly string[], options?: RunOptions) => Promise<Finished>;
  /** The output of a command that must succeed. Throws what it said if it does not. */
  readonly output: (args: readonly string[]) => Promise<string>;
  /** How a person would write the command. */
  readonly show: (args: readonly string[], env?: { readonly [name: string]: string }) => string;
}

export interface PulumiOptions {
  readonly cwd: string;
  readonly stack: string | undefined;
}

/** `AUDIENCES_PULUMI` names another CLI than the one on PATH. */
const command = (): string => {
  const named = process.env["AUDIENCES_PULUMI"] ?? "";
  return named === "" ? "pulumi" : named;
};

const collect = (child: ChildProcess, onOutput: RunOptions["onOutput"]) => {
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      said[name] += text;
      onOutput?.(text);
    });
  }
  return said;
};

const isMissing = (error: Error): boolean => "code" in error && error.code === "ENOENT";

const start = (
  args: readonly string[],
  cwd: string,
  { env = {}, onOutput }: RunOptions,
): Promise<Finished> =>
  new Promise((done, fail) => {
    const child = spawn(command(), args, {
      cwd,
      env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true", ...env },
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    const said = collect(child, onOutput);
    child.on("error", (error) =>
      fail(
        isMissing(error)
          ? misused(
              `there is no \`${command()}\` on PATH. Install Pulumi (https://www.pulumi.com/docs/install/), or name it in AUDIENCES_PULUMI.`,
            )
          : error,
      ),
    );
    child.on("close", (code, signal) =>
      done({ code: code ?? 128 + constants.signals[signal ?? "SIGTERM"], ...said }),
    );
  });

export const pulumi = ({ cwd, stack }: PulumiOptions): Pulumi => {
  const complete = (args: readonly string[]): readonly string[] => [
    ...args,
    ...(stack === undefined || args[0] === "whoami" ? [] : ["--stack", stack]),
  ];
  const run: Pulumi["run"] = (args, options = {}) =>
    start([...complete(args), "--non-interactive"], cwd, options);
  return {
    run,
    output: async (args) => {
      const { code, stdout, stderr } = await run(args);
      if (code === 0) return stdout;
      const said = (stderr.trim() || stdout.trim()).replace(/^error: /gm, "");
      throw failed(`\`pulumi ${args.join(" ")}\` failed: ${said}`);
    },
    show: (args, env = {}) => {
      const variables = Object.entries(env).map(([name, value]) => `${name}=${shellWord(value)}`);
      return [...variables, "pulumi", ...complete(args).map(shellWord)].join(" ");
    },
  };
};
