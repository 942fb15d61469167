/** What an adopting create would meet, so that a preview can tell. Reads, and never writes or claims. */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RTE from "fp-ts/ReaderTaskEither";
import type { Failure, Operation } from "./failure";
import { changesOf, obstacleOf } from "./foreseen";
import type { Foresight, Found, Model, Operations } from "./lifecycle";
import type { Eye } from "./look";
import { accountOf } from "./query";
import { type Bag, isUnknown } from "./value";

/** The input by which a program asks for adoption, the same for every vendor. */
const ADOPT = "adopt";

const named = (model: Model, mark: "autonamed" | "vendorsChoice"): string | undefined =>
  Object.keys(model.facts).find((property) => model.facts[property]?.[mark] === true);

const textAt = (inputs: Bag, property: string | undefined): string | undefined => {
  const value = property === undefined ? undefined : inputs[property];
  return typeof value === "string" ? value : undefined;
};

/** A create meets the segment that has the id it asks for, and else the one that has the name. */
const byDefault =
  <Args extends Bag, Client>({ lifecycle, client }: Eye<Args, Client>) =>
  (inputs: Bag): Operation<O.Option<Found>> => {
    const { model } = lifecycle;
    const account = accountOf(model, inputs);
    const read = (id: string | undefined): Operation<O.Option<Found>> => {
      if (id === undefined) return RTE.right(O.none);
      const request = { id, urn: "", inputs: undefined, outputs: undefined, account };
      return lifecycle.read(client)(id, request);
    };
    const name = textAt(inputs, named(model, "autonamed"));
    const byName = pipe(
      lifecycle.list(client)(account),
      RTE.map((rows) => rows.filter((row) => row.name === name).map(({ id }) => id)),
      RTE.filterOrElse(
        (ids) => ids.length < 2,
        (ids): Failure => ({ _tag: "Ambiguous", subject: JSON.stringify(name), ids }),
      ),
      RTE.chain(([id]) => read(id)),
    );
    return pipe(
      read(textAt(inputs, named(model, "vendorsChoice"))),
      RTE.chain((found) => (O.isSome(found) ? RTE.right(found) : byName)),
    );
  };

export const foresee =
  <Args extends Bag, Client>(eye: Eye<Args, Client>): Operations["foresee"] =>
  (inputs) => {
    const { lifecycle, client } = eye;
    const name = textAt(inputs, named(lifecycle.model, "autonamed"));
    const where = Object.values(accountOf(lifecycle.model, inputs));
    if (inputs[ADOPT] !== true || name === undefined || where.some(isUnknown)) {
      return RTE.right(O.none);
    }
    const find = lifecycle.foresee?.(client) ?? byDefault(eye);
    const none: Foresight = { name, id: undefined, changes: [], obstacle: O.none };
    const told = (found: Found): Foresight => {
      const changes = changesOf(eye, found, inputs);
      return { name, id: found.id, changes, obstacle: obstacleOf(eye, found, changes) };
    };
    const torn = (failure: Failure): Operation<O.Option<Foresight>> =>
      failure._tag === "Ambiguous"
        ? RTE.right(O.some({ ...none, obstacle: O.some(failure) }))
        : RTE.left(failure);
    return pipe(
      find(inputs),
      RTE.map(
        O.match(
          () => O.some(none),
          (found) => O.some(told(found)),
        ),
      ),
      RTE.orElse(torn),
    );
  };
