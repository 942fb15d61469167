/**
 * All segments of a project, asked once for many who want to know one each: Statsig's list holds whole segments. What was
 * written since is asked for by itself, so that nobody is told what was.
 */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RTE from "fp-ts/ReaderTaskEither";
import type { Operation } from "../../core/failure";
import { shared } from "../../http/shared";
import type { Dto } from "./codec";

export interface Listing {
  readonly all: Operation<readonly Dto[]>;
  /** From the list, or by itself when it is not there or was written since; so none is what Statsig itself says. */
  readonly one: (id: string) => Operation<O.Option<Dto>>;
  /** As of some time in the last minute: enough to say who refers to whom. Without what was deleted since. */
  readonly recent: Operation<readonly Dto[]>;
  readonly wrote: (id: string) => void;
  readonly deleted: (id: string) => void;
}

interface Snapshot {
  readonly at: number;
  readonly rows: readonly Dto[];
  readonly byId: ReadonlyMap<string, Dto>;
}

/** A list serves all who ask within this time. */
const WINDOW_MS = 5_000;
const RECENT_MS = 60_000;
const KEY = "segments";

/** What was written when, and what is gone. */
interface Writes {
  readonly wrote: (id: string) => void;
  readonly deleted: (id: string) => void;
  readonly isGone: (id: string) => boolean;
  /** Whether this segment, or with none any, was written at `time` or later. */
  readonly since: (time: number, id?: string) => boolean;
}

const writes = (now: () => number): Writes => {
  const written = new Map<string, number>();
  const gone = new Set<string>();
  let last = Number.NEGATIVE_INFINITY;
  const wrote = (id: string): void => {
    last = now();
    written.set(id, last);
    gone.delete(id);
  };
  return {
    wrote,
    deleted: (id) => {
      wrote(id);
      gone.add(id);
    },
    isGone: (id) => gone.has(id),
    since: (time, id) => {
      const at = id === undefined ? last : (written.get(id) ?? Number.NEGATIVE_INFINITY);
      return at >= time;
    },
  };
};

export const listing = (
  list: Operation<readonly Dto[]>,
  fetch: (id: string) => Operation<O.Option<Dto>>,
  now: () => number,
): Listing => {
  const fresh = shared<Snapshot>(WINDOW_MS, now);
  const older = shared<Snapshot>(RECENT_MS, now);
  const { wrote, deleted, isGone, since } = writes(now);
  const ask: Operation<Snapshot> = (call) => {
    const at = now();
    const toSnapshot = (rows: readonly Dto[]): Snapshot => ({
      at,
      rows,
      byId: new Map(rows.map((row) => [row.id, row])),
    });
    return pipe(list, RTE.map(toSnapshot))(call);
  };
  const snapshot = fresh.get(KEY, ask);
  const renewed: Operation<Snapshot> = (call) => {
    fresh.forget(KEY);
    return snapshot(call);
  };
  const upToDate = pipe(
    snapshot,
    RTE.chain((known) => (since(known.at) ? renewed : RTE.right(known))),
  );
  const one: Listing["one"] = (id) =>
    pipe(
      snapshot,
      RTE.chain(({ at, byId }) => {
        const row = byId.get(id);
        return row === undefined || since(at, id) ? fetch(id) : RTE.right(O.some(row));
      }),
    );
  const recent = pipe(
    older.get(KEY, snapshot),
    RTE.map(({ rows }) => rows.filter(({ id }) => !isGone(id))),
  );
  const all = pipe(
    upToDate,
    RTE.map(({ rows }) => rows),
  );
  return { all, one, recent, wrote, deleted };
};
