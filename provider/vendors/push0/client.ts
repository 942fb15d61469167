import { pipe } from "fp-ts/function";
import type * as O from "fp-ts/Option";
import * as RTE from "fp-ts/ReaderTaskEither";
import type { Operation } from "../../core/failure";
import { shared } from "../../http/shared";
import type { Account } from "./account";
import type { Row } from "./codec";
import { line } from "./line";
import { findOne, listAll, listNamed } from "./reads";
import { inTurn } from "./turns";
import { type Body, create, type Made, remove, update } from "./writes";

/** Push0's segment API, as far as a segment's life needs it. */
export interface Client {
  /** Every segment of the account; asked once, however many want to know at the same time. */
  readonly list: Operation<readonly Row[]>;
  /** One segment, asked for by its id alone. */
  readonly find: (id: string) => Operation<O.Option<Row>>;
  /** Those of exactly this name. */
  readonly named: (name: string) => Operation<readonly Row[]>;
  readonly create: (body: Body) => Operation<Made>;
  /** False when there is no such segment any more. */
  readonly update: (id: string, body: Body) => Operation<boolean>;
  readonly delete: (id: string) => Operation<void>;
  /** Lets nobody else do something about this name meanwhile. */
  readonly alone: <A>(name: string, operation: Operation<A>) => Operation<A>;
}

/** A listing serves all who ask within this time, unless something is written in between. */
const LIST_WINDOW_MS = 5_000;

export const client = (account: Account): Client => {
  const to = line(account);
  const rows = shared<readonly Row[]>(LIST_WINDOW_MS, Date.now);
  const forget = (): void => rows.forget("");
  /** A write makes old what was listed before it, however it ended. */
  const writing = <A>(operation: Operation<A>): Operation<A> =>
    pipe(
      operation,
      RTE.map((result) => {
        forget();
        return result;
      }),
      RTE.mapLeft((failure) => {
        forget();
        return failure;
      }),
    );
  return {
    list: rows.get("", listAll(to)),
    find: (id) => findOne(to, id),
    named: (name) => listNamed(to, name),
    create: (body) => writing(create(to)(body)),
    update: (id, body) => writing(update(to)(id, body)),
    delete: (id) => writing(remove(to, account)(id)),
    alone: inTurn(),
  };
};
