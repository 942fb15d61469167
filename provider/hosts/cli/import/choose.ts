/** A person picks. */
import { confirm as ask, checkbox } from "@inquirer/prompts";
import { Ended, exitCodes } from "../exit";
import type { Candidate } from "./plan";

const PAGE = 15;

const choiceOf = (candidate: Candidate) => {
  const { name } = candidate.named.listed;
  if (candidate.status === "managed") return { name, value: name, disabled: "(managed already)" };
  const { entry } = candidate;
  return entry._tag === "Importable"
    ? { name, value: entry.id, checked: true }
    : { name, value: name, disabled: `(${entry.reason})` };
};

/** Prompts reject when a person presses Ctrl-C. */
const asked = async <A>(question: Promise<A>): Promise<A> => {
  try {
    return await question;
  } catch (error) {
    if (error instanceof Error && error.name === "ExitPromptError") {
      throw new Ended(exitCodes.cancelled, "Nothing was changed.");
    }
    throw error;
  }
};

/** The ids that are wanted. */
export const choose = async (candidates: readonly Candidate[]): Promise<ReadonlySet<string>> => {
  const message = "Which segments shall this project manage?";
  const choices = candidates.map(choiceOf);
  const ids = await asked(
    checkbox({ message, choices, pageSize: PAGE, loop: false }, { output: process.stderr }),
  );
  return new Set(ids);
};

/** Goes on when a person says yes. */
export const confirm = async (message: string): Promise<void> => {
  const isWanted = await asked(ask({ message }, { output: process.stderr }));
  if (!isWanted) throw new Ended(exitCodes.cancelled, "Nothing was changed.");
};
