import { type Explain, type Input, listed } from "../../../core/input";
import type { Duration } from "./duration";

export type TagValue = string | number | boolean;

/** Text would be ordered by nobody knows which rule. */
type Ordered<V> = [Extract<V, string>] extends [never]
  ? unknown
  : Explain<"tags are ordered as numbers: write a number, such as 18, and no text">;

const compared = <const K extends Input<string>>(key: K) => {
  const field = "tag" as const;
  return {
    /** This value: `tag("plan").is("pro")`. */
    is: <const V extends Input<TagValue>>(value: V) => ({
      field,
      key,
      relation: "=" as const,
      value,
    }),
    /** Any value but this: `tag("plan").isNot("free")`. */
    isNot: <const V extends Input<TagValue>>(value: V) => ({
      field,
      key,
      relation: "!=" as const,
      value,
    }),
    /** One of these, at most 20, one by one or as a list: `tag("plan").isOneOf("pro", "team")`. */
    isOneOf: <const V extends Input<TagValue>, const W extends readonly Input<TagValue>[]>(
      first: V | readonly V[],
      ...more: W
    ) => ({
      field,
      key,
      relation: "in_array" as const,
      valueList: listed<V | W[number]>(first, more),
    }),
    /** None of these, at most 20: `tag("plan").isNoneOf("free", "trial")`. */
    isNoneOf: <const V extends Input<TagValue>, const W extends readonly Input<TagValue>[]>(
      first: V | readonly V[],
      ...more: W
    ) => ({
      field,
      key,
      relation: "not_in_array" as const,
      valueList: listed<V | W[number]>(first, more),
    }),
    /** The user has the tag, whatever its value: `tag("vip").exists()`. */
    exists: () => ({ field, key, relation: "exists" as const }),
    /** The user does not have the tag: `tag("vip").doesNotExist()`. */
    doesNotExist: () => ({ field, key, relation: "not_exists" as const }),
  };
};

const ordered = <const K extends Input<string>>(key: K) => {
  const field = "tag" as const;
  return {
    /** A number above this: `tag("age").isGreaterThan(18)`. */
    isGreaterThan: <V extends Input<TagValue>>(value: V & Ordered<V>) => ({
      field,
      key,
      relation: ">" as const,
      value,
    }),
    /** A number below this: `tag("age").isLessThan(65)`. */
    isLessThan: <V extends Input<TagValue>>(value: V & Ordered<V>) => ({
      field,
      key,
      relation: "<" as const,
      value,
    }),
    /** More time has passed since the Unix time that the tag holds: `tag("renewed").elapsedMoreThan(days(7))`. Paid plans only. */
    elapsedMoreThan: <T extends Input<number>>({ seconds: value }: Duration<T>) => ({
      field,
      key,
      relation: "time_elapsed_gt" as const,
      value,
    }),
    /** Less time has passed since the Unix time that the tag holds: `tag("renewed").elapsedLessThan(hours(1))`. Paid plans only. */
    elapsedLessThan: <T extends Input<number>>({ seconds: value }: Duration<T>) => ({
      field,
      key,
      relation: "time_elapsed_lt" as const,
      value,
    }),
  };
};

/**
 * A tag of the user, by its key. OneSignal keeps tags as text; numbers and booleans are sent as the text they read as.
 *
 * @example tag("plan").is("pro")
 */
export const tag = <const K extends Input<string>>(key: K) => ({
  ...compared(key),
  ...ordered(key),
});
