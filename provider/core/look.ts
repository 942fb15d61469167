/** Looking at segments whoever owns them, for functions and listings. Claims nothing and writes nothing. */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RTE from "fp-ts/ReaderTaskEither";
import type { Failure } from "./failure";
import type { Found, Lifecycle, Looked, Operations, Scope } from "./lifecycle";
import { matches, queryProblems, withoutNull } from "./query";
import { type Bag, withoutAbsent } from "./value";

/** A lifecycle and the account in which it looks. */
export interface Eye<Args extends Bag, Client> extends Scope {
  readonly lifecycle: Lifecycle<Args, Client>;
  readonly client: Client;
}

export const look =
  <Args extends Bag, Client>({ lifecycle, client }: Eye<Args, Client>): Operations["look"] =>
  ({ id, account, listed: row }) => {
    const { audience: name } = lifecycle.model;
    const told = ({ id: found, args, computed, audience }: Found): Looked => {
      const size = name === undefined ? {} : { [name.property]: audience };
      const outputs = { ...args, ...lifecycle.derive(args), ...computed, ...size };
      return { id: found, outputs: withoutAbsent(outputs) };
    };
    const request = { id, urn: "", inputs: undefined, outputs: undefined, account, listed: row };
    return pipe(lifecycle.read(client)(id, request), RTE.map(O.map(told)));
  };

export const listed =
  <Args extends Bag, Client>({
    lifecycle,
    client,
    settings,
  }: Eye<Args, Client>): Operations["list"] =>
  (query) => {
    const failures = queryProblems("the query", lifecycle.model, query, { settings });
    if (failures.length > 0) {
      const failure: Failure = { _tag: "InvalidInput", failures };
      return RTE.left(failure);
    }
    const given = withoutNull(query);
    return pipe(
      lifecycle.list(client)(given),
      RTE.map((rows) => rows.filter(matches(given))),
    );
  };
