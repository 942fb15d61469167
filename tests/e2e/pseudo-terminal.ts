/** A person at a terminal: a command whose input and output are a real pseudo-terminal, made by the system's `script`. */
import { spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";

export const keys = {
  down: "\u001B[B",
  space: " ",
  enter: "\r",
  all: "a",
  ctrlC: "\u0003",
} as const;

export interface Session {
  /** Waits until the screen has shown a text that was not waited for before. */
  readonly sees: (text: string) => Promise<void>;
  readonly press: (...pressed: readonly string[]) => void;
  /** The exit code. */
  readonly ended: Promise<number>;
  /** All that was shown, without colours and movements. */
  readonly screen: () => string;
  readonly close: () => void;
}

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/** util-linux wants the command as one text, the BSDs and macOS as words. */
const scriptOf = (command: readonly string[]): readonly string[] =>
  process.platform === "linux"
    ? ["-qefc", command.map(quoted).join(" "), "/dev/null"]
    : ["-q", "/dev/null", ...command];

export const openTerminal = (
  command: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Session => {
  const child = spawn("script", scriptOf(command), { ...options, stdio: "pipe" });
  let shown = "";
  let seen = 0;
  const screen = (): string => stripVTControlCharacters(shown);
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    shown += text;
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.once("error", reject).once("close", (code) => resolve(code ?? -1));
  });
  const sees = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const at = screen().indexOf(text, seen);
        if (at < 0) return;
        seen = at + text.length;
        child.stdout.off("data", look);
        resolve();
      };
      child.stdout.on("data", look);
      void ended.then((code) => {
        reject(new Error(`ended with ${code} before it showed ${text}:\n${screen()}`));
      });
      look();
    });
  return {
    sees,
    press: (...pressed) => void child.stdin.write(pressed.join("")),
    ended,
    screen,
    close: () => void child.kill("SIGKILL"),
  };
};
