/** The endpoints for the ids of a list. Source: Statsig's OpenAPI 20240601, and the newest page on removing ids. */
import { pipe } from "fp-ts/function";
import * as RTE from "fp-ts/ReaderTaskEither";
import type { Operation } from "../../../core/failure";
import { decodeBody } from "../../../http/answer";
import type { Response } from "../../../http/request";
import { IdPage } from "../codec";
import type { Ask, Exchange } from "../exchange";
import type { ListType } from "../limits";

export interface Ids {
  readonly ids: readonly string[];
  readonly isLast: boolean;
}

export interface MemberClient {
  /** One page of the ids of a list, counted from 1. */
  readonly page: (segmentId: string, page: number) => Operation<Ids>;
  /** Adds ids; those that are there already stay. */
  readonly add: (segmentId: string, type: ListType, ids: readonly string[]) => Operation<void>;
  readonly remove: (segmentId: string, type: ListType, ids: readonly string[]) => Operation<void>;
}

/** The largest page is not documented. A size that is refused is followed by the one that the sibling endpoints show. */
const PAGE_SIZES = [10_000, 100] as const;

const isOk = ({ status }: Response): boolean => 200 <= status && status < 300;

const pageOf = (segmentId: string, page: number, limit: number): Ask => ({
  method: "GET",
  path: [segmentId, "id_list"],
  query: { limit, page },
  kind: "read",
});

/** A list of the user store has endpoints of its own, which take fewer ids at a time. */
const additionOf = (id: string, type: ListType, ids: readonly string[]): Ask => {
  const path = [id, type === "id_list" ? "id_list" : "add_ids"];
  return { method: "PATCH", path, body: { ids }, kind: "idListWrite" };
};

/** DELETE with a body: older and newest documents have it, the specification of 2026-05 forgot it. */
const removalOf = (id: string, type: ListType, ids: readonly string[]): Ask =>
  type === "id_list"
    ? { method: "DELETE", path: [id, "id_list"], body: { ids }, kind: "idListWrite" }
    : { method: "PATCH", path: [id, "remove_ids"], body: { ids }, kind: "idListWrite" };

export const memberClient = (
  { ask, request, refuse }: Exchange,
  wrote: (segmentId: string) => void,
): MemberClient => {
  let size: number = PAGE_SIZES[0];
  const pageAt: MemberClient["page"] = (segmentId, page) => (call) => {
    const what = pageOf(segmentId, page, size);
    return pipe(
      ask(what),
      RTE.chain((response): Operation<Ids> => {
        // A smaller page can only take the place of the first: later ones would begin elsewhere.
        if (response.status === 400 && page === 1 && size !== PAGE_SIZES[1]) {
          size = PAGE_SIZES[1];
          return pageAt(segmentId, page);
        }
        if (!isOk(response)) return RTE.left(refuse(what, response));
        return pipe(
          RTE.fromEither(decodeBody(IdPage, request(what))(response)),
          RTE.map(({ data: { ids }, pagination }) => ({
            ids,
            isLast: ids.length === 0 || typeof pagination?.nextPage !== "string",
          })),
        );
      }),
    )(call);
  };
  const write = (segmentId: string, what: Ask): Operation<void> =>
    pipe(
      ask(what),
      RTE.filterOrElse(isOk, (response) => refuse(what, response)),
      RTE.map(() => wrote(segmentId)),
    );
  return {
    page: pageAt,
    add: (segmentId, type, ids) => write(segmentId, additionOf(segmentId, type, ids)),
    remove: (segmentId, type, ids) => write(segmentId, removalOf(segmentId, type, ids)),
  };
};
