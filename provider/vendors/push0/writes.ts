/** Writing segments. Sources: "Segments: Create", "Segments: Update". */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RTE from "fp-ts/ReaderTaskEither";
import { type Failure, type Operation, whereToSet } from "../../core/failure";
import { print, type Response } from "../../http/request";
import type { Account } from "./account";
import { idIn, isOk, reasonsIn, unreadable } from "./answer";
import type { WireGroup } from "./constraint/wire";
import { deleteCall, expectedDelete } from "./delete-call";
import { later, SETTLING_MS } from "./later";
import { type Line, type Question, SEGMENTS } from "./line";
import { findOne, listAll } from "./reads";

export interface Body {
  readonly name?: string;
  readonly description?: string;
  readonly constraints?: readonly WireGroup[];
}

/** What came of a create. `Unclear`: the segment may be there all the same; `again` is whether trying again can help. */
export type Made =
  | { readonly _tag: "Created"; readonly id: string }
  | { readonly _tag: "Unclear"; readonly failure: Failure; readonly again: boolean };

/** Whether the vendor may have done what was asked, although no answer says so. */
const isUnclear = ({ _tag }: Failure): boolean =>
  _tag === "Unavailable" || _tag === "Unreachable" || _tag === "TimedOut";

const unclear = (failure: Failure, again: boolean): Made => ({ _tag: "Unclear", failure, again });

/** Sent once only: nothing in the request lets Push0 see that it is the same one again. */
export const create =
  ({ ask, name, refuse }: Line) =>
  (body: Body): Operation<Made> => {
    const question: Question = { method: "POST", path: SEGMENTS, body, repeatable: false };
    return pipe(
      ask(question),
      RTE.chainEitherK((response): E.Either<Failure, Made> => {
        if (!isOk(response)) return E.left(refuse(question, response));
        const id = idIn(response.body);
        return E.right(
          O.isSome(id)
            ? { _tag: "Created", id: id.value }
            : unclear(unreadable(print(name(question)), response), false),
        );
      }),
      RTE.orElse(
        (failure): Operation<Made> =>
          isUnclear(failure) ? RTE.right(unclear(failure, true)) : RTE.left(failure),
      ),
    );
  };

/** False when there is no such segment any more. Only what is sent is changed; constraints are replaced as a whole. */
export const update =
  ({ ask, refuse }: Line) =>
  (id: string, body: Body): Operation<boolean> => {
    const question: Question = {
      method: "PATCH",
      path: SEGMENTS,
      body: { id, ...body },
      repeatable: true,
    };
    return pipe(
      ask(question),
      RTE.filterOrElse(
        (response) => isOk(response) || response.status === 404,
        (response) => refuse(question, response),
      ),
      RTE.map(isOk),
    );
  };

const badSetting = ({ deletePlace, deleteRequest }: Account): Failure => ({
  _tag: "InvalidInput",
  failures: [{ path: [deletePlace.key], problem: `must be ${expectedDelete}`, got: deleteRequest }],
});

const notDeleted = (request: string, { status, body }: Response, account: Account): Failure => ({
  _tag: "Refused",
  request,
  status,
  reasons: reasonsIn(body),
  remedy: `The segment is still there. How to delete one is not documented by Push0, and this request is an assumption: delete the segment in the console and run \`pulumi refresh\`, or name the right request with ${whereToSet(account.deletePlace)} (${expectedDelete}).`,
});

const DENIED: ReadonlySet<number> = new Set([401, 403]);

/** A 404 can mean the segment or the path, and only the whole list tells: a path that is wrong has no list either. */
const isGone = (to: Line, id: string, { status }: Response): Operation<boolean> =>
  status === 404
    ? pipe(
        listAll(to),
        RTE.map((rows) => rows.every((row) => row.id !== id)),
      )
    : pipe(findOne(to, id), RTE.map(O.isNone));

/** Believed only when the segment is gone, because the request is an assumption. */
export const remove =
  (to: Line, account: Account) =>
  (id: string): Operation<void> => {
    const call = deleteCall(account.deleteRequest, id);
    if (O.isNone(call)) return RTE.left(badSetting(account));
    const question: Question = { ...call.value, repeatable: true };
    const request = print(to.name(question));
    const settled = (response: Response): Operation<boolean> =>
      pipe(
        isGone(to, id, response),
        RTE.chain((gone) =>
          gone || !isOk(response) ? RTE.right(gone) : later(SETTLING_MS)(isGone(to, id, response)),
        ),
      );
    return pipe(
      to.ask(question),
      RTE.chain((response): Operation<void> => {
        if (DENIED.has(response.status)) return RTE.left(to.refuse(question, response));
        return pipe(
          settled(response),
          RTE.filterOrElse(
            (gone) => gone,
            () => notDeleted(request, response, account),
          ),
          RTE.map(() => undefined),
        );
      }),
    );
  };
