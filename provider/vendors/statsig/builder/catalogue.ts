import type { Held, Known } from "../../../core/catalogue";
import type { Input } from "../../../core/input";
import type { Scalar } from "./comparison";
import { customField } from "./subject";

/** The custom fields of a project, and what each of them holds. */
export type Catalogue = { readonly [field: string]: Scalar };

type Builder<F extends string> = ReturnType<typeof customField<F>>;

/** Any text and the values of the catalogue, so that an editor proposes these. */
type Offered<T> = Input<T> | Input<(string & {}) | (number & {})>;

type One<F extends string, O extends string, T> = <const V extends Offered<T>>(
  value: V & Held<"field", F, T, V>,
) => { type: "custom_field"; field: F; operator: O; targetValue: V };

type Several<F extends string, O extends string, T> = <const V extends Offered<T>>(
  first: (V & Held<"field", F, T, V>) | readonly (V & Held<"field", F, T, V>)[],
  ...more: readonly (V & Held<"field", F, T, V>)[]
) => { type: "custom_field"; field: F; operator: O; targetValueList: V[] };

interface Equal<F extends string, T> {
  /** This value. */
  readonly is: One<F, "any", T>;
  /** Any value but this. */
  readonly isNot: One<F, "none", T>;
  /** One of these. */
  readonly isOneOf: Several<F, "any", T>;
  /** None of these. */
  readonly isNoneOf: Several<F, "none", T>;
}

type Ordered = "isLessThan" | "isGreaterThan";
type Searched = "contains" | "doesNotContain";

/** A field that holds text, which may be a version or a time: it has no order as a number. */
export type TextField<F extends string, T> = Equal<F, T> &
  Omit<Builder<F>, keyof Equal<F, T> | Ordered>;

/** A field that holds a number, which may be a time in Unix milliseconds: nothing is searched in it. */
export type NumberField<F extends string, T> = Equal<F, T> &
  Omit<Builder<F>, keyof Equal<F, T> | Searched>;

type Field<F extends string, T> = [T] extends [number] ? NumberField<F, T> : TextField<F, T>;

export type FieldOf<C extends Catalogue> = <const F extends (keyof C & string) | (string & {})>(
  field: F & Known<"field", C, F>,
) => Field<F, C[F]>;

/**
 * The builder of custom fields for a project whose fields are known: a misspelt field or value does not compile, and only numbers
 * are ordered.
 *
 * @example
 * const customField = customFields<{ plan: "free" | "pro"; age: number }>();
 * customField("plan").is("pro");
 * customField("age").isGreaterThan(17);
 */
export function customFields<C extends Catalogue>(): FieldOf<C>;
// What a catalogue adds exists for TypeScript alone.
export function customFields(): unknown {
  return customField;
}
