/** Removing more ids than are held at a time: read and removed by turns, so that memory does not grow with them. */
import { pipe } from "fp-ts/function";
import * as RTE from "fp-ts/ReaderTaskEither";
import type { Operation } from "../../../core/failure";
import type { MemberClient } from "./client";
import { repeat } from "./each";
import type { Fingerprints } from "./fingerprints";
import { MOST_HELD } from "./remote";

interface Progress {
  /** Ids that are still to be found. */
  left: number;
  page: number;
  /** What the vendor takes for a page, as the first one shows. */
  pageSize: number;
  /** Ids so far that are to stay. What is beyond those that can be held is read again. */
  kept: number;
  held: string[];
}

/** What follows has moved forward by what was removed, so that the page is read again on which the first unread id is now. */
const reposition = (at: Progress): void => {
  const full = Math.floor(at.kept / at.pageSize);
  at.page = full + 1;
  at.kept = full * at.pageSize;
};

const note = (at: Progress, ids: readonly string[], wanted: Fingerprints): void => {
  if (at.page === 1) at.pageSize = Math.max(ids.length, 1);
  for (const id of ids) {
    const stays = wanted.has(id);
    if (stays) at.kept += 1;
    else if (at.held.length === MOST_HELD) break;
    else at.held.push(id);
  }
  at.page += 1;
};

/**
 * Removes `left` ids that are not wanted. Ends when as many were sent, or when none is found any more: a vendor that takes its time
 * to remove must not be asked for ever.
 */
export const sweep =
  (
    members: MemberClient,
    segmentId: string,
    wanted: Fingerprints,
    left: number,
    remove: (ids: readonly string[]) => Operation<void>,
  ): Operation<void> =>
  (call) => {
    const at: Progress = { left, page: 1, pageSize: 1, kept: 0, held: [] };
    const flush = (): Operation<void> => {
      const ids = at.held;
      at.held = [];
      at.left -= ids.length;
      return pipe(
        remove(ids),
        RTE.map(() => reposition(at)),
      );
    };
    const step: Operation<boolean> = (turn) =>
      pipe(
        members.page(segmentId, at.page),
        RTE.chain(({ ids, isLast }): Operation<boolean> => {
          note(at, ids, wanted);
          const isFull = at.held.length >= MOST_HELD || at.held.length >= at.left || isLast;
          if (!isFull) return RTE.right(true);
          const isDone = at.held.length === 0;
          return pipe(
            flush(),
            RTE.map(() => !isDone && at.left > 0),
          );
        }),
      )(turn);
    return (left > 0 ? repeat(step) : RTE.right<unknown, never, void>(undefined))(call);
  };
