import { STATUS_CODES } from "node:http";
import type { Answer } from "../vendor";
import type { Push0Settings } from "./settings";

export type Operation = "create" | "list" | "update" | "delete";

const plain = { "content-type": "text/plain; charset=utf-8" };

/** An error in the shape that is set. No page shows one; create is said to return an "error message". */
export const failed = (status: number, message: string, { errorShape }: Push0Settings): Answer =>
  errorShape === "text" ? { status, text: message, headers: plain } : { status, body: { message } };

/** What was sent is refused; 400 is a guess, since "Authentication" has it for a missing Content-Type only. */
export const refused = (errors: readonly string[], settings: Push0Settings, status = 400): Answer =>
  failed(settings.refusalsAre200 ? 200 : status, errors.join("; "), settings);

/** The new id, in the shape that is set. */
export const created = (id: string, { createAnswer, createStatus }: Push0Settings): Answer => {
  switch (createAnswer) {
    case "text":
      return { status: createStatus, text: id, headers: plain };
    case "json-text":
      return { status: createStatus, body: id };
    case "object":
      return { status: createStatus, body: { id } };
    case "data":
      return { status: createStatus, body: { data: { id } } };
  }
};

/** The words of "Authentication", its slip in the first one included. */
const words: ReadonlyMap<number, string> = new Map([
  [400, "Missing Content-Typ: application/json"],
  [401, "Incorrect or not found YOUR_API_KEY or account with YOUR_API_KEY not found"],
  [403, "Incorrect or not found YOUR_API_KEY or account with YOUR_API_KEY not found"],
  [408, "Request Timeout"],
  [429, "Too many requests in given period of time"],
  [500, "Something happened on our side. Don't panic"],
]);

/** The documented words for a status; others get their standard phrase. A 429 has no `Retry-After`: none is documented. */
export const refusal = (status: number, settings: Push0Settings): Answer =>
  failed(status, words.get(status) ?? STATUS_CODES[status] ?? `Status ${status}`, settings);

/** An id that is not there, for update and delete. The status is a guess. */
export const notFound = (settings: Push0Settings): Answer =>
  failed(404, "Segment not found", settings);

/** A path or method that the API does not have. */
export const noRoute = (method: string, path: string, settings: Push0Settings): Answer =>
  failed(404, `Cannot ${method} ${path}`, settings);
