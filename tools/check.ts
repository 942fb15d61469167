import { spawn } from "node:child_process";

/** What must hold of the sources, each by one tool with one file of settings. */
const tools = {
  "style and format": "biome check --error-on-warnings .",
  "typed rules": "eslint .",
  "import directions": "depcruise .",
  "dead code": "knip --no-progress",
  types: "tsc --noEmit",
} as const;

interface Verdict {
  readonly name: string;
  readonly passed: boolean;
  readonly output: string;
  readonly seconds: string;
}

const run = ([name, command]: readonly [string, string]): Promise<Verdict> =>
  new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(command, { shell: true });
    let output = "";
    const gather = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on("data", gather);
    child.stderr.on("data", gather);
    child.on("close", (status) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      resolve({ name, passed: status === 0, output, seconds });
    });
  });

const line = ({ name, passed, seconds }: Verdict): string =>
  `${passed ? "ok    " : "FAILED"}  ${name.padEnd(18)} ${seconds.padStart(5)} s`;

const report = (verdicts: readonly Verdict[]): void => {
  const failed = verdicts.filter(({ passed }) => !passed);
  for (const { name, output } of failed) console.log(`--- ${name}\n${output}`);
  for (const verdict of verdicts) console.log(line(verdict));
  process.exitCode = failed.length === 0 ? 0 : 1;
};

void Promise.all(Object.entries(tools).map(run)).then(report);
