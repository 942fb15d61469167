import { styleText } from "node:util";

/** A step that did not end as it should; the message holds what the command printed. */
export class StepFailed extends Error {
  constructor(command: string, output: string) {
    super(`\n\`${command}\` failed:\n${output}`);
  }
}

/** One thing to watch: what it shows, the command a person would type, and doing it. */
export interface Step {
  readonly title: string;
  readonly command: string;
  readonly act: (print: (text: string) => void) => Promise<void>;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const marginOf = (line: string): number => line.length - line.trimStart().length;

/** Output of commands stands a little to the right of everything else, as deep in itself as it was. */
const indented = (text: string): string => {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const margin = Math.min(...lines.map(marginOf));
  return lines.map((line) => `    ${line.slice(margin)}`.trimEnd()).join("\n");
};

const one = async ({ title, command, act }: Step, number: number, of: number): Promise<void> => {
  say(`\n${styleText("bold", `${number}/${of}  ${title}`)}`);
  say(styleText("cyan", indented(`$ ${command}`)));
  await act((text) => say(styleText("dim", indented(text))));
};

/** Everything the quickstart prints. Colours only where the terminal shows them and `NO_COLOR` does not forbid them. */
export const tell = {
  doing: (text: string): void => say(styleText("dim", `· ${text}`)),
  all: async (steps: readonly Step[]): Promise<void> => {
    for (const [index, step] of steps.entries()) await one(step, index + 1, steps.length);
  },
  done: (seconds: number): void => {
    say(
      `\n${styleText("green", "Done")} in ${seconds} s. Nothing is left running, and nothing is left on the disk but the cache.`,
    );
    say(
      'Next: README.md, "Your own segments"; `npm run emulator` keeps the made-up OneSignal running.',
    );
  },
};
