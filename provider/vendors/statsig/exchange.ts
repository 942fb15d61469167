/** One request to Statsig: with the key, at the pace that the API allows, and again while a list is busy. */
import { pipe } from "fp-ts/function";
import * as RTE from "fp-ts/ReaderTaskEither";
import type { Failure, Operation } from "../../core/failure";
import { pace, realClock, rest } from "../../http/pace";
import { print, type Request, type Response } from "../../http/request";
import type { Account } from "./account";
import { toFailure } from "./answer";
import { limits } from "./limits";

/** What Statsig counts a request as. `idListWrite` is a write as well. */
export type Kind = "read" | "write" | "idListWrite";

export type Ask = Pick<Request, "method" | "query" | "body"> & {
  /** What follows `/console/v1/segments`, each part encoded here. */
  readonly path: readonly string[];
  readonly kind: Kind;
};

export interface Exchange {
  readonly ask: (ask: Ask) => Operation<Response>;
  /** What the answer was to, for messages. */
  readonly request: (ask: Ask) => Pick<Request, "method" | "url">;
  readonly refuse: (ask: Ask, response: Response) => Failure;
}

/** Reads are kept to the short window only, for newer documents do not count them at all. */
const WINDOWS = {
  read: ["all"],
  write: ["all", "writes"],
  idListWrite: ["all", "writes", "idListWrites"],
} as const;

const API_VERSION = "20240601";
const CONFLICT = 409;
const MOST_TRIES = 8;

const baseOf = (endpoint: string): string =>
  endpoint.replace(/\/+$/, "").replace(/\/console\/v1$/, "");

const headersOf = ({ apiKey, reviewSettings }: Account): Request["headers"] => ({
  "statsig-api-key": apiKey,
  "statsig-api-version": API_VERSION,
  "content-type": "application/json",
  accept: "application/json",
  ...(reviewSettings === undefined ? {} : { "x-respect-review-settings": reviewSettings }),
});

export const exchange = (account: Account): Exchange => {
  const { send, clock = realClock } = account;
  const base = baseOf(account.endpoint);
  const headers = headersOf(account);
  const { turn } = pace(limits.rates, clock);

  const request: Exchange["request"] = ({ method, path }) => ({
    method,
    url: [base, "console", "v1", "segments", ...path.map(encodeURIComponent)].join("/"),
  });

  /**
   * Every call may be repeated: a create carries its own id, and all others name what is to be. A list that is being updated
   * answers 409, as public clients know; nothing says for how long.
   */
  const attempt = (ask: Ask, number: number): Operation<Response> => {
    const { query, body, kind } = ask;
    const what = request(ask);
    const full: Request = {
      ...what,
      headers,
      repeatable: true,
      ...(query === undefined ? {} : { query }),
      ...(body === undefined ? {} : { body }),
    };
    const isPatient = kind === "idListWrite" && number < MOST_TRIES;
    return pipe(
      turn(print(what), WINDOWS[kind]),
      RTE.chain(() => send(full)),
      RTE.chain((response) =>
        response.status === CONFLICT && isPatient
          ? pipe(
              rest(print(what), 500 * 2 ** number, clock),
              RTE.chain(() => attempt(ask, number + 1)),
            )
          : RTE.right(response),
      ),
    );
  };

  return {
    request,
    ask: (ask) => attempt(ask, 0),
    refuse: (ask, response) => toFailure(print(request(ask)), response, account),
  };
};
