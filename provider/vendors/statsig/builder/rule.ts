import type { Input } from "../../../core/input";
import type { Condition } from "../rule/grammar";

type WithInputs<T> = T extends readonly (infer Item)[] ? Input<readonly Input<Item>[]> : Input<T>;

/** A condition as a program writes it: each value may be one that Pulumi knows only later. */
type Written<C> = C extends unknown
  ? { readonly [K in keyof C]: K extends "type" ? C[K] : WithInputs<C[K]> }
  : never;

/** What may stand in a rule: what the builders make, and what is written by hand. */
export type RuleCondition = Written<Condition>;

/** How many of those who match pass, and where the rule holds. */
export interface RuleOptions<
  P extends Input<number> = Input<number>,
  E extends Input<string> = Input<string>,
> {
  /** 0 to 100, in steps of 0.01. Has no default, because neither 0 nor 100 is a small mistake. */
  readonly passPercentage: P;
  /** Default: everywhere. */
  readonly environments?: readonly E[];
}

/**
 * A rule: of those for whom all conditions hold, a percentage passes. Without conditions, it is about everybody. The first rule
 * that matches somebody decides.
 *
 * @example rule("Paying", { passPercentage: 33.33, environments: ["production"] }, customField("plan").is("pro"))
 */
export const rule = <
  const N extends Input<string>,
  const P extends Input<number>,
  C extends readonly RuleCondition[],
  // Nothing, where nothing is said: else it would be whatever it may be.
  const E extends Input<string> = never,
>(
  name: N,
  { passPercentage, environments }: RuleOptions<P, E>,
  ...conditions: C
) => ({
  name,
  passPercentage,
  // A list that may be written to, as the SDK wants it.
  ...(environments === undefined ? {} : { environments: [...environments] }),
  conditions: [...conditions],
});
