/** Tells a person what is going on. Everything goes to stderr: stdout is for results. */
export interface Progress {
  /** Something worth knowing afterwards. */
  readonly say: (line: string) => void;
  /** Starts a step that takes long. */
  readonly begin: (step: string) => Step;
}

export interface Step {
  /** Names what the step is busy with. */
  readonly at: (detail: string) => void;
  readonly end: (done: boolean) => void;
}

/** For tests. */
export const silent: Progress = {
  say: () => undefined,
  begin: () => ({ at: () => undefined, end: () => undefined }),
};

const elapsed = (since: number): string => {
  const seconds = Math.round((Date.now() - since) / 1000);
  return seconds < 60
    ? `${seconds}s`
    : `${Math.floor(seconds / 60)}m${String(seconds % 60).padStart(2, "0")}s`;
};

/** One line that changes on a terminal; elsewhere, where it cannot, a line every few seconds. */
export const terminal = (stream: NodeJS.WriteStream = process.stderr): Progress => {
  const say = (line: string): void => void stream.write(`${line}\n`);
  const rewrite = (line: string): void => {
    stream.write(`\r\u001b[K${line.slice(0, (stream.columns || 80) - 1)}`);
  };
  return {
    say,
    begin: (step) => {
      const since = Date.now();
      let detail = "";
      const line = (): string =>
        `  ${elapsed(since).padStart(6)}  ${step}${detail && `: ${detail}`}`;
      const show = (): void => (stream.isTTY ? rewrite(line()) : say(line()));
      show();
      const timer = setInterval(show, stream.isTTY ? 250 : 5000);
      return {
        at: (text) => {
          detail = text;
        },
        end: (done) => {
          clearInterval(timer);
          if (stream.isTTY) rewrite("");
          detail = done ? "done" : "failed";
          say(line());
        },
      };
    },
  };
};
