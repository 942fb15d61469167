import { isObject, type Json } from "./json";
import {
  either,
  json,
  nullable,
  objectOf,
  oneOf,
  optional,
  type Reader,
  Refusal,
  text,
  whole,
} from "./read";
import { type RefusalShape, refusalShapes } from "./vendor";

/** Which requests a fault strikes; what is left out matches everything. */
export interface FaultMatch {
  readonly vendor?: string | undefined;
  /** The word of the request log: `create`, `list`, `view`, `update` or `delete`. */
  readonly operation?: string | undefined;
  readonly method?: string | undefined;
  /** The whole path without query; `*` stands for any run of characters. */
  readonly path?: string | undefined;
  /** The first matching request that is struck, counted from 1 (the default). */
  readonly nth?: number | undefined;
  /** How many requests are struck from there on; default 1. */
  readonly count?: number | "always" | undefined;
}

export interface Replacement {
  readonly body?: Json | undefined;
  /** Instead of `body`, for answers that are no JSON; may be empty. */
  readonly text?: string | undefined;
  readonly contentType?: string | undefined;
}

/**
 * - `status`: refused before anything is written, with the documented body of that operation unless one is given.
 *   `retryAfter` is in seconds; a 429 carries 1 unless told otherwise, null leaves the header out.
 * - `slow`: waits, then goes on as usual.
 * - `cut-before-write`, `cut-after-write`: the connection is reset; only in the second case has the vendor obeyed.
 * - `body`: the vendor obeys, then another status or body is answered, such as a gateway's 502 page.
 */
export type Fault = FaultMatch &
  (
    | ({
        readonly kind: "status";
        readonly status: number;
        readonly shape?: RefusalShape | undefined;
        readonly retryAfter?: number | string | null | undefined;
      } & Replacement)
    | {
        readonly kind: "slow";
        readonly ms: number;
        readonly when?: "before-write" | "after-write" | undefined;
      }
    | { readonly kind: "cut-before-write" }
    | { readonly kind: "cut-after-write" }
    | ({ readonly kind: "body"; readonly status?: number | undefined } & Replacement)
  );

const match = {
  vendor: optional(text),
  operation: optional(text),
  method: optional(text),
  path: optional(text),
  nth: optional(whole(1)),
  count: optional(either(whole(1), oneOf("always"), 'a whole number from 1 or "always"')),
};

const replacement = { body: optional(json), text: optional(text), contentType: optional(text) };

const status = whole(200, 599);
const retryAfter = either(whole(0), text, "whole seconds, a date as text, or null");

const readers: { readonly [K in Fault["kind"]]: Reader<Fault> } = {
  status: objectOf({
    ...match,
    ...replacement,
    kind: oneOf("status"),
    status,
    shape: optional(oneOf(...refusalShapes)),
    retryAfter: optional(nullable(retryAfter)),
  }),
  slow: objectOf({
    ...match,
    kind: oneOf("slow"),
    ms: whole(0, 600_000),
    when: optional(oneOf("before-write", "after-write")),
  }),
  "cut-before-write": objectOf({ ...match, kind: oneOf("cut-before-write") }),
  "cut-after-write": objectOf({ ...match, kind: oneOf("cut-after-write") }),
  body: objectOf({ ...match, ...replacement, kind: oneOf("body"), status: optional(status) }),
};

const kind = oneOf("status", "slow", "cut-before-write", "cut-after-write", "body");

/** Reads one fault from a control body; the kind decides which other keys are known. */
export const readFault: Reader<Fault> = (value, at) => {
  if (!isObject(value))
    throw new Refusal(`${at} must be a fault such as {"kind":"status","status":503}.`);
  return readers[kind(value["kind"], `${at}.kind`)](value, at);
};
