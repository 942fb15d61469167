import type { Json } from "./json";

/** What a vendor's code sees of a request: no sockets, no framework, so a handler is a plain function. */
export interface Call {
  readonly path: string;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** What goes back. `text` stands in for `body` where the answer is not JSON. */
export interface Answer {
  readonly status: number;
  readonly body?: Json;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface Route {
  readonly operation: string;
  readonly method: Method;
  /** In the vendor's own spelling with `:name` for parameters; it is also the key of the request counters. */
  readonly path: string;
  readonly handle: (call: Call) => Answer;
}

/** The body shapes in which vendors dress one and the same refusal. */
export const refusalShapes = ["plain", "structured", "limit"] as const;
export type RefusalShape = (typeof refusalShapes)[number];

/** One folder of the emulator: a vendor's paths, its refusals, and a door for what happens in its dashboard. */
export interface Vendor {
  readonly name: string;
  readonly routes: readonly Route[];
  /** The documented answer of an operation for a status; injected faults use it. */
  readonly refusal: (operation: string, status: number, shape?: RefusalShape) => Answer;
  /** Fills the default dashboard of every app, as a quickstart wants to find it. */
  readonly furnish: () => void;
}
