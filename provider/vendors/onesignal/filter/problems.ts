/** The rules of a filter list as a whole: where operators may stand, and how long the flat form may be. */
import * as E from "fp-ts/Either";
import { print } from "../../../core/path";
import type { CheckFailure } from "../../../core/problem";
import { hasUnknown, isBag, isList, type Value } from "../../../core/value";
import { limits } from "../limits";
import { expansionOf } from "./expand";
import { operatorOf } from "./tree";

const operatorProblem = (entries: readonly Value[], index: number): string | undefined => {
  const operator = operatorOf(entries[index]);
  if (operator === undefined) return undefined;
  const says =
    typeof operator === "string" ? `{ operator: ${JSON.stringify(operator)} }` : "an operator";
  if (index === 0) return `must not begin with ${says}: an operator stands between two conditions`;
  if (operatorOf(entries[index - 1]) !== undefined) {
    return `must not have ${says} right after another operator: remove one of them`;
  }
  return index === entries.length - 1
    ? `must not end with ${says}: an operator stands between two conditions`
    : undefined;
};

const operatorProblems = (entries: readonly Value[]): readonly CheckFailure[] =>
  entries.flatMap((_, index) => {
    const problem = operatorProblem(entries, index);
    return problem === undefined ? [] : [{ path: [index], problem }];
  });

const MILLION = 1_000_000;

/** What is not known yet may turn out to be an OR, or to repeat something; then nothing can be said of the size. */
const sizeProblems = (entries: readonly Value[]): readonly CheckFailure[] => {
  const expansion = expansionOf(entries);
  if (E.isRight(expansion) || hasUnknown(entries)) return [];
  const { entries: needed, culprit } = expansion.left;
  const size = needed <= MILLION ? String(Math.round(needed)) : "more than a million";
  const where =
    culprit === undefined ? "" : `; ${print(["filters", ...culprit])} multiplies it most`;
  const problem = `must come to at most ${limits.entries} entries, and would need ${size} in the flat form that OneSignal takes (conditions, and an OR between alternatives)${where}. Split the segment, or use \`in_array\``;
  return [{ path: [], problem }];
};

/** More entries than Check looks at: some of them are no objects, and the codec has said so. */
const MOST_ENTRIES = 5_000;

const isTooLong = (filters: Value): boolean => {
  let left = MOST_ENTRIES;
  const count = (entries: Value): void => {
    if (!isList(entries)) return;
    left -= entries.length;
    if (left < 0) return;
    for (const entry of entries) {
      if (!isBag(entry)) continue;
      count(entry["anyOf"]);
      count(entry["allOf"]);
    }
  };
  count(filters);
  return left < 0;
};

/** Paths start at the list. Says nothing about what is no list; the codec does. */
export const filterProblems = (filters: Value): readonly CheckFailure[] => {
  if (!isList(filters) || isTooLong(filters)) return [];
  return [...operatorProblems(filters), ...sizeProblems(filters)];
};

/** Whether a condition that only the dashboard can write is among them, at any depth. */
export const hasUnsupported = (filters: Value): boolean => {
  if (isList(filters)) return filters.some(hasUnsupported);
  if (!isBag(filters)) return false;
  return (
    filters["field"] === "unsupported_in_api" ||
    hasUnsupported(filters["anyOf"]) ||
    hasUnsupported(filters["allOf"])
  );
};
