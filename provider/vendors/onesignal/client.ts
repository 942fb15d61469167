/**
 * The five endpoints of OneSignal's segment API. Sources: "Create segment", "View segments", "View segment", "Update segment",
 * "Delete segment", OpenAPI 11.6; the v1 base and `Basic` from "Create Segments" v9.
 */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RTE from "fp-ts/ReaderTaskEither";
import type { Failure, Operation } from "../../core/failure";
import { decodeBody } from "../../http/answer";
import { print, type Request, type Response } from "../../http/request";
import { shared } from "../../http/shared";
import type { Account } from "./account";
import { type Conflict, conflictOf, toFailure } from "./answer";
import { Page, type Row, Viewed, Written } from "./codec";
import { isLegacy } from "./endpoint";
import type { WireEntry } from "./filter/wire";

export interface Body {
  readonly id?: string;
  readonly name: string;
  readonly description?: string;
  readonly filters?: readonly WireEntry[];
}

export interface Client {
  readonly defaultAppId: string | undefined;
  /** Every segment of the app, oldest first; asked once, however many want to know at the same time. */
  readonly list: (appId: string) => Operation<readonly Row[]>;
  readonly view: (appId: string, segmentId: string) => Operation<O.Option<Viewed["payload"]>>;
  /** The new id, or that the id or the name is taken. */
  readonly create: (
    appId: string,
    body: Body,
  ) => Operation<Conflict | { readonly _tag: "Created"; readonly id: string }>;
  /** False when there is no such segment any more. */
  readonly update: (appId: string, segmentId: string, body: Body) => Operation<boolean>;
  readonly delete: (appId: string, segmentId: string) => Operation<void>;
}

const PAGE_SIZE = 300;

/** A listing serves all who ask within this time, unless something is written in between. */
const LIST_WINDOW_MS = 5_000;

const isOk = ({ status }: Response): boolean => 200 <= status && status < 300;

export const client = (account: Account): Client => {
  const { endpoint, apiKey, send } = account;
  const base = endpoint.replace(/\/+$/, "");
  const headers = {
    authorization: `${isLegacy(endpoint) ? "Basic" : "Key"} ${apiKey}`,
    "content-type": "application/json; charset=utf-8",
    accept: "application/json",
  };
  const url = (appId: string, segmentId?: string): string =>
    [base, "apps", encodeURIComponent(appId), "segments"]
      .concat(segmentId === undefined ? [] : [encodeURIComponent(segmentId)])
      .join("/");

  /** Every call may be repeated: a create carries its own id, the others name what they change. */
  const ask = (request: Omit<Request, "headers" | "repeatable">): Operation<Response> =>
    send({ ...request, headers, repeatable: true });

  const refuse = (request: Pick<Request, "method" | "url">, response: Response): Failure =>
    toFailure(print(request), response, account);

  const page = (appId: string, offset: number): Operation<readonly Row[]> => {
    const request = {
      method: "GET",
      url: url(appId),
      query: { offset, limit: PAGE_SIZE },
    } as const;
    return pipe(
      ask(request),
      RTE.filterOrElse(isOk, (response) => refuse(request, response)),
      RTE.chainEitherK(decodeBody(Page, request)),
      RTE.map(({ segments }) => segments),
    );
  };

  const pagesFrom = (appId: string, offset: number): Operation<readonly Row[]> =>
    pipe(
      page(appId, offset),
      RTE.chain((rows) =>
        rows.length < PAGE_SIZE
          ? RTE.right(rows)
          : pipe(
              pagesFrom(appId, offset + rows.length),
              RTE.map((more) => [...rows, ...more]),
            ),
      ),
    );

  const rows = shared<readonly Row[]>(LIST_WINDOW_MS, Date.now);

  /** A write makes what was listed before old. */
  const write = (
    appId: string,
    request: Omit<Request, "headers" | "repeatable">,
  ): Operation<Response> =>
    pipe(
      ask(request),
      RTE.map((response) => {
        rows.forget(appId);
        return response;
      }),
    );

  return {
    defaultAppId: account.defaultAppId,
    list: (appId) => rows.get(appId, pagesFrom(appId, 0)),
    view: (appId, segmentId) => {
      const query = { "include-segment-detail": true };
      const request = { method: "GET", url: url(appId, segmentId), query } as const;
      return pipe(
        ask(request),
        RTE.chain((response) => {
          if (response.status === 404) return RTE.right(O.none);
          if (!isOk(response)) return RTE.left(refuse(request, response));
          const viewed = decodeBody(Viewed, request)(response);
          return pipe(
            RTE.fromEither(viewed),
            RTE.map(({ payload }) => O.some(payload)),
          );
        }),
      );
    },
    create: (appId, body) => {
      const request = { method: "POST", url: url(appId), body } as const;
      return pipe(
        write(appId, request),
        RTE.chain((response) => {
          const conflict = conflictOf(response);
          if (O.isSome(conflict)) return RTE.right(conflict.value);
          if (!isOk(response)) return RTE.left(refuse(request, response));
          return pipe(
            RTE.fromEither(decodeBody(Written, request)(response)),
            RTE.map(({ id }) => ({ _tag: "Created" as const, id })),
          );
        }),
      );
    },
    update: (appId, segmentId, body) => {
      const request = { method: "PATCH", url: url(appId, segmentId), body } as const;
      return pipe(
        write(appId, request),
        RTE.chain((response) => {
          if (response.status === 404) return RTE.right(false);
          return isOk(response) ? RTE.right(true) : RTE.left(refuse(request, response));
        }),
      );
    },
    delete: (appId, segmentId) => {
      const request = { method: "DELETE", url: url(appId, segmentId) } as const;
      return pipe(
        write(appId, request),
        RTE.chain((response) =>
          isOk(response) || response.status === 404
            ? RTE.right(undefined)
            : RTE.left(refuse(request, response)),
        ),
      );
    },
  };
};
