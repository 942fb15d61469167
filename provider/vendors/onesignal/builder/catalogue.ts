import type { Held, Known } from "../../../core/catalogue";
import type { Input } from "../../../core/input";
import { type TagValue, tag } from "./tag";

/** The tags of an app, and what each of them holds. */
export type Catalogue = { readonly [key: string]: TagValue };

type Builder<K extends string> = ReturnType<typeof tag<K>>;

/** Any text and the values of the catalogue, so that an editor proposes these. */
type Offered<T> = Input<T> | Input<(string & {}) | (number & {}) | boolean>;

type One<K extends string, R extends string, T> = <const V extends Offered<T>>(
  value: V & Held<"tag", K, T, V>,
) => { field: "tag"; key: K; relation: R; value: V };

type Several<K extends string, R extends string, T> = <const V extends Offered<T>>(
  first: (V & Held<"tag", K, T, V>) | readonly (V & Held<"tag", K, T, V>)[],
  ...more: readonly (V & Held<"tag", K, T, V>)[]
) => { field: "tag"; key: K; relation: R; valueList: V[] };

interface Equal<K extends string, T> {
  /** This value. */
  readonly is: One<K, "=", T>;
  /** Any value but this. */
  readonly isNot: One<K, "!=", T>;
  /** One of these, at most 20. */
  readonly isOneOf: Several<K, "in_array", T>;
  /** None of these, at most 20. */
  readonly isNoneOf: Several<K, "not_in_array", T>;
}

/** A tag that holds text or a boolean: it has no order. */
export interface WordTag<K extends string, T>
  extends Equal<K, T>,
    Pick<Builder<K>, "exists" | "doesNotExist"> {}

/** A tag that holds a number, which may be a Unix time in seconds. */
export interface NumberTag<K extends string, T>
  extends Equal<K, T>,
    Omit<Builder<K>, "is" | "isNot" | "isOneOf" | "isNoneOf"> {}

type Tag<K extends string, T> = [T] extends [number] ? NumberTag<K, T> : WordTag<K, T>;

export type TagOf<C extends Catalogue> = <const K extends (keyof C & string) | (string & {})>(
  key: K & Known<"tag", C, K>,
) => Tag<K, C[K]>;

/**
 * The builder of tags for an app whose tags are known: a misspelt tag or value does not compile, and only numbers have an order.
 *
 * @example
 * const tag = tags<{ plan: "free" | "pro"; age: number }>();
 * tag("plan").is("pro");
 * tag("age").isGreaterThan(18);
 */
export function tags<C extends Catalogue>(): TagOf<C>;
// What a catalogue adds exists for TypeScript alone.
export function tags(): unknown {
  return tag;
}
