/**
 * The five endpoints of OneSignal's segment API. Sources: "Create segment", "View segments", "View segment", "Update segment",
 * "Delete segment", OpenAPI 11.6; the v1 base and `Basic` from "Create Segments" v9.
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RTE from "fp-ts/ReaderTaskEither";
import type { Failure, Operation } from "../../core/failure";
import { decodeBody } from "../../http/answer";
import { print, type Request, type Response } from "../../http/request";
import { shared } from "../../http/shared";
import type { Account } from "./account";
import { type Conflict, conflictOf, toFailure } from "./answer";
import { type Definition, Page, type Row, Viewed, Written } from "./codec";
import { isLegacy } from "./endpoint";
import type { WireEntry } from "./filter/wire";

export interface Body {
  readonly id?: string;
  readonly name: string;
  readonly description?: string;
  readonly filters?: readonly WireEntry[];
}

export interface Made {
  readonly _tag: "Created";
  readonly id: string;
}

export interface Client {
  readonly defaultAppId: string | undefined;
  /** Every segment of the app, oldest first; asked once, however many want to know at the same time. */
  readonly list: (appId: string) => Operation<readonly Row[]>;
  readonly view: (appId: string, segmentId: string) => Operation<O.Option<Definition>>;
  /** The new id, or that the id or the name is taken. */
  readonly create: (appId: string, body: Body) => Operation<Conflict | Made>;
  /** False when there is no such segment any more. */
  readonly update: (appId: string, segmentId: string, body: Body) => Operation<boolean>;
  readonly delete: (appId: string, segmentId: string) => Operation<boolean>;
}

const PAGE_SIZE = 300;

/** A listing serves all who ask within this time, unless something is written in between. */
const LIST_WINDOW_MS = 5_000;

const isOk = ({ status }: Response): boolean => 200 <= status && status < 300;

type Question = Omit<Request, "headers" | "repeatable">;

/** How to talk to one account. */
interface Line {
  readonly url: (appId: string, segmentId?: string) => string;
  readonly ask: (question: Question) => Operation<Response>;
  readonly refuse: (question: Question, response: Response) => Failure;
}

const line = (account: Account): Line => {
  const { endpoint, apiKey, send } = account;
  const base = endpoint.replace(/\/+$/, "");
  const headers = {
    authorization: `${isLegacy(endpoint) ? "Basic" : "Key"} ${apiKey}`,
    "content-type": "application/json; charset=utf-8",
    accept: "application/json",
  };
  return {
    url: (appId, segmentId) =>
      [base, "apps", encodeURIComponent(appId), "segments"]
        .concat(segmentId === undefined ? [] : [encodeURIComponent(segmentId)])
        .join("/"),
    /** Every call may be repeated: a create carries its own id, and the others name what they change. */
    ask: (question) => send({ ...question, headers, repeatable: true }),
    refuse: (question, response) => toFailure(print(question), response, account),
  };
};

const page = ({ url, ask, refuse }: Line, appId: string, offset: number): Operation<Page> => {
  const question: Question = {
    method: "GET",
    url: url(appId),
    query: { offset, limit: PAGE_SIZE },
  };
  return pipe(
    ask(question),
    RTE.filterOrElse(isOk, (response) => refuse(question, response)),
    RTE.chainEitherK(decodeBody(Page, question)),
  );
};

const pagesFrom = (to: Line, appId: string, offset: number): Operation<readonly Row[]> =>
  pipe(
    page(to, appId, offset),
    RTE.chain(({ segments }) =>
      segments.length < PAGE_SIZE
        ? RTE.right<unknown, Failure, readonly Row[]>(segments)
        : pipe(
            pagesFrom(to, appId, offset + segments.length),
            RTE.map((more) => [...segments, ...more]),
          ),
    ),
  );

const view =
  ({ url, ask, refuse }: Line): Client["view"] =>
  (appId, segmentId) => {
    const query = { "include-segment-detail": true };
    const question: Question = { method: "GET", url: url(appId, segmentId), query };
    return pipe(
      ask(question),
      RTE.chainEitherK((response): E.Either<Failure, O.Option<Definition>> => {
        if (response.status === 404) return E.right(O.none);
        if (!isOk(response)) return E.left(refuse(question, response));
        return pipe(
          decodeBody(Viewed, question)(response),
          E.map(({ payload, subscriber_count }) => O.some({ ...payload, subscriber_count })),
        );
      }),
    );
  };

const create =
  ({ url, ask, refuse }: Line): Client["create"] =>
  (appId, body) => {
    const question: Question = { method: "POST", url: url(appId), body };
    return pipe(
      ask(question),
      RTE.chainEitherK((response): E.Either<Failure, Conflict | Made> => {
        const conflict = conflictOf(response);
        if (O.isSome(conflict)) return E.right(conflict.value);
        if (!isOk(response)) return E.left(refuse(question, response));
        return pipe(
          decodeBody(Written, question)(response),
          E.map(({ id }): Made => ({ _tag: "Created", id })),
        );
      }),
    );
  };

/** Whether the segment was there; a 404 says that it was not, and everything else is a failure. */
const change =
  ({ url, ask, refuse }: Line, method: "PATCH" | "DELETE") =>
  (appId: string, segmentId: string, body?: Body): Operation<boolean> => {
    const question: Question = { method, url: url(appId, segmentId), ...(body ? { body } : {}) };
    return pipe(
      ask(question),
      RTE.filterOrElse(
        (response) => isOk(response) || response.status === 404,
        (response) => refuse(question, response),
      ),
      RTE.map(isOk),
    );
  };

export const client = (account: Account): Client => {
  const to = line(account);
  const rows = shared<readonly Row[]>(LIST_WINDOW_MS, Date.now);
  /** A write makes old what was listed before it. */
  const writing = <A>(appId: string, operation: Operation<A>): Operation<A> =>
    pipe(
      operation,
      RTE.map((result) => {
        rows.forget(appId);
        return result;
      }),
    );
  return {
    defaultAppId: account.defaultAppId,
    list: (appId) => rows.get(appId, pagesFrom(to, appId, 0)),
    view: view(to),
    create: (appId, body) => writing(appId, create(to)(appId, body)),
    update: (appId, segmentId, body) => writing(appId, change(to, "PATCH")(appId, segmentId, body)),
    delete: (appId, segmentId) => writing(appId, change(to, "DELETE")(appId, segmentId)),
  };
};
