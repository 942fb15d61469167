/**
 * What travels between a program, the engine and a resource: JSON, and in a preview also values that are not known yet.
 * Secrets are taken off at the host's border (`secret.ts`), so that nothing inside ever has to think of them.
 */

/** Stands wherever a preview does not know a value yet: a leaf, a child, or a whole list. */
export const unknown: unique symbol = Symbol("audiences.unknown");
export type Unknown = typeof unknown;

export type Value =
  | null
  | undefined
  | boolean
  | number
  | string
  | Unknown
  | readonly Value[]
  | { readonly [key: string]: Value };

/** A property bag: the inputs or the outputs of one resource. */
export type Bag = { readonly [key: string]: Value };

export const isUnknown = (value: unknown): value is Unknown => value === unknown;

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

export const isBag = (value: Value): value is Bag =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether anything in `value`, at any depth, is not known yet. */
export const hasUnknown = (value: Value): boolean => {
  if (isUnknown(value)) return true;
  if (typeof value !== "object" || value === null) return false;
  for (const child of Object.values(value)) if (hasUnknown(child)) return true;
  return false;
};

/** How deep lists and objects are nested in `value`; counts no further than `limit`, so that hostile input costs nothing. */
export const isDeeperThan = (value: unknown, limit: number): boolean => {
  if (typeof value !== "object" || value === null) return false;
  if (limit === 0) return true;
  for (const child of Object.values(value)) if (isDeeperThan(child, limit - 1)) return true;
  return false;
};

/** How many objects there are in `value`, at any depth; counts no further than just beyond `limit`. */
export const objectsIn = (value: unknown, limit: number): number => {
  if (typeof value !== "object" || value === null) return 0;
  let count = Array.isArray(value) ? 0 : 1;
  for (const child of Object.values(value)) {
    if (count > limit) return count;
    count += objectsIn(child, limit - count);
  }
  return count;
};

/** What a bag itself holds; a key such as `toString` is not taken from JavaScript's own objects. */
export const own = (bag: Bag, key: string): Value =>
  Object.hasOwn(bag, key) ? bag[key] : undefined;

/** The keys of both, each once. */
export const keysOf = (a: Bag, b: Bag): readonly string[] => {
  const keys = Object.keys(a);
  return [...keys, ...Object.keys(b).filter((key) => !Object.hasOwn(a, key))];
};

/** Equality by content. Absent and `undefined` are the same; `null` is a value of its own. */
export const equal = (a: Value, b: Value): boolean => {
  if (a === b) return true;
  if (isList(a)) {
    return isList(b) && a.length === b.length && a.every((item, index) => equal(item, b[index]));
  }
  return isBag(a) && isBag(b) && holdsAllOf(a, b) && hasNoMoreThan(a, b);
};

const holdsAllOf = (a: Bag, b: Bag): boolean => {
  for (const key of Object.keys(a)) if (!equal(a[key], own(b, key))) return false;
  return true;
};

const hasNoMoreThan = (a: Bag, b: Bag): boolean =>
  Object.keys(b).every((key) => Object.hasOwn(a, key) || b[key] === undefined);

/** The same bag without its absent properties, for they have no place in state. */
export const withoutAbsent = (bag: Bag): Bag =>
  Object.fromEntries(Object.entries(bag).filter(([, value]) => value !== undefined));
