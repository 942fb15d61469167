/** What an adopting create would meet, so that a preview can tell. Reads, and never writes or claims. */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RTE from "fp-ts/ReaderTaskEither";
import { compare } from "./diff";
import type { Operation } from "./failure";
import {
  type ForeseenChange,
  type Foresight,
  type Found,
  inputNames,
  type Model,
  type Operations,
} from "./lifecycle";
import type { Eye } from "./look";
import { accountOf } from "./query";
import { type Bag, hasUnknown, isUnknown } from "./value";

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
      RTE.chain((rows) => read(rows.find((row) => row.name === name)?.id)),
    );
    return pipe(
      read(textAt(inputs, named(model, "vendorsChoice"))),
      RTE.chain((found) => (O.isSome(found) ? RTE.right(found) : byName)),
    );
  };

/** What a program may change of a segment that is there: not where it is, and not which id it has. */
const isOpen = (model: Model, inputs: Bag, property: string): boolean => {
  const { local, setting, vendorsChoice } = model.facts[property] ?? {};
  if (local === true || setting !== undefined) return false;
  return vendorsChoice !== true || inputs[property] !== undefined;
};

/** The output that says a property in words. */
const wordsFor = ({ facts }: Model, property: string): string | undefined =>
  Object.keys(facts).find((output) => facts[output]?.derivedFrom?.includes(property));

const changesOf = <Args extends Bag, Client>(
  { lifecycle, settings }: Eye<Args, Client>,
  { args: has }: Found,
  inputs: Bag,
): readonly ForeseenChange[] => {
  const { model } = lifecycle;
  const args = hasUnknown(inputs) ? O.none : lifecycle.decode(inputs, { settings });
  const derived = O.isSome(args) ? lifecycle.derive(args.value) : {};
  const now = lifecycle.derive(has);
  return inputNames(model)
    .filter((property) => isOpen(model, inputs, property))
    .filter((property) => {
      const fact = model.facts[property] ?? { doc: "" };
      const says = inputs[property];
      return hasUnknown(says) || compare(fact, has[property], says).length > 0;
    })
    .map((property) => {
      const words = wordsFor(model, property) ?? property;
      return {
        property,
        from: now[words] ?? has[property],
        to: derived[words] ?? inputs[property],
      };
    });
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
      // What is as declared already is taken over by looking at it, which any segment allows.
      const obstacle = changes.length === 0 ? O.none : lifecycle.importObstacle(found);
      return { name, id: found.id, changes, obstacle };
    };
    return pipe(
      find(inputs),
      RTE.map(
        O.match(
          () => O.some(none),
          (found) => O.some(told(found)),
        ),
      ),
    );
  };
