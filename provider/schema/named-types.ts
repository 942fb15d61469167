import type * as t from "io-ts";
import type { TypeFact } from "../core/facts";
import { spellOut } from "../core/wording";
import { enumMeaning, enumName } from "./enum-name";
import { type Module, propertySpecs, tokenOf } from "./from-codec";
import { type EnumKind, type ObjectKind, shapeOf } from "./kind";
import { reachable } from "./reachable";
import type { EnumSpec, NamedSpec, ObjectSpec } from "./spec";

/** The facts of named types, by the name of their codec; those of an enum describe its values as if they were properties. */
export interface TypeFacts {
  readonly [name: string]: TypeFact;
}

const objectSpec = (module: Module, kind: ObjectKind, fact: TypeFact | undefined): ObjectSpec => ({
  type: "object",
  description: fact?.doc ?? "",
  properties: propertySpecs(module, shapeOf(kind), fact?.properties ?? {}),
  required: Object.keys(kind.required).sort(),
});

const enumSpec = ({ values }: EnumKind, fact: TypeFact | undefined): EnumSpec => ({
  type: "string",
  description: fact?.doc ?? `Written ${spellOut(values.map((value) => JSON.stringify(value)))}.`,
  enum: values.map((value) => {
    const description = fact?.properties[value]?.doc ?? enumMeaning(value);
    const name = enumName(value);
    return description === undefined ? { name, value } : { name, value, description };
  }),
});

/** Every named type that `roots` are made of, with its token: the same one twice where two codecs have one name. */
export const namedTypes = (
  module: Module,
  roots: readonly t.Mixed[],
  facts: TypeFacts,
): readonly (readonly [token: string, spec: NamedSpec])[] =>
  reachable(roots).flatMap((kind): readonly (readonly [string, NamedSpec])[] => {
    if (kind._tag === "Object") {
      return [[tokenOf(module, kind.name), objectSpec(module, kind, facts[kind.name])]];
    }
    return kind._tag === "Enum"
      ? [[tokenOf(module, kind.name), enumSpec(kind, facts[kind.name])]]
      : [];
  });
