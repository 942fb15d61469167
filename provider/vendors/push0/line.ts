import type { Failure, Operation } from "../../core/failure";
import { print, type Request, type Response } from "../../http/request";
import type { Account } from "./account";
import { toFailure } from "./answer";

export type Question = Omit<Request, "headers" | "url"> & { readonly path: string };

/** How to talk to one account. */
export interface Line {
  readonly ask: (question: Question) => Operation<Response>;
  /** `GET https://api.push0.com/v1/segments`, as failures name it. */
  readonly name: (question: Question) => Pick<Request, "method" | "url">;
  readonly refuse: (question: Question, response: Response) => Failure;
}

/** The one path of the API. */
export const SEGMENTS = "/segments";

export const line = (account: Account): Line => {
  const base = account.endpoint.replace(/\/+$/, "");
  // Both headers on every request: Push0 answers 400 even to a GET without Content-Type.
  const headers = {
    authorization: `Bearer ${account.apiKey}`,
    "content-type": "application/json",
    accept: "application/json",
  };
  const name: Line["name"] = ({ method, path }) => ({ method, url: `${base}${path}` });
  return {
    ask: ({ path, ...question }) => account.send({ ...question, url: `${base}${path}`, headers }),
    name,
    refuse: (question, response) => toFailure(print(name(question)), response, account),
  };
};
