import { STATUS_CODES } from "node:http";
import type { Answer, RefusalShape } from "../vendor";

export type Operation = "create" | "list" | "view" | "update" | "delete";

/** `BasicErrorResponse` of OpenAPI 11.6, without the `success` that only some operations send. */
const plain = (status: number, errors: readonly string[]): Answer => ({ status, body: { errors } });

const failed = (status: number, errors: readonly string[]): Answer => ({
  status,
  body: { success: false, errors },
});

/** `StructuredErrorResponse` of OpenAPI 11.6. */
const structured = (status: number, code: string, titles: readonly string[]): Answer => ({
  status,
  body: { errors: titles.map((title) => ({ code, title, meta: {} })) },
});

export const written = (status: 200 | 201, id: string): Answer => ({
  status,
  body: { success: true, id },
});

export const removed: Answer = { status: 200, body: { success: true } };

/**
 * A 400 in the shape of its operation. Create shows `errors` alone in OpenAPI 11.6, but `success: false` beside it on
 * the v9 page, whose base path is the legacy one; so the path decides.
 */
export const invalid = (operation: Operation, path: string, errors: readonly string[]): Answer => {
  if (operation === "list") return structured(400, "Bad Request", errors);
  const withSuccess =
    operation === "update" || (operation === "create" && path.startsWith("/api/v1/"));
  return withSuccess ? failed(400, errors) : plain(400, errors);
};

/** View and update name the reason; delete answers `success: false` and nothing else ("Delete segment"). */
export const notFound = (operation: Operation): Answer => {
  if (operation === "delete") return { status: 404, body: { success: false } };
  return operation === "update"
    ? failed(404, ["segment not found"])
    : plain(404, ["segment not found"]);
};

/** "View segment". */
export const userBased =
  "User-based segments (with message event or custom event filters) are not yet supported via the API";

/** "Update segment". */
export const nameTaken = "Segment name is already taken.";

/** "Create Segments", v9. */
export const idTaken = "Segment with the given id already exists.";

export const usedId: Answer = failed(409, [idTaken]);

/** The text has no full stop inside `errors` on the segment pages, although "Rate limits" prints one. */
const throttled = (operation: Operation, shape: RefusalShape | undefined): Answer => {
  const documented = operation === "create" || operation === "view" ? "plain" : "structured";
  const headers = { "retry-after": "1" };
  switch (shape ?? documented) {
    case "structured":
      return { ...structured(429, "Rate Limit Exceeded", ["API rate limit exceeded"]), headers };
    case "limit":
      // `RateLimitError` of the official SDKs.
      return {
        status: 429,
        body: { errors: ["API rate limit exceeded"], limit: "1 per second" },
        headers,
      };
    case "plain":
      return { ...plain(429, ["API rate limit exceeded"]), headers };
  }
};

/** Create shows `errors` alone, update puts `success: false` before it. */
export const planForbids = (operation: Operation): Answer =>
  (operation === "update" ? failed : plain)(403, [
    "This API is not available for applications on your plan.",
  ]);

export const planIsFull: Answer = plain(422, [
  "You have reached the maximum number of segments allowed for your plan.",
]);

// The next three come from the vendor's key checks, which answer every operation in the basic shape: `reference` is
// "only emitted by the API-key auth error helpers" (OpenAPI 11.6, BasicErrorResponse).

export const missingHeader: Answer = plain(400, [
  "Please include a case-sensitive header of Authorization",
]);

/** Documented for a wrong app id or a missing Content-Type, which the vendor cannot tell apart ("Delete segment"). */
export const missingApp: Answer = {
  status: 400,
  body: {
    errors: ["app_id not found. You may be missing a Content-Type: application/json header."],
    reference: ["/docs/accounts-and-keys#section-keys-ids"],
  },
};

/** Printed for other operations; for segments OpenAPI 11.6 has a 403 for such keys, but no text of their own. */
export const accessDenied: Answer = plain(403, [
  "Access denied.  Please include an 'Authorization: ...' header with a valid API key (/docs/accounts-and-keys).",
]);

/** The documented answer for a status, as faults ask for it; statuses no page mentions get their standard phrase. */
export const refusal = (operation: Operation, status: number, shape?: RefusalShape): Answer => {
  switch (status) {
    case 400:
      return invalid(operation, "/apps/", ["The reason why the request was refused."]);
    case 403:
      return planForbids(operation);
    case 404:
      return notFound(operation);
    case 409:
      return usedId;
    case 422:
      return planIsFull;
    case 429:
      return throttled(operation, shape);
    case 503:
      return plain(503, ["Service temporarily unavailable"]);
    default:
      return plain(status, [STATUS_CODES[status] ?? `Status ${status}`]);
  }
};
