/** The endpoints of Statsig's Console API for segments. Source: its OpenAPI 20240601, and the pages "Segments". */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RTE from "fp-ts/ReaderTaskEither";
import type * as t from "io-ts";
import type { Operation } from "../../core/failure";
import type { Bag } from "../../core/value";
import { decodeBody } from "../../http/answer";
import { realClock } from "../../http/pace";
import type { Response } from "../../http/request";
import type { Account } from "./account";
import { isTaken, reasonsOf } from "./answer";
import { type Dto, One, Page } from "./codec";
import { type Ask, type Exchange, exchange } from "./exchange";
import { type Listing, listing } from "./listing";
import { type MemberClient, memberClient } from "./member/client";
import { warnings } from "./references";

export type CreateOutcome =
  | { readonly _tag: "Created"; readonly segment: Dto }
  /** The id or the name is used by something: a segment, perhaps an archived one, or a gate. */
  | { readonly _tag: "Taken"; readonly reasons: readonly string[] };

export interface Client {
  readonly list: Listing["all"];
  /** Says which segments refer to this one, before it goes. */
  readonly warnOfReferrers: (id: string) => Operation<void>;
  readonly view: (id: string) => Operation<O.Option<Dto>>;
  /** As it is now, whatever was listed before. */
  readonly fetch: (id: string) => Operation<O.Option<Dto>>;
  readonly create: (body: Bag) => Operation<CreateOutcome>;
  /** The segment as it is then, where the answer shows it; none when there is no such segment any more. */
  readonly setRules: (id: string, rules: readonly Bag[]) => Operation<O.Option<Partial<Dto>>>;
  readonly remove: (id: string, how: "delete" | "archive") => Operation<void>;
  readonly members: MemberClient;
}

/** What is documented as the most on sibling endpoints, and taken for the default here. */
const PAGE_SIZE = 100;

const isOk = ({ status }: Response): boolean => 200 <= status && status < 300;

/** The decoded answer; a refusal is a failure. */
export const answered =
  ({ ask, request, refuse }: Exchange) =>
  <A>(codec: t.Type<A, unknown>, what: Ask): Operation<A> =>
    pipe(
      ask(what),
      RTE.filterOrElse(isOk, (response) => refuse(what, response)),
      RTE.chainEitherKW(decodeBody(codec, request(what))),
    );

const pageFrom = (exchanged: Exchange, page: number): Operation<readonly Dto[]> =>
  pipe(
    answered(exchanged)(Page, {
      method: "GET",
      path: [],
      query: { limit: PAGE_SIZE, page },
      kind: "read",
    }),
    RTE.chain(({ data, pagination }) => {
      const isLast = data.length === 0 || typeof pagination?.nextPage !== "string";
      if (isLast) return RTE.right(data);
      return pipe(
        pageFrom(exchanged, page + 1),
        RTE.map((more): readonly Dto[] => [...data, ...more]),
      );
    }),
  );

const fetchFrom =
  (exchanged: Exchange): Client["fetch"] =>
  (id) => {
    const what: Ask = { method: "GET", path: [id], kind: "read" };
    return pipe(
      exchanged.ask(what),
      RTE.chain((response): Operation<O.Option<Dto>> => {
        if (response.status === 404) return RTE.right(O.none);
        if (!isOk(response)) return RTE.left(exchanged.refuse(what, response));
        return pipe(
          RTE.fromEither(decodeBody(One, exchanged.request(what))(response)),
          RTE.map(({ data }) => O.some(data)),
        );
      }),
    );
  };

const createFrom =
  (exchanged: Exchange): Client["create"] =>
  (body) => {
    const what: Ask = { method: "POST", path: [], body, kind: "write" };
    return pipe(
      exchanged.ask(what),
      RTE.chain((response): Operation<CreateOutcome> => {
        if (isTaken(response)) return RTE.right({ _tag: "Taken", reasons: reasonsOf(response) });
        if (!isOk(response)) return RTE.left(exchanged.refuse(what, response));
        return pipe(
          RTE.fromEither(decodeBody(One, exchanged.request(what))(response)),
          RTE.map(({ data }) => ({ _tag: "Created", segment: data })),
        );
      }),
    );
  };

/** A write that may find nothing there: none then. By schema some answers hold the segment; the examples show a message. */
const written = (exchanged: Exchange, what: Ask): Operation<O.Option<Partial<Dto>>> =>
  pipe(
    exchanged.ask(what),
    RTE.chain((response): Operation<O.Option<Partial<Dto>>> => {
      if (response.status === 404) return RTE.right(O.none);
      if (!isOk(response)) return RTE.left(exchanged.refuse(what, response));
      const shown = One.decode(response.body);
      return RTE.right(O.some(E.isRight(shown) ? shown.right.data : {}));
    }),
  );

const removal = (id: string, how: "delete" | "archive"): Ask =>
  how === "archive"
    ? { method: "PUT", path: [id, "archive"], kind: "write" }
    : { method: "DELETE", path: [id], kind: "write" };

export const client = (account: Account): Client => {
  const exchanged = exchange(account);
  const { now } = account.clock ?? realClock;
  const fetch = fetchFrom(exchanged);
  const segments = listing(pageFrom(exchanged, 1), fetch, now);
  return {
    list: segments.all,
    warnOfReferrers: warnings(segments.recent),
    view: segments.one,
    fetch,
    create: (body) =>
      pipe(
        createFrom(exchanged)(body),
        RTE.map((outcome) => {
          segments.wrote(String(body["id"]));
          return outcome;
        }),
      ),
    setRules: (id, rules) =>
      pipe(
        written(exchanged, {
          method: "POST",
          path: [id, "conditional"],
          body: rules,
          kind: "write",
        }),
        RTE.map((answer) => {
          segments.wrote(id);
          return answer;
        }),
      ),
    remove: (id, how) =>
      pipe(
        written(exchanged, removal(id, how)),
        RTE.map(() => segments.deleted(id)),
      ),
    members: memberClient(exchanged, segments.wrote),
  };
};
