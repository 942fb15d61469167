/** What functions tell of a segment, computed from the model of its resource. */
import * as t from "io-ts";
import { AssetType } from "./asset";
import { type ClosedType, closed } from "./codec";
import type { Model } from "./lifecycle";
import type { Shape } from "./query";
import { splitToken } from "./token";

export const pick = <A>(record: { readonly [key: string]: A }, wanted: (key: string) => boolean) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => wanted(key)));

/** What a program may write, and what the vendor adds. */
const propertiesOf = ({ args, outputs }: Model): Shape => ({
  ...args.required,
  ...args.optional,
  ...outputs.required,
  ...outputs.optional,
});

/** What is true of a segment, and not of how a program handles it; an asset is only a way to hand over what is in another property. */
const isTold = ({ args, facts }: Model, property: string): boolean =>
  facts[property]?.local !== true &&
  !({ ...args.required, ...args.optional }[property] instanceof AssetType);

/** Of a segment that was looked up: what is always told of it, and what may be. */
export const outputsOf = (model: Model): ClosedType<Shape, Shape> => {
  const { args, outputs, facts, audience } = model;
  const told = pick(propertiesOf(model), (property) => isTold(model, property));
  const isCertain = (property: string): boolean =>
    property in args.required ||
    property in outputs.required ||
    facts[property]?.autonamed === true;
  return closed<Shape, Shape>(
    `${splitToken(model.token).member}Looked`,
    { id: t.string, ...pick(told, isCertain) },
    {
      ...pick(told, (property) => !isCertain(property)),
      ...(audience === undefined ? {} : { [audience.property]: t.number }),
    },
  );
};

/** An entry of a listing: what an account tells without a look at each segment. */
export const summaryOf = (model: Model): ClosedType<Shape, Shape> => {
  const { facts, token } = model;
  return closed<Shape, Shape>(
    `${splitToken(token).member}Summary`,
    { id: t.string, name: t.string },
    {
      ...pick(propertiesOf(model), (property) => facts[property]?.listed === true),
      changedAt: t.string,
    },
  );
};
