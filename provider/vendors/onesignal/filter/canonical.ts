/**
 * Whether two filter lists mean the same by the API's rules, and what differs when they do not.
 *
 * Equal: any order of conditions and alternatives, a spelled-out AND, nested or expanded groups, repetition, alternatives that
 * another covers, `24` or `"24.0"` where the field is a number, a list of one, the order of a list's values.
 * Not called equal, although some users could never tell them apart: `country in DE, AT` and `country = DE OR country = AT`;
 * ranges that overlap or exclude each other; tag texts that read as the same number; versions that compare alike.
 */
import * as E from "fp-ts/Either";
import { type Change, changesInside, type Identity } from "../../../core/changes";
import { type Bag, equal, hasUnknown, isBag, isList, type Value } from "../../../core/value";
import type { Group } from "./alternatives";
import { type Counted, countedIn, hasSameForm, inOrder } from "./counted";
import { type Expansion, expansionOf } from "./expand";
import { conditionText } from "./identity";
import { operatorOf, type Written } from "./tree";

type Known = Expansion & Written;

/** Texts of conditions have no line breaks: one stands between two of them, and two between alternatives. */
const textOf = (groups: readonly Group[], { conditions }: Expansion): string =>
  groups
    .map((group) =>
      group
        .map((number) => conditions[number]?.text ?? "")
        .sort()
        .join("\n"),
    )
    .sort()
    .join("\n\n");

/** A list through and through known, and small enough to be sent; nothing else has a canonical form. */
const knownExpansion = (filters: Value): Known | undefined => {
  const expansion = isList(filters) ? expansionOf(filters) : undefined;
  if (expansion === undefined || E.isLeft(expansion)) return undefined;
  return expansion.right.isKnown ? expansion.right : undefined;
};

/** One text for all lists that mean the same; nothing for a list that is not fully known, or too large to be sent. */
export const canonicalText = (filters: Value): string | undefined => {
  const expansion = knownExpansion(filters);
  return expansion && textOf(expansion.groups, expansion);
};

const isGroup = (entry: Bag): boolean => isList(entry["anyOf"]) || isList(entry["allOf"]);

/** Entries are the same when they mean the same, a group of one as its member; an operator is only ever the same as itself. */
const freshText = (entry: Bag): string | undefined => {
  if (hasUnknown(entry)) return undefined;
  const operator = operatorOf(entry);
  if (operator !== undefined) {
    return typeof operator === "string" ? `operator ${operator}` : undefined;
  }
  if (isGroup(entry)) return canonicalText([entry]);
  return typeof entry["field"] === "string" ? conditionText(entry) : undefined;
};

/** Two conditions on different fields, or a condition and a group, have nothing worth comparing inside. */
const tagOf = (entry: Bag): Value =>
  ["anyOf", "allOf", "operator"].find((key) => entry[key] !== undefined) ?? [
    entry["field"],
    entry["key"],
  ];

/** Remembers texts while two lists are compared: a comparison asks for them again at every depth. */
const byText = (): Identity => {
  const texts = new Map<Bag, string | undefined>();
  const text = (entry: Value): string | undefined => {
    if (!isBag(entry)) return undefined;
    if (!texts.has(entry)) texts.set(entry, freshText(entry));
    return texts.get(entry);
  };
  return { text, tag: tagOf };
};

/** The same for two lists that are both known, of which everything has been counted already. */
const byNumbers = ({ before, after, isBefore }: Counted): Identity => ({
  text: (entry) => {
    if (!isBag(entry)) return undefined;
    const was = before.parts.get(entry);
    if (was !== undefined) return inOrder(was, isBefore);
    const is = after.parts.get(entry);
    return is === undefined ? freshText(entry) : inOrder(is);
  },
  tag: tagOf,
});

const inPlace: Identity = { text: () => undefined, tag: tagOf };

/** The places that differ, as paths into the program's own list; empty when both mean the same. */
export const filterChanges = (old: Value, now: Value): readonly Change[] => {
  if (equal(old, now)) return [];
  const counted = countedIn(knownExpansion(old), knownExpansion(now));
  if (counted !== undefined && hasSameForm(counted)) return [];
  const identity = counted === undefined ? byText() : byNumbers(counted);
  const changes = changesInside(identity, old, now);
  return changes.length > 0 ? changes : changesInside(inPlace, old, now);
};
