/** The words between a field and a value, and what to say of those that other documents use. */
import { type EnumType, oneOf } from "../../../core/codec";
import { spellOut } from "../../../core/wording";
import {
  type Kind,
  type OrderedRelation,
  orderedRelations,
  type Relation,
  type TextRelation,
  textRelations,
} from "./field";

/** Words of other documents and vendors, in lower case and without `_`, `-` and spaces. */
const MEANT: ReadonlyMap<string, Relation> = new Map(
  Object.entries<Relation>({
    "=": "==",
    "===": "==",
    eq: "==",
    equal: "==",
    equals: "==",
    is: "==",
    "<>": "!=",
    "!==": "!=",
    neq: "!=",
    ne: "!=",
    notequal: "!=",
    notequals: "!=",
    isnot: "!=",
    startswith: "starts_with",
    beginswith: "starts_with",
    prefix: "starts_with",
    endswith: "ends_with",
    suffix: "ends_with",
    contains: "contains",
    strcontainsany: "contains",
    exists: "exists",
    isset: "exists",
    gt: ">",
    after: ">",
    gte: ">=",
    lt: "<",
    before: "<",
    lte: "<=",
  }),
);

const plain = (word: string): string => word.toLowerCase().replace(/[_\-\s]/g, "");

const quoted = (words: readonly string[]): string =>
  spellOut(words.map((word) => JSON.stringify(word)));

/** What Push0 has nothing for, and how to say it all the same. */
const ABSENT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    inarray:
      'is no relation of Push0: write a constraint with "==" for each value, in a group of type "OR"',
    any: 'is no relation of Push0: write a constraint with "==" for each value, in a group of type "OR"',
    notinarray:
      'is no relation of Push0: write a constraint with "!=" for each value, in a group of type "AND"',
    none: 'is no relation of Push0: write a constraint with "!=" for each value, in a group of type "AND"',
    notexists: "is no relation of Push0: it has `exists`, and nothing for its opposite",
    notcontains: "is no relation of Push0: it has `contains`, and nothing for its opposite",
  }),
);

/** Only the words of the page's own example need a reason; the others are somebody else's. */
const spelled = (word: string, meant: Relation): string =>
  word === "EQUALS" || word === "CONTAINS"
    ? `is written ${JSON.stringify(meant)}: an example of Push0's page has ${word}, but its table of relations does not`
    : `is written ${JSON.stringify(meant)} at Push0`;

const elsewhere = (meant: Relation, kind: Kind): string => {
  if (kind === "text") {
    return `cannot be ${JSON.stringify(meant)}: the field is text, and Push0 orders numbers and times only. Write a constraint with "==" for each value, in a group of type "OR"`;
  }
  const what = kind === "time" ? "a time" : "a number";
  return `cannot be ${JSON.stringify(meant)}, which is for text: the field is ${what}, and has ${quoted(orderedRelations)}`;
};

const explain =
  (kind: Kind, known: readonly string[]) =>
  (word: unknown): string | undefined => {
    if (typeof word !== "string") return undefined;
    const absent = ABSENT.get(plain(word));
    if (absent !== undefined) return absent;
    const isRelation = [...textRelations, ...orderedRelations].find((one) => one === word);
    const meant = isRelation ?? MEANT.get(plain(word));
    if (meant === undefined) return undefined;
    return known.includes(meant) ? spelled(word, meant) : elsewhere(meant, kind);
  };

export const textRelation = (name: string): EnumType<TextRelation> =>
  oneOf(name, textRelations, explain("text", textRelations));

export const orderedRelation = (name: string, kind: "whole" | "time"): EnumType<OrderedRelation> =>
  oneOf(name, orderedRelations, explain(kind, orderedRelations));

/** Relations under the names that the page's own example gives them, as a segment from elsewhere may still have them. */
export const relationRead = (word: string): string =>
  word === "EQUALS" || word === "CONTAINS" ? (MEANT.get(plain(word)) ?? word) : word;
