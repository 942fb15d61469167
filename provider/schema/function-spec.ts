import type { FunctionModel } from "../core/function-model";
import { propertySpecs } from "./from-codec";
import { shapeOf } from "./kind";
import { namedTypes } from "./named-types";
import { moduleOf } from "./resource-spec";
import type { FunctionSpec } from "./spec";

export const functionSpec = (model: FunctionModel): FunctionSpec => {
  const { args, argFacts, outputs, outputFacts, doc } = model;
  const module = moduleOf(model);
  return {
    description: doc,
    inputs: {
      properties: propertySpecs(module, shapeOf(args), argFacts),
      required: Object.keys(args.required).sort(),
    },
    outputs: {
      properties: propertySpecs(module, shapeOf(outputs), outputFacts),
      required: Object.keys(outputs.required).sort(),
    },
  };
};

/** The named types inside what a function is given and tells. */
export const functionTypes = (model: FunctionModel): ReturnType<typeof namedTypes> =>
  namedTypes(
    moduleOf(model),
    [...Object.values(shapeOf(model.args)), ...Object.values(shapeOf(model.outputs))],
    model.types,
  );
