import { type Input, listed } from "../../../core/input";
import type { AllOf, AnyOf, Condition } from "../filter/grammar";

type WithInputs<T> = T extends readonly (infer Item)[] ? Input<readonly Input<Item>[]> : Input<T>;

/** A condition as a program writes it: each value may be one that Pulumi knows only later. */
type Written<C> = C extends unknown
  ? { readonly [K in keyof C]: K extends "field" ? C[K] : WithInputs<C[K]> }
  : never;

/** What may stand in a group: what the builders make, and what is written by hand. */
export type GroupMember =
  | Written<Condition>
  | { readonly field?: AnyOf["field"]; readonly anyOf: Input<readonly Input<GroupMember>[]> }
  | { readonly field?: AllOf["field"]; readonly allOf: Input<readonly Input<GroupMember>[]> };

/**
 * Holds when one of its members does. Members are given one by one or as a list.
 *
 * @example anyOf(country.is("DE"), language.is("de"))
 */
export function anyOf<F extends Input<GroupMember>, M extends Input<GroupMember>[]>(
  first: F,
  ...more: M
): { anyOf: (F | M[number])[] };
export function anyOf<M extends Input<GroupMember>>(members: readonly M[]): { anyOf: M[] };
export function anyOf(
  first: Input<GroupMember> | readonly Input<GroupMember>[],
  ...more: readonly Input<GroupMember>[]
): object {
  return { anyOf: listed(first, more) };
}

/**
 * Holds when all of its members do. Members are given one by one or as a list.
 *
 * @example anyOf(tag("vip").exists(), allOf(country.is("DE"), sessionCount.isGreaterThan(5)))
 */
export function allOf<F extends Input<GroupMember>, M extends Input<GroupMember>[]>(
  first: F,
  ...more: M
): { allOf: (F | M[number])[] };
export function allOf<M extends Input<GroupMember>>(members: readonly M[]): { allOf: M[] };
export function allOf(
  first: Input<GroupMember> | readonly Input<GroupMember>[],
  ...more: readonly Input<GroupMember>[]
): object {
  return { allOf: listed(first, more) };
}

/**
 * Stands between two conditions of a list; without it they are joined by AND, which binds tighter.
 *
 * @example filters: [country.is("DE"), or, tag("vip").exists()]
 */
export const or: { operator: "OR" } = { operator: "OR" };
