/** One HTTP request, as data. What must not be seen is in `headers` only, and headers are never printed. */
export interface Request {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  readonly url: string;
  readonly query?: { readonly [name: string]: string | number | boolean };
  readonly headers: { readonly [name: string]: string };
  readonly body?: unknown;
  /** Whether sending it twice does no more than sending it once, so that a lost answer may be followed by another try. */
  readonly repeatable: boolean;
}

/** An answer. The body is what the vendor sent, parsed when it is JSON; whether it is understood is the client's business. */
export interface Response {
  readonly status: number;
  readonly headers: { readonly [name: string]: string | undefined };
  readonly body: unknown;
}

/** `POST https://api.example.com/segments`: how messages name a request. Neither headers nor query, which could hold a key. */
export const print = ({ method, url }: Pick<Request, "method" | "url">): string =>
  `${method} ${url}`;
