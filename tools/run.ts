import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";

/** How a process ended. `code` is a shell's: 128 + the signal's number when a signal ended it. */
export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A variable that is `undefined` is not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface RunOptions {
  readonly cwd?: string;
  /** All of the environment. Default: this process's own. */
  readonly env?: Environment;
  /** Written to stdin, which is then closed. Default: nothing, so that no command can wait for an answer. */
  readonly input?: string;
  /** Hears each piece of output as it comes. */
  readonly onOutput?: (text: string, stream: "stdout" | "stderr") => void;
  /** Hears of the process when it has started, for whoever may want to stop it. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** Starts a program and waits for its end. It ends with this process at the latest. Rejects when it cannot be started. */
export const run = (
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Finished> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env === undefined ? process.env : { ...options.env },
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
    });
    const end = () => void child.kill();
    process.once("exit", end);
    const said = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].setEncoding("utf8").on("data", (text: string) => {
        said[stream] += text;
        options.onOutput?.(text, stream);
      });
    }
    child.on("error", (error) => {
      process.off("exit", end);
      reject(error);
    });
    child.on("close", (code, signal) => {
      process.off("exit", end);
      resolve({ code: code ?? 128 + constants.signals[signal ?? "SIGTERM"], ...said });
    });
    options.onStart?.(child);
    // A program may end without reading its input; that is its good right.
    child.stdin.on("error", () => undefined).end(options.input ?? "");
  });

/** The whole lines of what arrives in pieces. */
export const byLine = (onLine: (line: string) => void): ((text: string) => void) => {
  let rest = "";
  return (text) => {
    const lines = `${rest}${text}`.split(/\r?\n/u);
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line);
  };
};
