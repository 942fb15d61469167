/**
 * Codec and facts -> Pulumi's property and type specs. Objects and enums get a name of their own in the module of their vendor;
 * a union has none and is written out at each use, because Pulumi's schema cannot name one.
 */
import type * as t from "io-ts";
import type { Fact } from "../core/facts";
import { kindOf, type Shape, type VariantsKind } from "./kind";
import type { Primitive, Properties, PropertySpec, TypeSpec } from "./spec";

/** Where named types go: `audiences:onesignal`. */
export type Module = `${string}:${string}`;

export const tokenOf = (module: Module, name: string): string => `${module}:${name}`;

const refTo = (module: Module, name: string): string => `#/types/${tokenOf(module, name)}`;

/** A schema that can be compared line by line: what is a map in it goes by its keys. */
export const sorted = <A>(map: { readonly [key: string]: A }): { readonly [key: string]: A } =>
  Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));

const scalars = (kinds: readonly Primitive[]): TypeSpec => {
  const [first, ...others] = kinds;
  return first !== undefined && others.length === 0
    ? { type: first }
    : { oneOf: kinds.map((type) => ({ type })) };
};

const union = (module: Module, { discriminator, members }: VariantsKind): TypeSpec => {
  const types = Object.entries(members).map(([word, codec]) => ({
    word,
    ref: typeSpec(module)(codec).$ref ?? "",
  }));
  const [only, ...others] = [...new Set(types.map(({ ref }) => ref))];
  if (only !== undefined && others.length === 0) return { $ref: only };
  const mapping = sorted(Object.fromEntries(types.map(({ word, ref }) => [word, ref])));
  const oneOf = [...new Set(types.map(({ ref }) => ref))].map(($ref) => ({ $ref }));
  return { oneOf, discriminator: { propertyName: discriminator, mapping } };
};

/** How a property or a list of `module` refers to what `codec` describes. */
export const typeSpec =
  (module: Module) =>
  (codec: t.Mixed): TypeSpec => {
    const kind = kindOf(codec);
    switch (kind._tag) {
      case "Object":
      case "Enum":
        return { $ref: refTo(module, kind.name) };
      case "List":
        return { type: "array", items: typeSpec(module)(kind.item) };
      case "Variants":
        return union(module, kind);
      case "Scalar":
        return scalars(kind.kinds);
      case "Constant":
        return { type: kind.type };
      case "Asset":
        return { $ref: "pulumi.json#/Asset" };
      case "Unsupported":
        return { $ref: "pulumi.json#/Any" };
    }
  };

export const propertySpec = (
  module: Module,
  codec: t.Mixed,
  fact: Fact | undefined,
): PropertySpec => {
  const kind = kindOf(codec);
  return {
    ...typeSpec(module)(codec),
    ...(kind._tag === "Constant" ? { const: kind.value } : {}),
    ...(fact === undefined ? {} : { description: fact.doc }),
    ...(fact?.secret === true ? { secret: true } : {}),
    ...(fact?.deprecated === undefined ? {} : { deprecationMessage: fact.deprecated }),
  };
};

export const propertySpecs = (
  module: Module,
  shape: Shape,
  facts: { readonly [property: string]: Fact },
): Properties =>
  sorted(
    Object.fromEntries(
      Object.entries(shape).map(([property, codec]) => [
        property,
        propertySpec(module, codec, facts[property]),
      ]),
    ),
  );
