/**
 * Making a segment so that a lost answer never makes two, and so that what exists is never overwritten unasked.
 *
 * Push0 knows neither ids of the client's choice nor idempotency keys, and does not say whether names are unique. So a name counts
 * as taken here when a segment has it, and after an unclear answer the segment is looked for by name and content before anything
 * else is tried.
 */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RTE from "fp-ts/ReaderTaskEither";
import { importCommand } from "../../core/command";
import type { Failure, Operation } from "../../core/failure";
import type { Created } from "../../core/lifecycle";
import type { Client } from "./client";
import type { Row, SegmentArgs } from "./codec";
import { later, SETTLING_MS } from "./later";
import { bodyOf, computedOf, differences } from "./state";
import { notAsDeclared } from "./verify";

/** How often a create is sent in all, each time only after the one before has left no trace. */
const MOST_ATTEMPTS = 3;

interface Wish {
  readonly client: Client;
  readonly args: SegmentArgs;
  readonly urn: string;
}

const found = (row: Row): Created => ({ id: row.id, computed: computedOf(row) });

const alreadyExists = ({ args, urn }: Wish, { id }: Row): Failure => ({
  _tag: "AlreadyExists",
  subject: `Segment ${JSON.stringify(args.name)}`,
  vendor: "Push0",
  importCommand: importCommand(urn, id),
  adoptable: true,
});

const ambiguous = ({ args }: Wish, rows: readonly Row[]): Failure => ({
  _tag: "Ambiguous",
  subject: JSON.stringify(args.name),
  ids: rows.map(({ id }) => id),
});

/** The list adds when it was made. That it fails is no reason to lose a segment that exists; the next refresh tells. */
const seen = ({ client, args }: Wish, id: string): Operation<Created> =>
  pipe(
    client.find(id),
    RTE.orElse((): Operation<O.Option<Row>> => RTE.right(O.none)),
    RTE.chain(
      O.match(
        (): Operation<Created> => RTE.right({ id, computed: { segmentId: id } }),
        (row) =>
          pipe(
            notAsDeclared(row, args),
            RTE.map(() => found(row)),
          ),
      ),
    ),
  );

const takeOver = (wish: Wish, row: Row): Operation<Created> => {
  const { client, args } = wish;
  if (differences(row, args).length === 0) return RTE.right(found(row));
  return pipe(
    client.update(row.id, { ...bodyOf(args), description: args.description ?? "" }),
    RTE.chain(() => seen(wish, row.id)),
  );
};

/** Segments that have the name already: somebody's, until the program says to take one over. */
const meet = (wish: Wish, rows: readonly [Row, ...Row[]]): Operation<Created> => {
  if (wish.args.adopt !== true) return RTE.left(alreadyExists(wish, rows[0]));
  return rows.length > 1 ? RTE.left(ambiguous(wish, rows)) : takeOver(wish, rows[0]);
};

const isSome = (rows: readonly Row[]): rows is readonly [Row, ...Row[]] => rows.length > 0;

/** Asked twice before it counts as nothing, since what was written a moment ago may not be read yet. */
const traces = ({ client, args }: Wish): Operation<readonly Row[]> =>
  pipe(
    client.named(args.name),
    RTE.chain((rows) =>
      isSome(rows)
        ? RTE.right<unknown, Failure, readonly Row[]>(rows)
        : later(SETTLING_MS)(client.named(args.name)),
    ),
  );

/** Nobody had the name before, so that a segment that has it now and is as declared can only be our own. */
const afterUnclear = (wish: Wish, failure: Failure, next: Operation<Created>): Operation<Created> =>
  pipe(
    traces(wish),
    RTE.mapLeft(() => failure),
    RTE.chain((rows) => {
      const own = rows.find((row) => differences(row, wish.args).length === 0);
      if (own !== undefined) return RTE.right(found(own));
      return isSome(rows) ? meet(wish, rows) : next;
    }),
  );

const attempt = (wish: Wish, number: number): Operation<Created> =>
  pipe(
    wish.client.create(bodyOf(wish.args)),
    RTE.chain((made) => {
      if (made._tag === "Created") return seen(wish, made.id);
      const { failure, again } = made;
      const next: Operation<Created> =
        again && number < MOST_ATTEMPTS
          ? (call) => attempt(wish, number + 1)(call)
          : RTE.left(failure);
      return afterUnclear(wish, failure, next);
    }),
  );

export const create =
  (client: Client) =>
  (args: SegmentArgs, urn: string): Operation<Created> => {
    const wish = { client, args, urn };
    return client.alone(
      args.name,
      pipe(
        client.named(args.name),
        RTE.chain((rows) => (isSome(rows) ? meet(wish, rows) : attempt(wish, 1))),
      ),
    );
  };
