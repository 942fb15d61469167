/** How a command ends. `docs/importing.md` lists these numbers. */
export const exitCodes = {
  done: 0,
  /** Something failed; running the same command again goes on where it stopped. */
  failed: 1,
  /** The command line, or where it was run, is not right; nothing was done. */
  usage: 2,
  /** All is imported, and the preview still shows a change. */
  changes: 3,
  /** A person said no, or pressed Ctrl-C. */
  cancelled: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends a command with a sentence for people. */
export class Ended extends Error {
  readonly code: ExitCode;
  constructor(code: ExitCode, message: string) {
    super(message);
    this.code = code;
  }
}

export const failed = (message: string): Ended => new Ended(exitCodes.failed, message);
export const misused = (message: string): Ended => new Ended(exitCodes.usage, message);
