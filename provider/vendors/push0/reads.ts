/** Reading segments. Source: "Segments List": a bare array, page by page, or one segment by its id. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RTE from "fp-ts/ReaderTaskEither";
import type { Failure, Operation } from "../../core/failure";
import { decodeBody } from "../../http/answer";
import { isOk } from "./answer";
import { type Row, Rows } from "./codec";
import { limits } from "./limits";
import { type Line, type Question, SEGMENTS } from "./line";

type Query = NonNullable<Question["query"]>;

const get = (query: Query): Question => ({
  method: "GET",
  path: SEGMENTS,
  query,
  repeatable: true,
});

/** Nothing for a 404, which means what the caller makes of it. */
const rows = ({ ask, name, refuse }: Line, query: Query): Operation<O.Option<readonly Row[]>> => {
  const question = get(query);
  return pipe(
    ask(question),
    RTE.chainEitherK((response): E.Either<Failure, O.Option<readonly Row[]>> => {
      if (response.status === 404) return E.right(O.none);
      if (!isOk(response)) return E.left(refuse(question, response));
      return pipe(decodeBody(Rows, name(question))(response), E.map(O.some));
    }),
  );
};

const NOWHERE = { status: 404, headers: {}, body: undefined };

const page = (to: Line, query: Query): Operation<readonly Row[]> =>
  pipe(
    rows(to, query),
    RTE.chainOptionK(() => to.refuse(get(query), NOWHERE))((answer) => answer),
  );

/** Until a short page, or one that brings nothing new: a vendor that ignores `page` must not be asked for ever. */
const pagesFrom = (
  to: Line,
  query: Query,
  number: number,
  so: readonly Row[],
): Operation<readonly Row[]> =>
  pipe(
    page(to, { ...query, page: number, limit: limits.page }),
    RTE.chain((answer): Operation<readonly Row[]> => {
      const known = new Set(so.map(({ id }) => id));
      const fresh = answer.filter(({ id }) => !known.has(id));
      const all = [...so, ...fresh];
      return answer.length < limits.page || fresh.length === 0
        ? RTE.right(all)
        : pagesFrom(to, query, number + 1, all);
    }),
  );

/** Every segment of the account. */
export const listAll = (to: Line): Operation<readonly Row[]> => pagesFrom(to, {}, 1, []);

/** Whether Push0 finds parts of a name or only whole ones is not documented, so that it is compared here once more. */
export const listNamed = (to: Line, name: string): Operation<readonly Row[]> =>
  pipe(
    pagesFrom(to, { name }, 1, []),
    RTE.map((answer) => answer.filter((row) => row.name === name)),
  );

/** An id that is not there is answered with an empty list or with 404; which of them is not documented. */
export const findOne = (to: Line, id: string): Operation<O.Option<Row>> =>
  pipe(
    rows(to, { id }),
    RTE.map(O.chain((answer) => O.fromNullable(answer.find((row) => row.id === id)))),
  );
