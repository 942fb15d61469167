import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import type * as t from "io-ts";
import type { Failure } from "../core/failure";
import { print as printPath } from "../core/path";
import { fromErrors } from "../core/problem";
import { print, type Request, type Response } from "./request";

/** Reads an answer as `codec`, which asks only for what is used; an answer that lacks it is a failure and never half a segment. */
export const decodeBody =
  <A>(codec: t.Type<A, unknown>, request: Pick<Request, "method" | "url">) =>
  ({ body }: Response): E.Either<Failure, A> =>
    pipe(
      codec.decode(body),
      E.mapLeft((errors): Failure => {
        const [first] = fromErrors(errors);
        const where = first === undefined ? "the body" : printPath(first.path) || "the body";
        const problem = `${where} ${first?.problem ?? "is not as documented"} (expected ${codec.name})`;
        return { _tag: "Unexpected", request: print(request), problem };
      }),
    );
