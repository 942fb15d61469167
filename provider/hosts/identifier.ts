/**
 * Names for variables, made of names that people gave. They are valid in TypeScript, Python, Go and YAML, and stay apart in all
 * of them: Python code writes `aB` as `a_b`, so that no two may differ in case alone.
 */

import { vendors } from "../registry";

/** Latin letters that Unicode does not take apart into a letter and a mark. */
const PLAIN: { readonly [letter: string]: string } = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ħ: "h",
  ı: "i",
  ŋ: "n",
  ŧ: "t",
};

const withoutMarks = (letter: string): string => {
  const bare = letter.normalize("NFD").replace(/\p{M}/gu, "");
  const lower = bare.toLowerCase();
  const plain = PLAIN[lower];
  if (plain === undefined) return bare;
  return lower === bare ? plain : plain.charAt(0).toUpperCase() + plain.slice(1);
};

/** Letters and digits that all four languages take; no marks, because Go takes none, and nothing from the newer planes. */
const isUsable = (letter: string): boolean =>
  letter.length === 1 && /^[\p{L}\p{Nd}]$/u.test(letter) && /^\p{XID_Continue}$/u.test(letter);

/** The words of a text: what stands between spaces, signs, emoji and the like. `VIP's` is one word. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize("NFKC")
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, "")
    .replace(/\p{Script=Latin}/gu, withoutMarks)
    .replace(/\p{M}/gu, "")
    .replace(/./gsu, (letter) => (isUsable(letter) ? letter : " "))
    .split(" ")
    .filter((word) => word !== "");

/** `VIP`, and `VIPs`. */
const isShouted = (word: string): boolean => {
  const stem = word.replace(/s$/, "");
  return stem.length > 1 && stem === stem.toUpperCase() && stem !== stem.toLowerCase();
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Two numbers in a row stay two: `1.10` becomes `1_10`. */
const joined = (words: readonly string[]): string =>
  words
    .map((word) => (isShouted(word) ? word.toLowerCase() : word))
    .map((word, index) =>
      index === 0 ? word.charAt(0).toLowerCase() + word.slice(1) : capital(word),
    )
    .join(" ")
    .replace(/(?<=\p{Nd}) (?=\p{Nd})/gu, "_")
    .replaceAll(" ", "")
    .normalize("NFKC")
    .replace(/\p{M}/gu, "");

/** More letters than this nobody reads; a name is cut between words. */
const LONGEST = 40;

const cut = (words: readonly string[]): readonly string[] => {
  const lengths = words.map((_, index) => words.slice(0, index + 1).join("").length);
  const kept = words.filter((_, index) => (lengths[index] ?? 0) <= LONGEST);
  return kept.length > 0 ? kept : words.slice(0, 1).map((word) => word.slice(0, LONGEST));
};

const RESERVED: ReadonlySet<string> = new Set(
  [
    // JavaScript and TypeScript
    "abstract any arguments as async await boolean break case catch class const constructor continue debugger declare default",
    "delete do else enum eval export extends false finally for from function get if implements import in infer instanceof",
    "interface is keyof let module namespace never new null number object of package private protected public readonly require",
    "return set static string super switch symbol this throw true try type typeof undefined unique unknown var void while with",
    "yield exports process console global globalThis NaN Infinity",
    // Python
    "and assert def del elif except from global lambda none nonlocal not or pass raise print list dict str int float bool len",
    "filter map range input id open all any self match",
    // Go
    "chan defer fallthrough func go goto struct select nil error append cap close complex copy imag iota main init make panic",
    "println real recover rune byte uint uint8 int64 uintptr float64 ctx err",
    // YAML and the intermediate language of imports
    "yes no on off y n pulumi options config variables outputs resources element entries lookup join split",
    // What the generated programs import
    "audiences",
    ...vendors.map(({ name }) => name),
  ]
    .join(" ")
    .toLowerCase()
    .split(" "),
);

/** A good name for one thing, in camelCase. `noun` says what it is, where the text alone makes no name. */
export const identifier = (text: string, noun: string): string => {
  const name = joined(cut(wordsOf(text)));
  if (name === "") return noun;
  if (!/^\p{XID_Start}/u.test(name) || /^\p{Nd}/u.test(name)) return `${noun}${capital(name)}`;
  return RESERVED.has(name.toLowerCase()) ? `${name}${capital(noun)}` : name;
};
