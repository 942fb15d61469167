import { type Input, listed } from "../../../core/input";

/**
 * The app's version on the subscription, as text: `1.10` and `1.1` are different. How OneSignal orders versions is not documented.
 *
 * @example appVersion.isOneOf("1.0.0", "1.0.1")
 */
export const appVersion = {
  /** This version: `appVersion.is("1.0.1")`. */
  is: <V extends Input<string>>(value: V) => ({
    field: "app_version" as const,
    relation: "=" as const,
    value,
  }),
  /** Any version but this: `appVersion.isNot("1.0.1")`. */
  isNot: <V extends Input<string>>(value: V) => ({
    field: "app_version" as const,
    relation: "!=" as const,
    value,
  }),
  /** Later than this version: `appVersion.isAbove("2.0")`. */
  isAbove: <V extends Input<string>>(value: V) => ({
    field: "app_version" as const,
    relation: ">" as const,
    value,
  }),
  /** Earlier than this version: `appVersion.isBelow("2.0")`. */
  isBelow: <V extends Input<string>>(value: V) => ({
    field: "app_version" as const,
    relation: "<" as const,
    value,
  }),
  /** One of these, at most 20: `appVersion.isOneOf("1.0.0", "1.0.1")`. */
  isOneOf: <V extends Input<string>, W extends readonly Input<string>[]>(
    first: V | readonly V[],
    ...more: W
  ) => ({
    field: "app_version" as const,
    relation: "in_array" as const,
    valueList: listed<V | W[number]>(first, more),
  }),
  /** None of these, at most 20: `appVersion.isNoneOf("0.9", "1.0")`. */
  isNoneOf: <V extends Input<string>, W extends readonly Input<string>[]>(
    first: V | readonly V[],
    ...more: W
  ) => ({
    field: "app_version" as const,
    relation: "not_in_array" as const,
    valueList: listed<V | W[number]>(first, more),
  }),
};
