/** What people see. Results go to standard output, everything else to standard error, so that results can be piped. */
import { styleText } from "node:util";

export type Look = Parameters<typeof styleText>[0];

export interface Terminal {
  /** A line of the result. */
  readonly print: (text: string) => void;
  /** A line about the work. */
  readonly say: (text: string) => void;
  /** Colours a text where the stream shows colours: `NO_COLOR`, `FORCE_COLOR` and pipes are respected. */
  readonly paint: (look: Look, text: string) => string;
  /** Whether a person can answer questions. */
  readonly isInteractive: boolean;
  readonly width: number;
  /** Shows that something goes on, from its first second on. */
  readonly progress: <A>(
    title: string,
    work: (update: (detail: string) => void) => Promise<A>,
  ) => Promise<A>;
}

const FIRST_MS = 1000;
const TICK_MS = 100;
/** Where lines stay, a new one comes only so often. */
const QUIET_MS = 5000;

/** What a terminal has that does not say how wide it is: a pipe into `script`, some of CI's. */
const USUAL_WIDTH = 80;

const widthOf = ({ columns }: NodeJS.WriteStream): number => (columns > 0 ? columns : USUAL_WIDTH);

const seconds = (since: number): string => `${Math.round((Date.now() - since) / 1000)} s`;

/** Draws over its own line on a terminal, and adds a line now and then elsewhere. */
const ticker = (stream: NodeJS.WriteStream, title: string) => {
  const started = Date.now();
  let detail = "";
  let shown = 0;
  let drawn = "";
  const draw = (): void => {
    const now = Date.now();
    if (now - started < FIRST_MS) return;
    const line = `${title}${detail === "" ? "" : ` ${detail}`} (${seconds(started)})`;
    if (line === drawn || (!stream.isTTY && now - shown < QUIET_MS)) return;
    const text = stream.isTTY ? `\r\u001B[2K${line.slice(0, widthOf(stream) - 1)}` : `${line}\n`;
    stream.write(text);
    [shown, drawn] = [now, line];
  };
  const timer = setInterval(draw, TICK_MS);
  return {
    update: (text: string): void => {
      detail = text;
    },
    end: (): void => {
      clearInterval(timer);
      if (shown > 0 && stream.isTTY) stream.write("\r\u001B[2K");
    },
  };
};

/** `asks`: whether the command may ask anything at all. */
export const terminal = (asks: boolean): Terminal => {
  const { stdout, stderr } = process;
  return {
    print: (text) => void stdout.write(`${text}\n`),
    say: (text) => void stderr.write(`${text}\n`),
    paint: (look, text) => styleText(look, text, { stream: stdout }),
    isInteractive: asks && process.stdin.isTTY && stderr.isTTY,
    width: stdout.isTTY ? widthOf(stdout) : Number.POSITIVE_INFINITY,
    progress: async (title, work) => {
      const { update, end } = ticker(stderr, title);
      try {
        return await work(update);
      } finally {
        end();
      }
    },
  };
};
