/** Constraints as a TypeScript program says them with the builders of `pulumi-audiences/push0`. */
import { builder, type Code, call, literal } from "../../core/code";
import { type Bag, isBag, isList, type Value } from "../../core/value";
import { atomOf } from "./constraint/clause";
import { expression } from "./constraint/expression";
import { isField, type Kind, kinds } from "./constraint/field";
import { epochMs, isoOf } from "./constraint/time";
import { limits } from "./limits";

/** Where a field's own name would hide something of the program's, or say too little. */
const NAMES: { readonly [field: string]: string } = { type: "deviceType", id: "deviceId" };

const TEXTS: { readonly [relation: string]: string } = {
  "==": "is",
  "!=": "isNot",
  starts_with: "startsWith",
  ends_with: "endsWith",
  contains: "contains",
  exists: "exists",
};

const NUMBERS: { readonly [relation: string]: string } = {
  "==": "is",
  "!=": "isNot",
  ">": "isGreaterThan",
  ">=": "isAtLeast",
  "<": "isLessThan",
  "<=": "isAtMost",
};

const TIMES: { readonly [relation: string]: string } = {
  "==": "is",
  "!=": "isNot",
  ">": "isAfter",
  ">=": "isNotBefore",
  "<": "isBefore",
  "<=": "isNotAfter",
};

const METHODS = { text: TEXTS, whole: NUMBERS, time: TIMES };

/** A moment as people write it: a day where it is the beginning of one. */
const moment = (ms: number): Code => {
  const text = isoOf(ms).replace("T00:00:00.000Z", "").replace(".000Z", "Z");
  return literal(epochMs(text) === ms ? text : ms);
};

const argument = (kind: Kind, value: Value): Code | undefined => {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  if (kind === "text") return literal(String(value));
  if (kind === "whole")
    return /^\d{1,15}$/.test(String(value)) ? literal(Number(value)) : undefined;
  const ms = epochMs(value);
  return ms === undefined ? undefined : moment(ms);
};

const subject = (field: string): Code => builder(NAMES[field] ?? field);

const words = (constraints: readonly Bag[], type: "AND" | "OR"): string =>
  expression([{ type, constraints }]);

/** What no builder says is written as it stands. */
const constraintSource = (constraint: Bag): Code => {
  const { field, relation, value } = constraint;
  if (!isField(field)) return literal(constraint);
  const method = METHODS[kinds[field]][String(relation)];
  if (method === undefined) return literal(constraint);
  const said = words([constraint], "AND");
  if (relation === "exists") return call(subject(field), method, [], said);
  const arg = argument(kinds[field], value);
  return arg === undefined ? literal(constraint) : call(subject(field), method, [arg], said);
};

interface Group {
  readonly type: "AND" | "OR";
  /** Each once. */
  readonly constraints: readonly Bag[];
}

const eachOnce = (constraints: readonly Bag[]): readonly Bag[] => [
  ...new Map(constraints.map((one) => [atomOf(one, []).text, one])).values(),
];

const groupOf = (entry: Value): Group | undefined => {
  if (!isBag(entry) || !isList(entry["constraints"])) return undefined;
  const { type, constraints } = entry;
  if ((type !== "AND" && type !== "OR") || !constraints.every(isBag)) return undefined;
  const once = eachOnce(constraints.filter(isBag));
  return once.length === 0 ? undefined : { type, constraints: once };
};

/** A group that is about the values of one field: `country.isOneOf("PL", "CZ")`. */
const oneField = ({ type, constraints }: Group): Code | undefined => {
  const [first, ...more] = constraints;
  const { field, relation } = first ?? {};
  if (!isField(field) || kinds[field] !== "text" || more.length === 0) return undefined;
  if (relation !== (type === "OR" ? "==" : "!=")) return undefined;
  if (!more.every((one) => one["field"] === field && one["relation"] === relation))
    return undefined;
  const values = constraints.map(({ value }) => literal(String(value)));
  const method = type === "OR" ? "isOneOf" : "isNoneOf";
  return call(subject(field), method, values, words(constraints, type));
};

const groupSource = (group: Group): Code => {
  const name = group.type === "OR" ? "anyOf" : "allOf";
  return oneField(group) ?? call(builder(name), undefined, group.constraints.map(constraintSource));
};

/** What holds of everybody in the segment: groups of AND, and groups of one. */
const isPlain = (group: Group): boolean =>
  group.constraints.length === 1 || (group.type === "AND" && oneField(group) === undefined);

/** One group of what the plain ones say, where Push0 takes so many in one. */
const merged = (groups: readonly Group[]): readonly Group[] => {
  const plain = groups.filter(isPlain);
  const constraints = eachOnce(plain.flatMap((group) => group.constraints));
  if (plain.length === 0 || constraints.length > limits.groupSize) return groups;
  const rest = groups.filter((group) => !isPlain(group));
  return [{ type: "AND", constraints }, ...rest];
};

/** Groups as the API has them; a list with anything that is none is written as it stands. */
export const constraintsSource = (constraints: Value): Code => {
  const groups = (isList(constraints) ? constraints : []).map(groupOf);
  const known = groups.filter((group) => group !== undefined);
  return known.length < groups.length || known.length === 0
    ? literal(constraints)
    : { _tag: "List", items: merged(known).map(groupSource) };
};
