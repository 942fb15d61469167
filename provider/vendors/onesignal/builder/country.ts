import { type Input, listed } from "../../../core/input";
import type { CountryCode } from "../iso";
import type { Literal } from "./literal";

type Code<V> = Literal<
  V,
  CountryCode,
  "write an ISO 3166-1 country code in upper case, such as DE or GB"
>;

/**
 * The user's country, by ISO 3166-1 alpha-2 code.
 *
 * @example country.in("DE", "AT")
 */
export const country = {
  /** This country: `country.is("DE")`. */
  is: <const V extends Input<string>>(value: V & Code<V>) => ({
    field: "country" as const,
    relation: "=" as const,
    value,
  }),
  /** Any country but this: `country.isNot("DE")`. */
  isNot: <const V extends Input<string>>(value: V & Code<V>) => ({
    field: "country" as const,
    relation: "!=" as const,
    value,
  }),
  /** One of these, at most 20, one by one or as a list: `country.in("DE", "AT")`. */
  in: <const V extends Input<string>, const W extends Input<string> = never>(
    first: (V & Code<V>) | readonly (V & Code<V>)[],
    ...more: readonly (W & Code<W>)[]
  ) => ({
    field: "country" as const,
    relation: "in_array" as const,
    valueList: listed<(V & Code<V>) | (W & Code<W>)>(first, more),
  }),
  /** None of these, at most 20: `country.notIn("US", "CA")`. */
  notIn: <const V extends Input<string>, const W extends Input<string> = never>(
    first: (V & Code<V>) | readonly (V & Code<V>)[],
    ...more: readonly (W & Code<W>)[]
  ) => ({
    field: "country" as const,
    relation: "not_in_array" as const,
    valueList: listed<(V & Code<V>) | (W & Code<W>)>(first, more),
  }),
};
