/** What a program may write where a value goes, in the builders: the value, or one that Pulumi knows only later. */

/** The part of Pulumi's `Output<T>` that tells what it holds, so that builders need not import Pulumi. */
export interface Later<T> {
  readonly get: () => T;
  readonly apply: (next: (value: T) => unknown) => unknown;
}

/** Pulumi's `Input<T>`. */
export type Input<T> = T | Promise<T> | Later<T>;

/** A compile error in words: TypeScript prints the name of the type that a value does not have. */
export interface Explain<Sentence extends string, Instead = never> {
  readonly explanation: Sentence;
  readonly instead: Instead;
}

const isList = <V>(value: V | readonly V[]): value is readonly V[] => Array.isArray(value);

/** One list of what was given one by one, or as a list. */
export const listed = <V>(first: V | readonly V[], more: readonly V[]): V[] =>
  isList(first) ? [...first, ...more] : [first, ...more];
