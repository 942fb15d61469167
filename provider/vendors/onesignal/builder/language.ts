import { type Input, listed } from "../../../core/input";
import type { LanguageCode } from "../iso";
import type { Literal } from "./literal";

type Code<V> = Literal<
  V,
  LanguageCode,
  "write an ISO 639-1 language code in lower case, such as de or en"
>;

/**
 * The user's language, by ISO 639-1 code; also `zh-Hans` and `zh-Hant`.
 *
 * @example language.in("de", "en")
 */
export const language = {
  /** This language: `language.is("de")`. */
  is: <const V extends Input<string>>(value: V & Code<V>) => ({
    field: "language" as const,
    relation: "=" as const,
    value,
  }),
  /** Any language but this: `language.isNot("de")`. */
  isNot: <const V extends Input<string>>(value: V & Code<V>) => ({
    field: "language" as const,
    relation: "!=" as const,
    value,
  }),
  /** One of these, at most 20, one by one or as a list: `language.in("de", "en")`. */
  in: <const V extends Input<string>, const W extends Input<string> = never>(
    first: (V & Code<V>) | readonly (V & Code<V>)[],
    ...more: readonly (W & Code<W>)[]
  ) => ({
    field: "language" as const,
    relation: "in_array" as const,
    valueList: listed<(V & Code<V>) | (W & Code<W>)>(first, more),
  }),
  /** None of these, at most 20: `language.notIn("es", "fr")`. */
  notIn: <const V extends Input<string>, const W extends Input<string> = never>(
    first: (V & Code<V>) | readonly (V & Code<V>)[],
    ...more: readonly (W & Code<W>)[]
  ) => ({
    field: "language" as const,
    relation: "not_in_array" as const,
    valueList: listed<(V & Code<V>) | (W & Code<W>)>(first, more),
  }),
};
