/** What one constraint may have got wrong by itself: codes, units, spellings. Warnings, because Push0's pages leave it open. */
import type { CheckFailure } from "../../../core/problem";
import { type Bag, isBag, isList, type Value } from "../../../core/value";
import { isField, kinds } from "./field";
import { otherCode } from "./language";

const country = (value: string): string | undefined => {
  if (value === "UK") {
    return 'is named by Push0\'s pages, but ISO 3166-1 has "GB" for the United Kingdom, and "UK" for nobody: devices most likely report "GB". With both in a group of type "OR" nobody is missed';
  }
  return /^\d{3}$/.test(value)
    ? "is a UN M.49 number, which only the guide to Push0's console names; the REST pages know two-letter codes only"
    : undefined;
};

const language = (value: string): string | undefined => {
  const other = otherCode(value);
  return other === undefined
    ? undefined
    : `is one of two ISO 639-2 codes of this language, and Push0 does not say which it keeps; devices report ${JSON.stringify(other)}`;
};

const timezone = (value: string): string | undefined => {
  try {
    void new Intl.DateTimeFormat("en", { timeZone: value });
    return undefined;
  } catch {
    return "is no time zone that this machine's IANA database knows; check the spelling";
  }
};

/** As seconds: 2001 to 5138. As milliseconds: the first weeks of 1970. */
const looksLikeSeconds = (ms: number): boolean => 1e9 <= ms && ms < 1e11;

const time = (value: Value): string | undefined =>
  looksLikeSeconds(Number(value))
    ? "is early in 1970 when read as milliseconds, as Push0 does; multiply seconds by 1000"
    : undefined;

const whole: { readonly [field: string]: (value: string) => string | undefined } = {
  country,
  language,
  timezone,
};

const PARTS: ReadonlySet<Value> = new Set(["starts_with", "ends_with", "contains"]);

const relationHint = ({ field, relation }: Bag): string | undefined =>
  field === "type" && (PARTS.has(relation) || relation === "exists")
    ? "is not offered for `type` in Push0's console, which has equals and not equals"
    : undefined;

const valueHint = ({ field, relation, value }: Bag): string | undefined => {
  if (!isField(field) || value === undefined) return undefined;
  if (relation === "exists") return "has no meaning beside `exists`; leave it out";
  if (kinds[field] === "time") return time(value);
  return relation === "==" || relation === "!=" ? whole[field]?.(String(value)) : undefined;
};

const hintsOf = (constraint: Bag, path: readonly (string | number)[]): readonly CheckFailure[] =>
  (
    [
      ["relation", relationHint(constraint)],
      ["value", valueHint(constraint)],
    ] as const
  ).flatMap(([key, problem]) => (problem === undefined ? [] : [{ path: [...path, key], problem }]));

/** Paths start at the list of groups. */
export const hints = (groups: readonly Value[]): readonly CheckFailure[] =>
  groups.flatMap((group, i) =>
    isBag(group) && isList(group["constraints"])
      ? group["constraints"].flatMap((constraint, j) =>
          isBag(constraint) ? hintsOf(constraint, [i, "constraints", j]) : [],
        )
      : [],
  );
