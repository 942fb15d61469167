/** Who is in a segment, in words. Lists that mean the same read the same, because what is printed is the canonical form. */
import { isList, type Value } from "../../../core/value";
import { spellOut } from "../../../core/wording";
import { canonicalAtoms } from "./canonical";
import type { Atom } from "./clause";
import { fieldInWords, isField, kinds } from "./field";
import { timeInWords } from "./time";

const TEXT_WORDS: { readonly [relation: string]: string } = {
  "==": "is",
  "!=": "is not",
  starts_with: "starts with",
  ends_with: "ends with",
  contains: "contains",
};

const NUMBER_WORDS: { readonly [relation: string]: string } = {
  "==": "is",
  "!=": "is not",
  ">": "is more than",
  ">=": "is at least",
  "<": "is less than",
  "<=": "is at most",
};

const TIME_WORDS: { readonly [relation: string]: string } = {
  "==": "is exactly",
  "!=": "is not exactly",
  ">": "is after",
  ">=": "is not before",
  "<": "is before",
  "<=": "is not after",
};

/** Text is quoted where its end would not be seen. */
const quoted = (text: string): string => (/^[\w.@/+-]+$/.test(text) ? text : JSON.stringify(text));

const valueInWords = ({ field, value }: Atom): string => {
  const kind = isField(field) ? kinds[field] : undefined;
  return kind === "time" && /^\d+$/.test(value) ? timeInWords(Number(value)) : quoted(value);
};

const VERBS = { text: TEXT_WORDS, whole: NUMBER_WORDS, time: TIME_WORDS };

/** What an import found may have relations that nobody documents; they are said as they stand. */
const verb = ({ field, relation }: Atom): string => {
  const verbs = VERBS[isField(field) ? kinds[field] : "text"];
  return (Object.hasOwn(verbs, relation) ? verbs[relation] : undefined) ?? relation;
};

const subject = ({ field }: Atom): string => fieldInWords(field);

const ALONE = "";

/** Atoms that differ in their value alone are said in one breath: `country is DE or AT`. */
const inOneBreath = (atoms: readonly Atom[]): string => {
  const [first] = atoms;
  if (first === undefined) return ALONE;
  if (first.field === "") return `unreadable constraint ${first.value}`;
  if (first.relation === "exists") return `${subject(first)} is known`;
  return `${subject(first)} ${verb(first)} ${spellOut(atoms.map(valueInWords))}`;
};

const clauseInWords = (atoms: readonly Atom[]): readonly string[] => {
  const breaths = new Map<string, Atom[]>();
  for (const atom of atoms) {
    const key = JSON.stringify([atom.field, atom.relation]);
    breaths.set(key, [...(breaths.get(key) ?? []), atom]);
  }
  return [...breaths.values()].map(inOneBreath);
};

/** `country is DE or AT, and last session is after 2026-01-01`; alternatives about different things stand in parentheses. */
export const expression = (groups: Value): string => {
  const clauses = canonicalAtoms(isList(groups) ? groups : []).map(clauseInWords);
  if (clauses.length === 0) return "everybody";
  return clauses
    .map((said) => {
      const words = said.join(", or ");
      return said.length > 1 && clauses.length > 1 ? `(${words})` : words;
    })
    .join(", and ");
};
