/**
 * Names for variables, made of names that people gave. They are valid in TypeScript, Python, Go and YAML, and stay apart in all
 * of them: Python code writes `aB` as `a_b`, so that no two may differ in case alone.
 */

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
    "audiences onesignal statsig push0",
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

/** Letters, digits, emoji and the signs that mean nothing in any language's quotes. */
const HARMLESS = /\p{L}|\p{M}|\p{N}|\p{Extended_Pictographic}|[ ._,()+/&!?'-]/u;

/** What joins emoji to one. */
const JOINERS: ReadonlySet<string> = new Set(["\u200D", "\uFE0F"]);

/** Texts that YAML takes for a number, a date, a flag or nothing. */
const isYamlValue = (text: string): boolean =>
  !/\p{L}|\p{Extended_Pictographic}/u.test(text) ||
  /^[-+]?(0x[\da-f_]+|0o?[0-7_]+|0b[01_]+|[\d_.]+e[-+]?\d+|[\d-]+t[\d:.+-]*z?)$/i.test(text) ||
  /^(null|true|false|yes|no|on|off|y|n|[-+]?\.(inf|nan))$/i.test(text);

/**
 * A name for a resource that all of Pulumi's generators of programs write rightly: they put it between quotes as it stands, and
 * YAML's without quotes. It is the given name but for signs that would get in their way.
 */
export const resourceName = (name: string, variable: string): string => {
  const isKept = (sign: string): boolean => HARMLESS.test(sign) || JOINERS.has(sign);
  const kept = [...name.normalize("NFC")].map((sign) => (isKept(sign) ? sign : " ")).join("");
  const text = kept
    .replace(/ +/g, " ")
    .replace(/^[^\p{L}\p{N}\p{Extended_Pictographic}]+/u, "")
    .trim();
  return isYamlValue(text) ? variable : text;
};

/** How names are told apart, and made different when they are not. */
interface Distinction {
  readonly taken?: Iterable<string>;
  /** Names with the same fold are the same; by default the case of letters says nothing. */
  readonly fold?: (name: string) => string;
  readonly numbered?: (name: string, number: number) => string;
}

/** Gives each name once: one that is taken gets a number. */
export const distinct = ({
  taken = [],
  fold = (name) => name.toLowerCase(),
  numbered = (name, number) => `${name}${number}`,
}: Distinction = {}): ((name: string) => string) => {
  const used = new Set([...taken].map(fold));
  const next = new Map<string, number>();
  return (name) => {
    let given = name;
    for (let number = next.get(fold(name)) ?? 2; used.has(fold(given)); number += 1) {
      given = numbered(name, number);
      next.set(fold(name), number + 1);
    }
    used.add(fold(given));
    return given;
  };
};
