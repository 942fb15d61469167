import { isObject, type JsonObject } from "../json";
import { type FieldType, fields, forms, inWords, numbers, relations } from "./field";
import type { Push0Settings } from "./settings";

/** "Array (max size: 10)". */
const mostConstraints = 10;

/** What is wrong with `constraints`, empty when nothing is. The texts are made up, since no page prints any. */
export const checkConstraints = (value: unknown, settings: Push0Settings): readonly string[] => {
  if (!Array.isArray(value)) return ["constraints must be an array"];
  if (value.length === 0 && !settings.acceptEmptyConstraints) return ["constraints is required"];
  return value.flatMap((group: unknown, index) =>
    groupErrors(group, settings, `constraints[${index}]`),
  );
};

const groupErrors = (group: unknown, settings: Push0Settings, at: string): readonly string[] => {
  if (!isObject(group)) return [`${at} must be an object`];
  const { type, constraints } = group;
  const typeErrors = type === "AND" || type === "OR" ? [] : [`${at}.type must be AND or OR`];
  if (!Array.isArray(constraints)) return [...typeErrors, `${at}.constraints must be an array`];
  // That an empty group is refused is a guess.
  const sizeErrors =
    constraints.length >= 1 && constraints.length <= mostConstraints
      ? []
      : [`${at}.constraints must have 1 to ${mostConstraints} elements`];
  const errors = constraints.flatMap((constraint: unknown, index) =>
    constraintErrors(constraint, settings, `${at}.constraints[${index}]`),
  );
  return [...typeErrors, ...sizeErrors, ...errors];
};

const constraintErrors = (
  constraint: unknown,
  settings: Push0Settings,
  at: string,
): readonly string[] => {
  if (!isObject(constraint)) return [`${at} must be an object`];
  const { field } = constraint;
  const type = typeof field === "string" ? fields.get(field) : undefined;
  if (typeof field !== "string" || type === undefined) {
    return [`${at}.field must be one of ${[...fields.keys()].join(", ")}`];
  }
  if (type === "String Array" && settings.acceptTags) return [];
  const word = String(constraint["relation"]);
  const relation = settings.acceptWordRelations ? (inWords.get(word) ?? word) : word;
  return [
    ...relationErrors(relation, type, `${at}.relation`),
    ...valueErrors(constraint["value"], { field, type, relation }, settings, `${at}.value`),
  ];
};

const relationErrors = (relation: string, type: FieldType, at: string): readonly string[] => {
  const supported = relations.get(relation);
  if (supported === undefined) return [`${at} must be one of ${[...relations.keys()].join(", ")}`];
  return supported.includes(type) ? [] : [`${at} ${relation} is not supported for type ${type}`];
};

interface Comparison {
  readonly field: string;
  readonly type: FieldType;
  readonly relation: string;
}

const valueErrors = (
  value: unknown,
  comparison: Comparison,
  settings: Push0Settings,
  at: string,
): readonly string[] => {
  if (comparison.relation === "exists") return existsErrors(value, settings, at);
  if (value === undefined) return [`${at} is required`];
  const mayBeNumber = settings.acceptNumericValues && typeof value === "number";
  if (typeof value !== "string" && !mayBeNumber) return [`${at} must be a string`];
  return value === "" ? [`${at} must not be empty`] : formErrors(String(value), comparison, at);
};

const formErrors = (
  text: string,
  { field, type, relation }: Comparison,
  at: string,
): readonly string[] => {
  if (numbers.includes(type)) {
    return /^-?\d{1,19}$/.test(text) ? [] : [`${at} must be a whole number`];
  }
  const [wants, form] = forms.get(field) ?? [];
  const isWhole = relation === "==" || relation === "!=";
  return isWhole && form?.test(text) === false ? [`${at} must be ${wants}`] : [];
};

const fitsExists: Readonly<Record<Push0Settings["existsValue"], (value: unknown) => boolean>> = {
  required: (value) => typeof value === "string",
  "not-empty": (value) => typeof value === "string" && value !== "",
  optional: (value) => value === undefined || typeof value === "string",
  forbidden: (value) => value === undefined,
};

const existsErrors = (
  value: unknown,
  { existsValue }: Push0Settings,
  at: string,
): readonly string[] =>
  fitsExists[existsValue](value) ? [] : [`${at} of exists is ${existsValue}`];

/** What is kept of constraints that passed, in the order of properties that the list shows. */
export const storedConstraints = (value: unknown): readonly JsonObject[] =>
  objects(value).map((group) => ({
    type: String(group["type"]),
    constraints: objects(group["constraints"]).map((constraint) => ({
      field: String(constraint["field"]),
      relation: String(constraint["relation"]),
      ...(constraint["value"] === undefined ? {} : { value: String(constraint["value"]) }),
    })),
  }));

const objects = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
