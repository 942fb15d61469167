/** The names that a program gives to the segments of an account. */
import type { Listed } from "../core/lifecycle";
import { distinct } from "./distinct";
import { identifier } from "./identifier";
import { resourceName } from "./resource-name";

/** A segment with the names that a program gives it. */
export interface Named {
  readonly listed: Listed;
  /** Of the variable. */
  readonly variable: string;
  /** Of the resource: the segment's own name, so that a program need not repeat it. */
  readonly logicalName: string;
}

/** Names that the stack has given already. */
export interface Taken {
  /** Logical names by the id of what they name. */
  readonly byId: ReadonlyMap<string, string>;
  /** Logical names of the same type. */
  readonly names: Iterable<string>;
}

export const NOTHING_TAKEN: Taken = { byId: new Map(), names: [] };

const NOUN = "segment";

const numberedName = (name: string, number: number): string => `${name} (${number})`;

/** Names all of a listing, so that a name depends on what the account holds and not on what is chosen of it. */
export const named = (listed: readonly Listed[], { byId, names }: Taken): readonly Named[] => {
  const variable = distinct();
  const logical = distinct({ taken: names, fold: (name) => name, numbered: numberedName });
  return listed.map((one) => ({
    listed: one,
    variable: variable(identifier(one.name, NOUN)),
    logicalName: byId.get(one.id) ?? logical(resourceName(one.name, identifier(one.name, NOUN))),
  }));
};
