/**
 * Whether two filter lists mean the same by the API's rules, and what differs when they do not.
 *
 * Equal: any order of conditions and alternatives, a spelled-out AND, nested or expanded groups, repetition, alternatives that
 * another covers, `24` or `"24.0"` where the field is a number, a list of one, the order of a list's values.
 * Not called equal, although some users could never tell them apart: `country in DE, AT` and `country = DE OR country = AT`;
 * ranges that overlap or exclude each other; tag texts that read as the same number; versions that compare alike.
 */
import * as E from "fp-ts/Either";
import { type Change, changesBetween, type Identity } from "../../../core/changes";
import { type Bag, equal, hasUnknown, isBag, isList, type Value } from "../../../core/value";
import type { Group } from "./alternatives";
import { type Expansion, expansionOf } from "./expand";
import { conditionText } from "./identity";
import { operatorOf } from "./tree";

/** Texts of conditions have no line breaks: one stands between two of them, and two between alternatives. */
const inOrder = (groups: readonly Group[], texts: readonly string[]): string =>
  groups
    .map((group) =>
      group
        .map((number) => texts[number] ?? "")
        .sort()
        .join("\n"),
    )
    .sort()
    .join("\n\n");

/** One text for all lists that mean the same; nothing for a list that is not fully known, or too large to be sent. */
export const canonicalText = (filters: Value): string | undefined => {
  if (!isList(filters) || hasUnknown(filters)) return undefined;
  const expansion = expansionOf(filters);
  if (E.isLeft(expansion)) return undefined;
  const { groups, texts } = expansion.right;
  return inOrder(groups, texts);
};

const isGroup = (entry: Bag): boolean => isList(entry["anyOf"]) || isList(entry["allOf"]);

type Texts = (entry: Bag) => string | undefined;

/** Entries are the same when they mean the same, a group of one as its member; an operator is only ever the same as itself. */
const freshText = (entry: Bag, known: Texts): string | undefined => {
  if (hasUnknown(entry)) return undefined;
  const operator = operatorOf(entry);
  if (operator !== undefined) {
    return typeof operator === "string" ? `operator ${operator}` : undefined;
  }
  if (isGroup(entry)) return known(entry) ?? canonicalText([entry]);
  return typeof entry["field"] === "string" ? conditionText(entry) : undefined;
};

const NOTHING: Texts = () => undefined;

/** What the expansion of a whole list tells of the groups in it. */
const textsIn = (list: Value): Pick<Expansion, "written"> & { readonly ofGroup: Texts } => {
  const expansion = isList(list) ? expansionOf(list) : undefined;
  if (expansion === undefined || E.isLeft(expansion))
    return { written: new Map(), ofGroup: NOTHING };
  const { written, parts } = expansion.right;
  const ofGroup = (group: Bag): string | undefined => {
    const part = parts.get(group);
    return part && inOrder(part.groups, part.texts());
  };
  return { written, ofGroup };
};

/** Remembers texts while two lists are compared: a comparison asks for them again at every depth. */
const identityOf = (old: Value, now: Value): Identity => {
  const [before, after] = [textsIn(old), textsIn(now)];
  const ofGroup = (group: Bag): string | undefined => before.ofGroup(group) ?? after.ofGroup(group);
  const texts = new Map<Bag, string | undefined>();
  const remembered = (entry: Bag): string | undefined => {
    const text = texts.has(entry) ? texts.get(entry) : freshText(entry, ofGroup);
    texts.set(entry, text);
    return text;
  };
  const ofCondition = (entry: Bag): string | undefined => {
    const text = before.written.get(entry) ?? after.written.get(entry);
    return text?.startsWith("[") === true ? text : undefined;
  };
  const text = (value: Value): string | undefined =>
    isBag(value) ? (ofCondition(value) ?? remembered(value)) : undefined;
  return { text, tag: tagOf };
};

/** Two conditions on different fields, or a condition and a group, have nothing worth comparing inside. */
const tagOf = (entry: Bag): Value =>
  ["anyOf", "allOf", "operator"].find((key) => entry[key] !== undefined) ?? [
    entry["field"],
    entry["key"],
  ];

const inPlace: Identity = { text: () => undefined, tag: tagOf };

/** The places that differ, as paths into the program's own list; empty when both mean the same. */
export const filterChanges = (old: Value, now: Value): readonly Change[] => {
  if (equal(old, now)) return [];
  const before = canonicalText(old);
  if (before !== undefined && before === canonicalText(now)) return [];
  const changes = changesBetween(identityOf(old, now), old, now);
  return changes.length > 0 ? changes : changesBetween(inPlace, old, now);
};
