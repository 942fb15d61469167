import type { Model } from "../core/lifecycle";
import { queryCodec, queryFacts } from "../core/query";
import { type Module, propertySpecs } from "./from-codec";
import { type Shape, shapeOf } from "./kind";
import { namedTypes } from "./named-types";
import type { Properties, PropertySpec, ResourceSpec } from "./spec";

/** `audiences:onesignal:Segment` lives in `audiences:onesignal`. */
export const moduleOf = ({ token }: Pick<Model, "token">): Module => {
  const [pkg = "", module = ""] = token.split(":");
  return `${pkg}:${module}`;
};

/** Every property: what a program may write, and what the vendor adds. */
export const properties = ({ args, outputs }: Model): Shape => ({
  ...shapeOf(args),
  ...shapeOf(outputs),
});

type Facts = Model["facts"];

/** `mark` on every property whose change makes a new segment. */
const markReplacing = (specs: Properties, facts: Facts, mark: Partial<PropertySpec>): Properties =>
  Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [
      name,
      facts[name]?.replaces === true ? { ...spec, ...mark } : spec,
    ]),
  );

/** Outputs that are always there: what the vendor answers, what a program must write, and a name, which has a default. */
const certain = ({ args, outputs, facts }: Model): readonly string[] => {
  const autonamed = Object.keys(facts).filter((property) => facts[property]?.autonamed === true);
  const names = [...Object.keys(args.required), ...Object.keys(outputs.required), ...autonamed];
  return [...new Set(names)].sort();
};

/** What may be asked of a listing. */
const listed = (model: Model): Properties =>
  propertySpecs(moduleOf(model), shapeOf(queryCodec("query", model)), queryFacts(model));

export const resourceSpec = (model: Model): ResourceSpec => {
  const { args, facts } = model;
  const specs = (shape: Shape): Properties => propertySpecs(moduleOf(model), shape, facts);
  return {
    description: model.doc,
    inputProperties: markReplacing(specs(shapeOf(args)), facts, {
      willReplaceOnChanges: true,
    }),
    requiredInputs: Object.keys(args.required).sort(),
    properties: markReplacing(specs(properties(model)), facts, { replaceOnChanges: true }),
    required: certain(model),
    // Every lifecycle can list.
    listInputs: { properties: listed(model) },
  };
};

/** The named types inside a resource's properties; the resource itself is no type. */
export const resourceTypes = (model: Model): ReturnType<typeof namedTypes> =>
  namedTypes(moduleOf(model), Object.values(properties(model)), model.types);
