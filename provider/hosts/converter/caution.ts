/** What Pulumi's own generator of programs would get wrong. It writes all languages, and nobody but a person can mend what it wrote. */
import { type Bag, isBag, isList, type Value } from "../../core/value";
import type { Importable } from "../inventory";

/** A segment whose code needs a look. */
export interface Caution {
  readonly segment: Importable;
  readonly reason: string;
}

const textsIn = (value: Value): readonly string[] => {
  if (typeof value === "string") return [value];
  if (isList(value)) return value.flatMap(textsIn);
  return isBag(value) ? Object.values(value).flatMap(textsIn) : [];
};

/** Texts of conditions, not of the segment itself. */
const innerTexts = (inputs: Bag): readonly string[] =>
  Object.values(inputs).flatMap((value) => (typeof value === "string" ? [] : textsIn(value)));

const MISTAKEN =
  "its name is also a text in the conditions of other segments; there Pulumi's generator writes a reference to this segment. Put the text back, or use `audiences import`, which writes texts";

const COMPOSED =
  "it has a text that is not in Unicode's composed form (NFC), and Pulumi's generator composes all texts, which changes it. Use `audiences import`, which keeps it";

const isComposed = (text: string): boolean => text === text.normalize("NFC");

export const cautionsOf = (importable: readonly Importable[]): readonly Caution[] => {
  const texts = new Set(importable.flatMap(({ inputs }) => innerTexts(inputs)));
  return importable.flatMap((segment): readonly Caution[] => {
    const isMistakable = texts.has(segment.listed.name);
    const isKept = textsIn(segment.inputs).every(isComposed);
    return [
      ...(isMistakable ? [{ segment, reason: MISTAKEN }] : []),
      ...(isKept ? [] : [{ segment, reason: COMPOSED }]),
    ];
  });
};
