/** A piece of a TypeScript program, before it has a layout. What a vendor's builders are called, only the vendor knows. */
import { type Bag, isBag, isList, type Value } from "./value";

export type Code =
  | { readonly _tag: "Name"; readonly name: string }
  /** What the vendor's module of the package exports, such as `country` in `country.is("DE")`. */
  | { readonly _tag: "Builder"; readonly name: string }
  | { readonly _tag: "Literal"; readonly value: string | number | boolean | null }
  | { readonly _tag: "List"; readonly items: readonly Code[] }
  | { readonly _tag: "Object"; readonly entries: readonly (readonly [string, Code])[] }
  | Call;

/** A call of a builder, or of a method of what another one answers. */
export interface Call {
  readonly _tag: "Call";
  readonly callee: Code;
  /** Absent where `callee` itself is called; may lead over a property, as in `asTime.isBefore`. */
  readonly method?: string;
  readonly args: readonly Code[];
  /** What it says, in words: the name of a constant, should several segments say the same. */
  readonly words?: string;
}

/** Any value as the literal that a program would write; what is absent is left out. */
export const literal = (value: Value): Code => {
  if (isList(value)) return { _tag: "List", items: value.map(literal) };
  if (isBag(value)) return object(value, literal);
  return {
    _tag: "Literal",
    value: typeof value === "symbol" || value === undefined ? null : value,
  };
};

export const object = (bag: Bag, toCode: (value: Value, key: string) => Code): Code => ({
  _tag: "Object",
  entries: Object.entries(bag)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => [key, toCode(value, key)] as const),
});

export const builder = (name: string): Code => ({ _tag: "Builder", name });

/** `callee(…)`, or `callee.method(…)`. */
export const call = (
  callee: Code,
  method: string | undefined,
  args: readonly Code[],
  words?: string,
): Call => ({
  _tag: "Call",
  callee,
  ...(method === undefined ? {} : { method }),
  args,
  ...(words === undefined ? {} : { words }),
});
