/** Making the ids of a list what they are to be, by sending what differs and nothing else. */
import { pipe } from "fp-ts/function";
import * as RTE from "fp-ts/ReaderTaskEither";
import * as TE from "fp-ts/TaskEither";
import type { Operation } from "../../../core/failure";
import { type ListType, limits } from "../limits";
import type { MemberClient } from "./client";
import { eachPart } from "./each";
import { Fingerprints } from "./fingerprints";
import { type Difference, type Digest, differenceOf, digestOf } from "./remote";
import { listSource, type Source } from "./source";
import { sweep } from "./sweep";

export interface List {
  readonly segmentId: string;
  readonly type: ListType;
}

const none: Operation<void> = RTE.right(undefined);

/** The fingerprints of all ids of a source. */
export const printsOf = (source: Source): Operation<Fingerprints> => {
  const prints = new Fingerprints();
  return pipe(
    eachPart(source, (ids) => {
      for (const id of ids) prints.add(id);
      return none;
    }),
    RTE.map(() => prints),
  );
};

const thousands = (count: number): string => count.toLocaleString("en-US");

const report =
  (text: string): Operation<void> =>
  ({ log }) => {
    log("info", text);
    return TE.right(undefined);
  };

/** The parts of `source` that `isMissing` says yes to, in requests of the size that the endpoint takes. */
const sendAll = (
  source: Source,
  size: number,
  isMissing: (id: string) => boolean,
  send: (ids: readonly string[]) => Operation<void>,
): Operation<void> => {
  let waiting: string[] = [];
  const flush = (least: number): Operation<void> => {
    if (waiting.length < least || waiting.length === 0) return none;
    const part = waiting.slice(0, size);
    waiting = waiting.slice(size);
    return pipe(
      send(part),
      RTE.chain(() => flush(least)),
    );
  };
  return pipe(
    eachPart(source, (ids) => {
      for (const id of ids) if (isMissing(id)) waiting.push(id);
      return flush(size);
    }),
    RTE.chain(() => flush(1)),
  );
};

/** Sends a part and tells how far that brings it. */
const counted = (
  { segmentId }: List,
  total: number,
  what: "added" | "removed",
  send: (ids: readonly string[]) => Operation<void>,
): ((ids: readonly string[]) => Operation<void>) => {
  let done = 0;
  return (ids) =>
    pipe(
      send(ids),
      RTE.chain(() => {
        done += ids.length;
        return report(`${segmentId}: ${thousands(done)} of ${thousands(total)} ids ${what}`);
      }),
    );
};

/**
 * Adds before it removes, so that nobody who is to stay is ever out. What was sent before an interruption is there the next
 * time, and is not sent again.
 */
export const apply = (
  members: MemberClient,
  list: List,
  source: Source,
  { wanted, surplus, first }: Difference,
): Operation<Digest> => {
  const { segmentId, type } = list;
  const size = limits.idsPerRequest[type];
  const missing = wanted.size - wanted.marked;
  const add = counted(list, missing, "added", (ids) => members.add(segmentId, type, ids));
  const drop = counted(list, surplus, "removed", (ids) => members.remove(segmentId, type, ids));
  const remove = (ids: readonly string[]): Operation<void> =>
    sendAll(listSource(ids), size, () => true, drop);
  return pipe(
    missing === 0 ? none : sendAll(source, size, (id) => wanted.mark(id) === true, add),
    RTE.chain(() => remove(first)),
    RTE.chain(() => sweep(members, segmentId, wanted, surplus - first.length, remove)),
    RTE.map(() => digestOf(wanted)),
  );
};

export const sync = (members: MemberClient, list: List, source: Source): Operation<Digest> =>
  pipe(
    printsOf(source),
    RTE.chain((wanted) => differenceOf(members, list.segmentId, wanted)),
    RTE.chain((difference) => apply(members, list, source, difference)),
  );
