import * as O from "fp-ts/Option";

/** What people have at hand for a segment: its id, the console's address, or its name. */
export type Wanted =
  | { readonly by: "id"; readonly id: string }
  | { readonly by: "name"; readonly name: string };

export const expectedId =
  '"<segment id>", the address of the segment in the console, or "name:<segment name>"';

const ID = /^[\w-]{3,100}$/;
const NAME = "name:";
const CONSOLE = /\/segments\/([\w-]{3,100})(?:[/?#]|$)/;

export const isSegmentId = (text: string): boolean => ID.test(text);

export const parseId = (text: string): O.Option<Wanted> => {
  const id = text.trim();
  if (id.startsWith(NAME)) return O.some({ by: "name", name: id.slice(NAME.length) });
  const [, fromConsole] = CONSOLE.exec(id) ?? [];
  if (fromConsole !== undefined) return O.some({ by: "id", id: fromConsole });
  return isSegmentId(id) ? O.some({ by: "id", id }) : O.none;
};

/**
 * The id that Statsig gives a segment of this name: lower case, with underscores for spaces. Source: examples of Statsig's
 * documents. It is always sent, so that ours counts where theirs would differ.
 */
export const slugOf = (name: string): string => name.toLowerCase().replaceAll(" ", "_");
