/** What an import has to do: decided from what the account holds, what the stack has and what the program says. */
import { wanted } from "../../glob";
import { type Entry, readAll } from "../../inventory";
import { type Named, named } from "../../named";
import { namesOf, type Stack } from "../stack";
import { type Account, reading } from "../survey";
import type { Terminal } from "../terminal";
import { rememberedNames } from "./file";

export interface Filter {
  readonly match: readonly string[];
  readonly exclude: readonly string[];
  /** Also what the stack has already, so that its code is written again. */
  readonly includeManaged: boolean;
}

/** A segment and what becomes of it. */
export type Candidate = {
  readonly account: Account;
  readonly named: Named;
} & (
  | { readonly status: "managed" }
  | { readonly status: "read"; readonly entry: Entry; readonly isManaged: boolean }
);

/** What earlier runs left behind. */
export interface Known {
  /** Of the resources, in the state. */
  readonly type: string;
  readonly stack: Stack;
  readonly importFile: string;
}

const namesBefore = ({ type, stack, importFile }: Known) => {
  const managed = namesOf(stack.resources, type);
  return { managed, all: new Map([...rememberedNames(importFile, type), ...managed]) };
};

const readThem = (
  account: Account,
  toRead: readonly Named[],
  { progress }: Terminal,
): Promise<readonly Entry[]> =>
  progress(`Reading ${toRead.length} segments of ${account.kind.vendor.title}`, (update) => {
    const onProgress = (done: number): void => update(`${done} of ${toRead.length}`);
    return reading(readAll({ ...account.reading, onProgress }, toRead));
  });

/** Reads what is wanted and not managed yet, each once. */
export const candidatesOf = async (
  account: Account,
  known: Known,
  { match, exclude, includeManaged }: Filter,
  terminal: Terminal,
): Promise<readonly Candidate[]> => {
  const { managed, all } = namesBefore(known);
  const isWanted = wanted(match, exclude);
  const chosen = named(account.listed, { byId: all, names: all.values() }).filter(({ listed }) =>
    isWanted(listed.name),
  );
  const isKnown = ({ listed }: Named): boolean => managed.has(listed.id);
  const toRead = chosen.filter((one) => includeManaged || !isKnown(one));
  const entries = await readThem(account, toRead, terminal);
  const byId = new Map(entries.map((entry) => [entry.listed.id, entry]));
  return chosen.map((one): Candidate => {
    const entry = byId.get(one.listed.id);
    return entry === undefined
      ? { account, named: one, status: "managed" }
      : { account, named: one, status: "read", entry, isManaged: isKnown(one) };
  });
};
