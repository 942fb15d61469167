/** What an account holds, and what of it can be brought under management. Reads; never writes. */
import type { Call, Failure, Operation } from "../core/failure";
import { explain } from "../core/failure";
import type { Listed, Operations } from "../core/lifecycle";
import { print } from "../core/path";
import { sentence } from "../core/problem";
import type { Settings } from "../core/setting";
import type { Bag } from "../core/value";
import type { Kind } from "./accounts";
import { distinct, identifier, resourceName } from "./identifier";

/** A segment with the names that a program gives it. */
export interface Named {
  readonly listed: Listed;
  /** Of the variable. */
  readonly variable: string;
  /** Of the resource: the segment's own name, so that a program need not repeat it. */
  readonly logicalName: string;
}

/** A segment as it can be imported: what its reading answered. */
export interface Importable extends Named {
  readonly id: string;
  readonly inputs: Bag;
  readonly outputs: Bag;
  readonly audience: number | undefined;
}

/** A segment, and why it cannot be imported. */
export interface LeftOut extends Named {
  readonly reason: string;
}

export type Entry =
  | ({ readonly _tag: "Importable" } & Importable)
  | ({ readonly _tag: "LeftOut" } & LeftOut);

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

/** Whether a failure is about this one segment; any other stops everything, for the next segment would meet it too. */
const isAboutOne = ({ _tag }: Failure): boolean =>
  ["Unsupported", "NotFound", "BadId", "Refused", "Unexpected", "InvalidInput"].includes(_tag);

/** Pulumi's name for what does not exist yet: only its end, the resource's name, is ever read. */
const urnOf = ({ resource }: Kind, logicalName: string): string =>
  `urn:pulumi:import::import::${resource.model.token}::${logicalName}`;

export interface Reading {
  readonly kind: Kind;
  readonly operations: Operations;
  readonly settings: Settings;
  readonly call: Call;
  /** Takes away what must not be shown. */
  readonly conceal: (text: string) => string;
  /** Whether the rows are those of a listing of a moment ago, and not just ids. */
  readonly isListed: boolean;
  /** Hears how many are read. */
  readonly onProgress: (done: number) => void;
}

/** A vendor's answer that no failure of ours describes. */
export class Stopped extends Error {
  readonly failure: Failure;
  constructor(failure: Failure, message: string) {
    super(message);
    this.failure = failure;
  }
}

/** Runs an operation. Throws `Stopped`. */
export const perform = async <A>(
  operation: Operation<A>,
  { call, conceal }: Pick<Reading, "call" | "conceal">,
): Promise<A> => {
  const outcome = await operation(call)();
  if (outcome._tag === "Right") return outcome.right;
  throw new Stopped(outcome.left, conceal(explain(outcome.left)));
};

/** Why one segment is left out, without its name, which stands beside it. */
const reasonOf = (failure: Failure): string =>
  failure._tag === "Unsupported" ? failure.reason : explain(failure);

const leftOut = (one: Named, reason: string): Entry => ({ _tag: "LeftOut", ...one, reason });

/** What a program could not declare would end in a preview that fails. */
const judged = (
  { kind, settings }: Reading,
  one: Named,
  found: { readonly id: string; readonly inputs: Bag; readonly outputs: Bag },
  audience: number | undefined,
): Entry => {
  const request = { news: found.inputs, olds: undefined, proposedName: one.logicalName, settings };
  const [failure] = kind.resource.check(request).failures;
  if (failure === undefined) return { _tag: "Importable", ...one, ...found, audience };
  const problem = `${print(failure.path)} ${sentence(failure, false)}`;
  return leftOut(one, `a program cannot declare it as it is: ${problem}`);
};

const readOne = async (reading: Reading, one: Named): Promise<Entry> => {
  const { kind, operations, call, conceal, isListed } = reading;
  const { listed, logicalName } = one;
  const read = operations.read({
    id: listed.id,
    urn: urnOf(kind, logicalName),
    inputs: undefined,
    outputs: undefined,
    listed: isListed ? listed : undefined,
  });
  const outcome = await read(call)();
  if (outcome._tag === "Left") {
    if (isAboutOne(outcome.left)) return leftOut(one, conceal(reasonOf(outcome.left)));
    throw new Stopped(outcome.left, conceal(explain(outcome.left)));
  }
  if (outcome.right._tag === "None") {
    return leftOut(one, "it was deleted while the account was being read");
  }
  const { audience, ...found } = outcome.right.value;
  return judged(reading, one, found, audience);
};

/** As many at a time as keep a connection busy without crowding a vendor; its "too many requests" are waited for below. */
const AT_ONCE = 16;

/** Reads each. Throws `Stopped` at the first failure that is not about a single segment. */
export const readAll = async (
  reading: Reading,
  wanted: readonly Named[],
): Promise<readonly Entry[]> => {
  const entries: Entry[] = [];
  const waiting = wanted.entries();
  let done = 0;
  let stopped = false;
  const work = async (): Promise<void> => {
    for (const [index, one] of waiting) {
      if (stopped) return;
      entries[index] = await readOne(reading, one);
      done += 1;
      reading.onProgress(done);
    }
  };
  const stop = (error: unknown): never => {
    stopped = true;
    throw error;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, () => work().catch(stop)));
  return entries;
};
