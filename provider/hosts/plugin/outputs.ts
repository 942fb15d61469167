import type { Model } from "../../core/lifecycle";
import { inputNames } from "../../core/lifecycle";
import type { Path } from "../../core/path";
import type { Revealed } from "../../core/secret";
import { type Bag, equal } from "../../core/value";

const properties = (
  { facts }: Model,
  is: (fact: Model["facts"][string], name: string) => boolean,
): readonly Path[] =>
  Object.entries(facts)
    .filter(([name, fact]) => is(fact, name))
    .map(([name]) => [name]);

/** Where inputs are secret: where the program says so, and where a property is secret by nature. */
export const secretInputs = (model: Model, given: readonly Path[]): readonly Path[] => {
  const names = inputNames(model);
  return [
    ...given,
    ...properties(model, (fact, name) => fact.secret === true && names.includes(name)),
  ];
};

/** Where outputs are secret: as their inputs, by nature, or because they are computed from an input that holds a secret. */
export const secretOutputs = (model: Model, inputs: readonly Path[]): readonly Path[] => {
  const holding = new Set(inputs.map(([property]) => property));
  return [
    ...inputs,
    ...properties(
      model,
      ({ secret, derivedFrom = [] }) =>
        secret === true || derivedFrom.some((name) => holding.has(name)),
    ),
  ];
};

/** The secrets of before, in what was read now. A property that changed may hold its secret at another place: all of it is secret. */
export const keptSecrets = (before: Revealed<Bag> | undefined, now: Bag): readonly Path[] => {
  if (before === undefined) return [];
  return before.secrets.map((path) => {
    const property = String(path[0]);
    return equal(before.value[property], now[property]) ? path : [property];
  });
};
