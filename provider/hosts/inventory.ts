/** What an account holds, and what of it can be brought under management. Reads; never writes. */
import type { Call, Failure, Operation } from "../core/failure";
import { explain } from "../core/failure";
import type { Operations } from "../core/lifecycle";
import { print } from "../core/path";
import { sentence } from "../core/problem";
import type { Settings } from "../core/setting";
import type { Bag } from "../core/value";
import type { Kind } from "./accounts";
import type { Named } from "./named";

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
