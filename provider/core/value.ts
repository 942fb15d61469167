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
  if (isList(value)) return value.some(hasUnknown);
  return isBag(value) && Object.values(value).some(hasUnknown);
};

/** How deep lists and objects are nested in `value`; counts no further than `limit`, so that hostile input costs nothing. */
export const isDeeperThan = (value: unknown, limit: number): boolean => {
  if (typeof value !== "object" || value === null) return false;
  if (limit === 0) return true;
  return Object.values(value).some((child) => isDeeperThan(child, limit - 1));
};

/** Equality by content. Absent and `undefined` are the same; `null` is a value of its own. */
export const equal = (a: Value, b: Value): boolean => {
  if (a === b) return true;
  if (isList(a)) {
    return isList(b) && a.length === b.length && a.every((item, index) => equal(item, b[index]));
  }
  if (!isBag(a) || !isBag(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => equal(a[key], b[key]));
};

/** The same bag without its absent properties, for they have no place in state. */
export const withoutAbsent = (bag: Bag): Bag =>
  Object.fromEntries(Object.entries(bag).filter(([, value]) => value !== undefined));
