/** What Push0's answers mean. Neither bodies of errors nor that of a create are documented; all are read, none is relied on. */
import * as O from "fp-ts/Option";
import type { Failure } from "../../core/failure";
import { show } from "../../core/wording";
import type { Response } from "../../http/request";
import type { Account } from "./account";

const isObject = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === "object" && u !== null && !Array.isArray(u);

/** The page says of a create: "Returns segment id or error message". One word with an underscore is an id, anything else is not. */
const ID = /^[A-Za-z]{1,12}_[\w-]{4,64}$/;

const ID_KEYS = ["id", "segmentId", "data", "segment"];

/** The new id, wherever it stands: as the body, as its `id`, or one level down. */
export const idIn = (body: unknown, depth = 2): O.Option<string> => {
  if (typeof body === "string") {
    const id = body.trim();
    return ID.test(id) ? O.some(id) : O.none;
  }
  if (depth === 0) return O.none;
  if (Array.isArray(body)) return body.length === 1 ? idIn(body[0], depth - 1) : O.none;
  if (!isObject(body)) return O.none;
  return ID_KEYS.map((key) => idIn(body[key], depth - 1)).find(O.isSome) ?? O.none;
};

const LONGEST_REASON = 300;

const TEXT_KEYS = ["message", "error", "errors", "title", "detail"];

/** Sentences of an error body, in any of the usual shapes. A page of HTML is no sentence. */
export const reasonsIn = (body: unknown, depth = 3): readonly string[] => {
  if (typeof body === "string") {
    const text = body.trim();
    return text === "" || text.startsWith("<") ? [] : [text.slice(0, LONGEST_REASON)];
  }
  if (depth === 0) return [];
  if (Array.isArray(body)) return body.flatMap((item) => reasonsIn(item, depth - 1));
  return isObject(body) ? TEXT_KEYS.flatMap((key) => reasonsIn(body[key], depth - 1)) : [];
};

export const isOk = ({ status }: Response): boolean => 200 <= status && status < 300;

const REQUEST_TIMEOUT = 408;

/** A refusal as one of ours, with what to do about it. */
export const toFailure = (
  request: string,
  { status, body }: Response,
  { keyPlace, endpointPlace }: Pick<Account, "keyPlace" | "endpointPlace">,
): Failure => {
  const reasons = reasonsIn(body);
  const refused = (remedy: string): Failure => ({
    _tag: "Refused",
    request,
    status,
    reasons,
    remedy,
  });
  // Both are documented, in the same words: a wrong or unknown key, or an unknown account.
  if (status === 401 || status === 403) {
    return { _tag: "Unauthorized", request, reasons, place: keyPlace };
  }
  // Documented as a timeout of Push0's own; http does not repeat it.
  if (status === REQUEST_TIMEOUT) return { _tag: "Unavailable", request, status, attempts: 1 };
  if (status === 404 || status === 405) {
    return refused(
      `Check audiences:${endpointPlace.key}: Push0's pages name both https://api.push0.com/v1 and /api/v1.`,
    );
  }
  return refused("Nothing was changed by this request.");
};

/** A create that was answered with success, but not with an id: perhaps an error message, perhaps another shape. */
export const unreadable = (request: string, { body }: Response): Failure => ({
  _tag: "Unexpected",
  request,
  problem: `no segment id is in the answer ${show(typeof body === "string" ? body : JSON.stringify(body))}`,
});
