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
  if (isList(value)) return value.some(hasUnknown);
  for (const key in value) if (hasUnknown(value[key])) return true;
  return false;
};

export interface Bounds {
  /** How many lists and objects may be inside each other. */
  readonly depth: number;
  /** How many objects there may be, at all depths together. */
  readonly objects: number;
}

interface Walk extends Bounds {
  seen: number;
}

const goesBeyond = (value: object, depth: number, walk: Walk): keyof Bounds | undefined => {
  if (depth === 0) return "depth";
  const isArray = Array.isArray(value);
  walk.seen += isArray ? 0 : 1;
  if (walk.seen > walk.objects) return "objects";
  const children: readonly unknown[] = isArray ? value : Object.values(value);
  for (const child of children) {
    const found = isObject(child) ? goesBeyond(child, depth - 1, walk) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
};

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Which bound `value` goes beyond. Looks no further than that, so that hostile input costs next to nothing. */
export const beyond = (value: unknown, bounds: Bounds): keyof Bounds | undefined =>
  isObject(value) ? goesBeyond(value, bounds.depth, { ...bounds, seen: 0 }) : undefined;

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
