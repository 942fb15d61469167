/** What taking a segment over would change of it, and what stands in the way. */
import * as O from "fp-ts/Option";
import { compare } from "./diff";
import type { Failure } from "./failure";
import { type ForeseenChange, type Found, inputNames, type Model } from "./lifecycle";
import type { Eye } from "./look";
import { type Bag, hasUnknown } from "./value";
import { spellOut } from "./wording";

/** What a program may change of a segment that is there: not where it is, and not which id it has. */
const isOpen = (model: Model, inputs: Bag, property: string): boolean => {
  const { local, setting, vendorsChoice } = model.facts[property] ?? {};
  if (local === true || setting !== undefined) return false;
  return vendorsChoice !== true || inputs[property] !== undefined;
};

/** The output that says a property in words. */
const wordsFor = ({ facts }: Model, property: string): string | undefined =>
  Object.keys(facts).find((output) => facts[output]?.derivedFrom?.includes(property) === true);

/** What would change of a segment that is there, as far as the inputs are known. */
export const changesOf = <Args extends Bag, Client>(
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

/** Why the segment cannot become what is declared. What is so already is taken over by looking at it, which any segment allows. */
export const obstacleOf = <Args extends Bag, Client>(
  { lifecycle }: Eye<Args, Client>,
  found: Found,
  changes: readonly ForeseenChange[],
): O.Option<Failure> => {
  const { facts }: Model = lifecycle.model;
  const fixed = changes
    .map(({ property }) => property)
    .filter((name) => facts[name]?.replaces === true && facts[name]?.vendorsChoice !== true);
  if (fixed.length > 0) {
    const reason = `its ${spellOut(fixed, "and")} cannot be changed in place; declare it as it is, or import it and let Pulumi replace it`;
    return O.some({ _tag: "Unsupported", subject: `Taking over ${found.id}`, reason });
  }
  return changes.length === 0 ? O.none : lifecycle.importObstacle(found);
};
