/** Words for people: lists, near misses, values cut to a readable length. */

/** `a, b or c`. */
export const spellOut = (words: readonly string[], last = "or"): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;

const camel = (key: string): string =>
  key.replace(/[_-]+([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const nextRow = (row: readonly number[], letter: string, other: string): readonly number[] => {
  const next = [(row[0] ?? 0) + 1];
  for (let i = 1; i < row.length; i += 1) {
    const change = (row[i - 1] ?? 0) + (letter === other[i - 1] ? 0 : 1);
    next.push(Math.min(change, (row[i] ?? 0) + 1, (next[i - 1] ?? 0) + 1));
  }
  return next;
};

/** How many letters must change to turn one word into the other (Levenshtein). */
const distance = (a: string, b: string): number => {
  const first: readonly number[] = Array.from({ length: b.length + 1 }, (_, i) => i);
  return [...a].reduce((row, letter) => nextRow(row, letter, b), first).at(-1) ?? 0;
};

const LONGEST_WORD = 64;

/** The key that was probably meant: the same word in another spelling, or one with a letter or two wrong. */
export const nearest = (key: string, known: readonly string[]): string | undefined => {
  if (key.length > LONGEST_WORD) return undefined;
  const wanted = camel(key).toLowerCase();
  const near = known
    .map((word) => ({ word, far: distance(wanted, word.toLowerCase()) }))
    .filter(({ word, far }) => far <= Math.max(1, Math.floor(word.length / 3)));
  return near.sort((a, b) => a.far - b.far)[0]?.word;
};

/** What to write instead of a key that is not known. */
export const didYouMean = (key: string, known: readonly string[]): string => {
  const word = nearest(key, known);
  return word === undefined ? `it has ${spellOut(known, "and")}` : `write \`${word}\` instead`;
};

const LONGEST_VALUE = 60;

/** A value as a person would write it, cut where it gets long. */
export const show = (value: unknown): string => {
  if (typeof value === "object" && value !== null) {
    return Array.isArray(value) ? "a list" : "an object";
  }
  const written = typeof value === "string" ? JSON.stringify(value) : String(value);
  return written.length > LONGEST_VALUE ? `${written.slice(0, LONGEST_VALUE)}…` : written;
};

/** `1 segment`, `2 segments`. */
export const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? "" : "s"}`;
