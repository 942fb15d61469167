/** Names of enum values in languages where `!=` is no name, and what the words of every vendor's grammar mean. */

const NAMES: { readonly [word: string]: string } = {
  "==": "Equal",
  "=": "Equal",
  "!=": "NotEqual",
  ">": "GreaterThan",
  ">=": "GreaterThanOrEqual",
  "<": "LessThan",
  "<=": "LessThanOrEqual",
};

const MEANINGS: { readonly [word: string]: string } = {
  "=": "Is the value.",
  "!=": "Is anything but the value.",
  ">": "Is more than the value.",
  ">=": "Is the value or more.",
  "<": "Is less than the value.",
  "<=": "Is the value or less.",
  exists: "Is set, to whatever value.",
  not_exists: "Is not set.",
  and: "All must hold.",
  or: "One of them is enough.",
};

const capitalised = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** A word in capitals is one word and not an abbreviation: `OR` becomes `Or`. */
const softened = (word: string): string =>
  word === word.toUpperCase() ? word.toLowerCase() : word;

/** `!=` becomes `NotEqual`, `not_exists` becomes `NotExists`, `OR` becomes `Or`. */
export const enumName = (value: string): string =>
  NAMES[value] ??
  value
    .split(/[^A-Za-z0-9]+/)
    .map((word) => capitalised(softened(word)))
    .join("");

/** What a value means, when its vendor's facts do not say it better and the word alone does not. */
export const enumMeaning = (value: string): string | undefined => MEANINGS[value.toLowerCase()];
