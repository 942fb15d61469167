import { covers, type Path } from "./path";
import { type Bag, isBag, isList, isUnknown, type Value } from "./value";

/** A value that must never be shown; only hosts see it. Inside, secrets are plain values, and their paths are remembered. */
export class Secret {
  readonly value: Marked;
  constructor(value: Marked) {
    this.value = value;
  }
}

/** A value as it crosses the border of a host: secrets may stand at any depth. */
export type Marked =
  | Exclude<Value, object>
  | Secret
  | readonly Marked[]
  | { readonly [key: string]: Marked };
export type MarkedBag = { readonly [key: string]: Marked };

export interface Revealed<A> {
  readonly value: A;
  readonly secrets: readonly Path[];
}

const isMarkedList = (value: Marked): value is readonly Marked[] => Array.isArray(value);

const revealAt = (value: Marked, path: Path, secrets: Path[]): Value => {
  if (value instanceof Secret) {
    secrets.push(path);
    return revealAt(value.value, path, secrets);
  }
  if (isMarkedList(value)) return value.map((item, i) => revealAt(item, [...path, i], secrets));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, revealAt(item, [...path, key], secrets)]),
  );
};

/** Takes the marks off and says where they were. */
export const reveal = (bag: MarkedBag): Revealed<Bag> => {
  const secrets: Path[] = [];
  const value = revealAt(bag, [], secrets);
  return { value: isBag(value) ? value : {}, secrets };
};

const samePlace = (a: Path, b: Path): boolean => a.length === b.length && covers(a, b);

const concealAt = (value: Value, path: Path, secrets: readonly Path[]): Marked => {
  const below = secrets.filter((secret) => covers(path, secret));
  if (below.length === 0) return value;
  const inner = concealInside(value, path, below);
  return below.some((secret) => samePlace(secret, path)) ? new Secret(inner) : inner;
};

const concealInside = (value: Value, path: Path, secrets: readonly Path[]): Marked => {
  if (isUnknown(value)) return value;
  if (isList(value)) return value.map((item, i) => concealAt(item, [...path, i], secrets));
  if (!isBag(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, concealAt(item, [...path, key], secrets)]),
  );
};

/** Puts the marks back on. A place that no longer exists marks nothing. */
export const conceal = (bag: Bag, secrets: readonly Path[]): MarkedBag =>
  Object.fromEntries(
    Object.entries(bag).map(([key, value]) => [key, concealAt(value, [key], secrets)]),
  );

/** Whether what stands at `path` is secret, holds a secret, or is part of one. */
export const touchesSecret = (path: Path, secrets: readonly Path[]): boolean =>
  secrets.some((secret) => covers(secret, path) || covers(path, secret));
