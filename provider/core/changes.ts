import type { Path } from "./path";
import { type Bag, equal, isBag, isList, keysOf, own, type Value } from "./value";

/** One place that changed, as a path into what the user wrote: into the new value, or into the old one for `delete`. */
export interface Change {
  readonly path: Path;
  readonly kind: "add" | "delete" | "update";
}

/**
 * What makes two values the same. Equal texts mean the same; `undefined` means "compare by content". A variant's tag, when two
 * objects differ in it, makes them different things, of which it is no use to compare the parts.
 */
export interface Identity {
  readonly text: (value: Value) => string | undefined;
  readonly tag: (value: Bag) => Value;
}

/** Compares by content only. */
export const byContent: Identity = { text: () => undefined, tag: () => undefined };

const at = (path: Path, kind: Change["kind"]): readonly Change[] => [{ path, kind }];

const isSame = (identity: Identity, old: Value, now: Value): boolean => {
  const text = identity.text(old);
  return text === undefined ? equal(old, now) : text === identity.text(now);
};

const inBag = (identity: Identity, old: Bag, now: Bag, path: Path): readonly Change[] =>
  keysOf(old, now).flatMap((key) =>
    changesBetween(identity, own(old, key), own(now, key), [...path, key]),
  );

/** A text for each element, so that a list is compared in one pass. Content that has no text of its own is written out. */
const textsOf = (identity: Identity, items: readonly Value[]): readonly string[] =>
  items.map((item) => identity.text(item) ?? `content ${contentOf(item)}`);

/** The same for the same content: neither the order of keys nor an absent one makes a difference. */
const contentOf = (value: Value): string => {
  if (isList(value)) return `[${value.map(contentOf).join()}]`;
  if (!isBag(value)) return typeof value === "string" ? JSON.stringify(value) : String(value);
  const keys = Object.keys(value).filter((key) => value[key] !== undefined);
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${contentOf(value[key])}`)
    .join()}}`;
};

interface Unmatched {
  readonly gone: ReadonlySet<number>;
  readonly fresh: ReadonlySet<number>;
}

const byText = (texts: readonly string[], indices: Iterable<number>): Map<string, number[]> => {
  const found = new Map<string, number[]>();
  for (const index of indices) {
    const text = texts[index] ?? "";
    found.set(text, [...(found.get(text) ?? []), index]);
  }
  return found;
};

/** The indices of `old` and `now` that have no counterpart of the same meaning; a counterpart at the same index goes first. */
const unmatched = (old: readonly string[], now: readonly string[]): Unmatched => {
  const isKept = (index: number): boolean => index < old.length && old[index] === now[index];
  const rest = [...old.keys()].filter((index) => !isKept(index));
  const waiting = byText(
    now,
    [...now.keys()].filter((index) => !isKept(index)),
  );
  const gone = rest.filter((index) => waiting.get(old[index] ?? "")?.shift() === undefined);
  return { gone: new Set(gone), fresh: new Set([...waiting.values()].flat()) };
};

const inPlace = (
  identity: Identity,
  old: readonly Value[],
  now: readonly Value[],
  path: Path,
): readonly Change[] =>
  Array.from({ length: Math.max(old.length, now.length) }, (_, i) => i).flatMap((i) =>
    changesBetween(identity, old[i], now[i], [...path, i]),
  );

const inList = (
  identity: Identity,
  old: readonly Value[],
  now: readonly Value[],
  path: Path,
): readonly Change[] => {
  const { gone, fresh } = unmatched(textsOf(identity, old), textsOf(identity, now));
  if (gone.size + fresh.size === 0) return inPlace(identity, old, now, path);
  const indices = [...new Set([...gone, ...fresh])].sort((a, b) => a - b);
  return indices.flatMap((i) => {
    if (!fresh.has(i)) return at([...path, i], "delete");
    return gone.has(i)
      ? changesInside(identity, old[i], now[i], [...path, i])
      : at([...path, i], "add");
  });
};

/** The smallest places in which two values differ that are known not to be the same. */
export const changesInside = (
  identity: Identity,
  old: Value,
  now: Value,
  path: Path = [],
): readonly Change[] => {
  if (old === undefined) return at(path, "add");
  if (now === undefined) return at(path, "delete");
  if (isList(old) && isList(now)) return inList(identity, old, now, path);
  if (isBag(old) && isBag(now) && equal(identity.tag(old), identity.tag(now))) {
    return inBag(identity, old, now, path);
  }
  return at(path, "update");
};

/**
 * The smallest places that differ. List elements that only moved are left out as long as something else tells the two lists
 * apart; where the order alone differs, the places that hold something else are named.
 */
export const changesBetween = (
  identity: Identity,
  old: Value,
  now: Value,
  path: Path = [],
): readonly Change[] => (isSame(identity, old, now) ? [] : changesInside(identity, old, now, path));
