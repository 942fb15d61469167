/** What a codec is for the schema: the one place that looks inside codecs, so that the rest is a total match on data. */
import * as t from "io-ts";
import { AssetType } from "../core/asset";
import { CheckedType, ClosedType, EnumType, ListType, ScalarType } from "../core/codec";
import { RuledType } from "../core/ruled";
import { VariantsType } from "../core/variants";
import type { Primitive } from "./spec";

export interface Shape {
  readonly [key: string]: t.Mixed;
}

export interface ObjectKind {
  readonly _tag: "Object";
  readonly name: string;
  readonly required: Shape;
  readonly optional: Shape;
}

export interface EnumKind {
  readonly _tag: "Enum";
  readonly name: string;
  readonly values: readonly string[];
}

export interface VariantsKind {
  readonly _tag: "Variants";
  readonly discriminator: string;
  readonly members: Shape;
}

type Constant = string | number | boolean;

export type Kind =
  | ObjectKind
  | EnumKind
  | VariantsKind
  | { readonly _tag: "Constant"; readonly type: Primitive; readonly value: Constant }
  | { readonly _tag: "Scalar"; readonly kinds: readonly Primitive[] }
  | { readonly _tag: "List"; readonly item: t.Mixed }
  | { readonly _tag: "Asset" }
  | { readonly _tag: "Unsupported"; readonly name: string };

const isClosed = (codec: t.Mixed): codec is ClosedType<Shape, Shape> => codec instanceof ClosedType;
const isEnum = (codec: t.Mixed): codec is EnumType<string> => codec instanceof EnumType;
const isChecked = (codec: t.Mixed): codec is CheckedType<unknown> => codec instanceof CheckedType;
const isRuled = (codec: t.Mixed): codec is RuledType<unknown> => codec instanceof RuledType;
const isScalar = (codec: t.Mixed): codec is ScalarType<unknown> => codec instanceof ScalarType;
const isList = (codec: t.Mixed): codec is ListType<t.Mixed> => codec instanceof ListType;
const isVariants = (codec: t.Mixed): codec is VariantsType<Shape> => codec instanceof VariantsType;
const isRecursion = (codec: t.Mixed): codec is t.RecursiveType<t.Mixed> =>
  codec instanceof t.RecursiveType;
const isLiteral = (codec: t.Mixed): codec is t.LiteralType<Constant> =>
  codec instanceof t.LiteralType;

/** The codec that says what a value looks like: without the names of recursion, and without rules, which a schema cannot say. */
export const bare = (codec: t.Mixed): t.Mixed => {
  if (isRecursion(codec)) return bare(codec.type);
  return isChecked(codec) || isRuled(codec) ? bare(codec.base) : codec;
};

const primitiveOf = (codec: t.Mixed): Primitive | undefined => {
  if (codec instanceof t.StringType) return "string";
  if (codec instanceof t.NumberType) return "number";
  return codec instanceof t.BooleanType ? "boolean" : undefined;
};

const constant = (value: Constant): Kind => {
  if (typeof value === "string") return { _tag: "Constant", type: "string", value };
  return { _tag: "Constant", type: typeof value === "number" ? "number" : "boolean", value };
};

const simpleKind = (codec: t.Mixed): Kind => {
  const primitive = primitiveOf(codec);
  if (primitive !== undefined) return { _tag: "Scalar", kinds: [primitive] };
  if (isScalar(codec)) return { _tag: "Scalar", kinds: codec.kinds };
  if (isLiteral(codec)) return constant(codec.value);
  if (codec instanceof AssetType) return { _tag: "Asset" };
  return { _tag: "Unsupported", name: codec.name };
};

const enumKind = ({ name, values }: EnumType<string>): Kind => {
  const [only, ...others] = values;
  // A word that leaves no choice is a constant, so that nobody has to import a name for it.
  return only !== undefined && others.length === 0
    ? constant(only)
    : { _tag: "Enum", name, values };
};

export const kindOf = (codec: t.Mixed): Kind => {
  const core = bare(codec);
  if (isClosed(core)) {
    return { _tag: "Object", name: core.name, required: core.required, optional: core.optional };
  }
  if (isEnum(core)) return enumKind(core);
  if (isList(core)) return { _tag: "List", item: core.item };
  if (isVariants(core)) {
    return { _tag: "Variants", discriminator: core.discriminator, members: core.members };
  }
  return simpleKind(core);
};

export const shapeOf = ({ required, optional }: Omit<ObjectKind, "_tag" | "name">): Shape => ({
  ...required,
  ...optional,
});
