/** A person picks. */
import { confirm as ask, checkbox, Separator } from "@inquirer/prompts";
import { count } from "../../../core/wording";
import { Ended, exitCodes } from "../exit";
import type { Declared } from "../program/declared";

const PAGE = 15;

const NOTHING = "Nothing was changed.";

const nothing = (): Ended => new Ended(exitCodes.cancelled, NOTHING);

const choiceOf = ({ segment }: Declared) => ({
  name: segment.listed.name,
  value: segment.id,
  checked: true,
});

/** Under the vendors' titles, where there are several. */
const choicesOf = (declared: readonly Declared[]) => {
  const titles = [...new Set(declared.map(({ kind }) => kind.vendor.title))];
  return titles.flatMap((title) => {
    const own = declared.filter(({ kind }) => kind.vendor.title === title).map(choiceOf);
    return titles.length > 1 ? [new Separator(title), ...own] : own;
  });
};

/** Prompts reject when a person presses Ctrl-C. */
const asked = async <A>(question: Promise<A>): Promise<A> => {
  try {
    return await question;
  } catch (error) {
    if (error instanceof Error && error.name === "ExitPromptError") throw nothing();
    throw error;
  }
};

/** Those that are wanted; at least one. */
export const choose = async <D extends Declared>(declared: readonly D[]): Promise<readonly D[]> => {
  const message = "Which segments shall this project manage?";
  const choices = choicesOf(declared);
  const picked = await asked(
    checkbox({ message, choices, pageSize: PAGE, loop: false }, { output: process.stderr }),
  );
  const ids = new Set(picked);
  if (ids.size === 0) throw new Ended(exitCodes.cancelled, `None was picked. ${NOTHING}`);
  return declared.filter(({ segment }) => ids.has(segment.id));
};

/** Goes on when a person says yes. */
export const confirm = async (segments: number): Promise<void> => {
  const message = `Write ${count(segments, "segment")} into this project, and import them?`;
  if (!(await asked(ask({ message }, { output: process.stderr })))) throw nothing();
};
