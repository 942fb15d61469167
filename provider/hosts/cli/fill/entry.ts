/** One resource of a file of `pulumi preview --import-file`, and the id that an account has for it. */
import * as t from "io-ts";
import type { Listed } from "../../../core/lifecycle";
import { wordsOf } from "../../identifier";

/** What the engine writes where it wants an id. */
const PLACEHOLDER = "<PLACEHOLDER>";

export const Entry = t.intersection([
  t.UnknownRecord,
  t.type({ type: t.string, name: t.string }),
  t.partial({ id: t.string, logicalName: t.string }),
]);
export type Entry = t.TypeOf<typeof Entry>;

const wordsIn = (name: string): string => wordsOf(name).join(" ").toLowerCase();

/** The segments of that very name; else those whose names have the same words: `vip-customers` is `VIP customers`. */
const matches = (name: string, listed: readonly Listed[]): readonly Listed[] => {
  const same = listed.filter((one) => one.name === name);
  return same.length > 0 ? same : listed.filter((one) => wordsIn(one.name) === wordsIn(name));
};

export type Filled = { readonly entry: Entry } & (
  | { readonly status: "done" | "not asked" | "not found" }
  /** Open, and a person has to decide. */
  | { readonly status: "open"; readonly problem: string }
);

export const nameOf = ({ logicalName, name }: Entry): string => logicalName ?? name;

export const fill = (entry: Entry, listed: readonly Listed[] | undefined): Filled => {
  if (entry.id !== PLACEHOLDER) return { entry, status: "not asked" };
  if (listed === undefined) {
    return entry.type.startsWith("audiences:")
      ? { entry, status: "open", problem: "the key of its vendor is not set" }
      : { entry, status: "not asked" };
  }
  const [first, ...more] = matches(nameOf(entry), listed);
  if (first === undefined) return { entry, status: "not found" };
  if (more.length === 0) return { entry: { ...entry, id: first.id }, status: "done" };
  const ids = [first, ...more].map(({ id }) => id).join(", ");
  return { entry, status: "open", problem: `several segments have this name: ${ids}` };
};
