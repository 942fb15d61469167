/** Lists whose order says nothing: what differs between two of them. */
import { byContent, type Change, changesBetween } from "../../core/changes";
import { isList, type Value } from "../../core/value";

/** A difference of more elements than this is told as one, for nobody reads a list of thousands. */
const MOST_SHOWN = 50;

const missingFrom = (
  list: readonly Value[],
  other: readonly Value[],
  kind: Change["kind"],
): readonly Change[] => {
  const known = new Set(other);
  return list.flatMap((item, index) => (known.has(item) ? [] : [{ path: [index], kind }]));
};

/** Absent, `null` and empty are different here: an empty list is a list. */
export const listChanges = (old: Value, now: Value): readonly Change[] => {
  if (!isList(old) || !isList(now))
    return changesBetween(byContent, old ?? undefined, now ?? undefined);
  const changes = [...missingFrom(now, old, "add"), ...missingFrom(old, now, "delete")];
  return changes.length > MOST_SHOWN ? [{ path: [], kind: "update" }] : changes;
};

const orEmpty = (value: Value): Value => value ?? [];

/** Absent, `null` and empty are the same. */
export const setChanges = (old: Value, now: Value): readonly Change[] =>
  listChanges(orEmpty(old), orEmpty(now));
