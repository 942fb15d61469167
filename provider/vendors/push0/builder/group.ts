import { type Input, listed } from "../../../core/input";
import type { Constraint } from "../constraint/condition";

/** A constraint as a program writes it: each value may be one that Pulumi knows only later. */
type Written<C> = C extends unknown
  ? { readonly [K in keyof C]: K extends "field" ? C[K] : Input<C[K]> }
  : never;

/** What may stand in a group: what the builders make, and what is written by hand. Groups cannot. */
export type GroupMember = Written<Constraint>;

/**
 * A group that holds when all of its constraints do; at most 10, one by one or as a list. Groups beside each other are joined by
 * AND as well.
 *
 * @example allOf(country.is("PL"), sessionCount.isAtLeast(5))
 */
export function allOf<F extends Input<GroupMember>, M extends Input<GroupMember>[]>(
  first: F,
  ...more: M
): { type: "AND"; constraints: (F | M[number])[] };
export function allOf<M extends Input<GroupMember>>(
  members: readonly M[],
): { type: "AND"; constraints: M[] };
export function allOf(
  first: Input<GroupMember> | readonly Input<GroupMember>[],
  ...more: readonly Input<GroupMember>[]
): object {
  return { type: "AND", constraints: listed(first, more) };
}

/**
 * A group that holds when one of its constraints does; at most 10, one by one or as a list.
 *
 * @example anyOf(country.is("PL"), language.is("pol"))
 */
export function anyOf<F extends Input<GroupMember>, M extends Input<GroupMember>[]>(
  first: F,
  ...more: M
): { type: "OR"; constraints: (F | M[number])[] };
export function anyOf<M extends Input<GroupMember>>(
  members: readonly M[],
): { type: "OR"; constraints: M[] };
export function anyOf(
  first: Input<GroupMember> | readonly Input<GroupMember>[],
  ...more: readonly Input<GroupMember>[]
): object {
  return { type: "OR", constraints: listed(first, more) };
}
