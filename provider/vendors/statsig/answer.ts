/** What Statsig's refusals mean. Exact texts are not documented, so they are read by status first, and by words where they must be. */
import * as E from "fp-ts/Either";
import * as t from "io-ts";
import type { Failure } from "../../core/failure";
import type { Response } from "../../http/request";
import type { Account } from "./account";
import { Refusal } from "./codec";

const Message = t.type({ message: t.string });

/** `errors` was seen as a list of sentences or objects; an object of lists by field is what form validators answer. */
const sentences = (errors: unknown): readonly string[] => {
  if (typeof errors === "string") return [errors];
  if (Message.is(errors)) return [errors.message];
  if (typeof errors !== "object" || errors === null) return [];
  return Object.values(errors).flatMap(sentences);
};

/** The sentences of an error body, each once; none when it is empty or no JSON. */
export const reasonsOf = ({ body }: Response): readonly string[] => {
  const decoded = Refusal.decode(body);
  if (E.isLeft(decoded)) return [];
  const { message, errors } = decoded.right;
  return [...new Set([...(message === undefined ? [] : [message]), ...sentences(errors)])];
};

const TAKEN = /already (exists|in use|taken)|must be unique|duplicate/i;

/** That the id or the name is used: 409, or 400 with words that say so. */
export const isTaken = (response: Response): boolean =>
  response.status === 409 || (response.status === 400 && TAKEN.test(reasonsOf(response).join(" ")));

const refused = (
  request: string,
  { status }: Response,
  reasons: readonly string[],
  remedy: string,
): Failure => ({ _tag: "Refused", request, status, reasons, remedy });

const REVIEW = /review/i;
const TAG = /\btags?\b/i;

/** A refusal as one of ours, with what to do about it. */
export const toFailure = (
  request: string,
  response: Response,
  { keyPlace }: Pick<Account, "keyPlace">,
): Failure => {
  const reasons = reasonsOf(response);
  const said = reasons.join(" ");
  const { status } = response;
  if (status === 401) return { _tag: "Unauthorized", request, reasons, place: keyPlace };
  if (REVIEW.test(said)) {
    const remedy =
      "The project wants changes to be reviewed. Approve the change in Statsig's console and run the command again.";
    return refused(request, response, reasons, remedy);
  }
  if (status === 403) return { _tag: "PlanForbids", request, reasons };
  if (status === 400 && TAG.test(said)) {
    return refused(request, response, reasons, "Create the tag in Statsig's console first.");
  }
  return refused(request, response, reasons, "Nothing was changed by this request.");
};
