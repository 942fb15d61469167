/** `pulumi import` of the file, with what a long one needs. */
import { count } from "../../../core/wording";
import { failed } from "../exit";
import type { Pulumi } from "../pulumi";
import type { Terminal } from "../terminal";

/** From here on writing the state after each resource takes longer than everything else. */
const MANY = 200;

/** One write of the state at the end. Safe here, because an import that dies has changed nothing and can be run again. */
const SKIP = { PULUMI_SKIP_CHECKPOINTS: "true" };

export interface ImportRun {
  readonly args: readonly string[];
  readonly env: { readonly [name: string]: string };
}

export const importRun = (file: string, segments: number, isFileBackend: boolean): ImportRun => ({
  args: [
    "import",
    "--file",
    file,
    "--generate-code=false",
    "--protect=false",
    "--yes",
    "--skip-preview",
  ],
  env: segments > MANY && isFileBackend ? SKIP : {},
});

const IMPORTED = / imported \(/g;

const AGAIN =
  "Run the same `audiences import` again: what is imported stays, and the rest follows.";

/** A run that was killed leaves its lock behind. */
const advice = (said: string, { show }: Pulumi): string =>
  /currently locked/.test(said)
    ? `If the run that holds the lock is dead, free the stack with \`${show(["cancel", "--yes"])}\`. ${AGAIN}`
    : AGAIN;

/** Throws what Pulumi said when it fails. */
export const runImport = async (
  pulumi: Pulumi,
  { args, env }: ImportRun,
  segments: number,
  terminal: Terminal,
): Promise<void> => {
  if (Object.keys(env).length > 0) {
    terminal.say(
      `More than ${MANY} segments on a file backend: PULUMI_SKIP_CHECKPOINTS is set for this import, so that the state is written once at its end.`,
    );
  }
  const outcome = await terminal.progress(`Importing ${count(segments, "segment")}`, (update) => {
    let done = 0;
    const onOutput = (text: string): void => {
      done += text.match(IMPORTED)?.length ?? 0;
      update(`${done} of ${segments}`);
    };
    return pulumi.run(args, { env, onOutput });
  });
  if (outcome.code === 0) return;
  const said = [outcome.stderr, outcome.stdout].map((text) => text.trim()).filter(Boolean);
  const text = said.join("\n");
  throw failed(`${text}\n\`${pulumi.show(args, env)}\` failed. ${advice(text, pulumi)}`);
};
