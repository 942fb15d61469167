/** The one translation between the program's spelling (camelCase, numbers, groups) and the wire's (snake_case, text, flat). */

import * as E from "fp-ts/Either";
import * as t from "io-ts";
import { type Bag, isList, type Value } from "../../../core/value";
import { alternatives, expansionOf } from "./expand";
import { decimalText } from "./scalar";
import { isListRelation, isNumericField, isValueless } from "./value-rules";

/** One entry as it is sent: text throughout, as the documents print it. */
export type WireEntry = { readonly [property: string]: string };

const NAMES = [
  ["field", "field"],
  ["key", "key"],
  ["relation", "relation"],
  ["hoursAgo", "hours_ago"],
  ["value", "value"],
  ["radius", "radius"],
  ["lat", "lat"],
  ["long", "long"],
] as const;

/** Properties that hold numbers. A tag condition may carry them from the vendor's own samples; there they mean nothing. */
const NUMBERS: ReadonlySet<string> = new Set(["hoursAgo", "radius", "lat", "long"]);

const toWireCondition = (condition: Bag): WireEntry => {
  const { valueList } = condition;
  const value: Value = isList(valueList) ? valueList.map(String).join(",") : condition["value"];
  const said: Bag = { ...condition, value };
  const field = String(condition["field"]);
  const isNumber = (name: string): boolean =>
    NUMBERS.has(name) || (name === "value" && isNumericField(field));
  return Object.fromEntries(
    NAMES.filter(
      ([ours]) => said[ours] !== undefined && !(field === "tag" && NUMBERS.has(ours)),
    ).map(([ours, theirs]) => {
      const text = String(said[ours]);
      return [theirs, isNumber(ours) ? decimalText(text) : text];
    }),
  );
};

const OR: WireEntry = { operator: "OR" };

/** The flat list: groups expanded, duplicates gone, every AND left out, because the API counts it among the 200 entries. */
export const toWire = (filters: readonly Value[]): readonly WireEntry[] => {
  const expansion = expansionOf(filters);
  if (E.isLeft(expansion)) return [];
  const written = alternatives(expansion.right).map((group) => group.map(toWireCondition));
  return written.flatMap((group, index) => (index === 0 ? group : [OR, ...group]));
};

const Scalar = t.union([t.string, t.number, t.boolean]);

/** An entry as the vendor answers it. Anything may be added to it; only what is read is asked for. */
export const WireFilter = t.record(t.string, t.unknown);
export type WireFilter = t.TypeOf<typeof WireFilter>;

const textOf = (value: unknown): string | undefined =>
  Scalar.is(value) ? String(value) : undefined;

/** A number where the text is one that a number prints as; otherwise the text, so that nothing is lost. */
const numeric = (text: string | undefined): number | string | undefined => {
  const number = Number(text);
  return text !== undefined && text !== "" && String(number) === text ? number : text;
};

const present = (entry: { readonly [key: string]: Value }): Bag =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));

const comparedWith = (field: string, relation: string, value: string | undefined): Bag => {
  if (value === undefined || isValueless(relation)) return {};
  if (isListRelation(relation)) return { valueList: value.split(",") };
  return { value: isNumericField(field) ? (numeric(value) ?? value) : value };
};

const READABLE: ReadonlySet<string> = new Set([
  "tag",
  "last_session",
  "first_session",
  "session_count",
  "session_time",
  "language",
  "app_version",
  "location",
  "country",
  "device_type",
  "amount_spent",
  "bought_sku",
  "email",
]);

/** Key order says nothing, so that the same definition always reads the same. */
const definitionOf = (entry: WireFilter): string =>
  JSON.stringify(Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1))));

const fromWireCondition = (entry: WireFilter): Bag => {
  const field = textOf(entry["field"]) ?? "";
  if (entry["unsupported_in_api"] === true || !READABLE.has(field)) {
    return { field: "unsupported_in_api", definition: definitionOf(entry) };
  }
  if (field === "location") {
    const [radius, lat, long] = ["radius", "lat", "long"].map((name) =>
      numeric(textOf(entry[name])),
    );
    return present({ field, radius, lat, long });
  }
  const relation = textOf(entry["relation"]);
  const isTag = field === "tag";
  return present({
    field,
    key: textOf(entry["key"]),
    relation,
    hoursAgo: isTag ? undefined : numeric(textOf(entry["hours_ago"])),
    ...comparedWith(field, relation ?? "", textOf(entry["value"])),
  });
};

/** What the vendor has, as a program would write it: AND left unsaid, numbers as numbers, lists as lists. */
export const fromWire = (entries: readonly WireFilter[]): readonly Value[] =>
  entries.flatMap((entry): readonly Bag[] => {
    const operator = textOf(entry["operator"]);
    if (operator === undefined) return [fromWireCondition(entry)];
    return operator.toUpperCase() === "OR" ? [{ field: "operator", operator: "OR" }] : [];
  });
