import { isObject, parseJson } from "../json";
import { checkFilters } from "./grammar";
import type { OneSignalSettings } from "./settings";

export type Body = Readonly<Record<string, unknown>>;

/** Undefined when the text is no JSON object. */
export const readBody = (text: string): Body | undefined => {
  const value = parseJson(text);
  return isObject(value) ? value : undefined;
};

export const notAnObject = "The request body must be a JSON object.";

// Only "name is required" is a printed text (Create Segments, v9); the others are worded here after the limits that
// "Create segment, OpenAPI 11.6" gives. Lengths count characters, not UTF-16 units, as JSON Schema's maxLength does.

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const nameErrors = (name: unknown): readonly string[] => {
  if (name === undefined || name === null || (typeof name === "string" && name.trim() === ""))
    return ["name is required"];
  if (typeof name !== "string") return ["name must be a string"];
  return [...name].length > 128 ? ["name is too long (maximum is 128 characters)"] : [];
};

/** Null is refused: create and update type it as a string, and update clears it with "". */
const descriptionErrors = (description: unknown): readonly string[] => {
  if (description === undefined) return [];
  if (typeof description !== "string") return ["description must be a string"];
  return [...description].length > 255
    ? ["description is too long (maximum is 255 characters)"]
    : [];
};

/** Any UUID will do: the page says "UUID", and ids printed in its examples are not all of version 4. */
const idErrors = (id: unknown): readonly string[] =>
  id === undefined || id === "" || (typeof id === "string" && uuid.test(id))
    ? []
    : ["id must be a UUID"];

export const createErrors = (body: Body, settings: OneSignalSettings): readonly string[] => [
  ...nameErrors(body["name"]),
  ...descriptionErrors(body["description"]),
  ...idErrors(body["id"]),
  ...(body["filters"] === undefined
    ? ["filters is required"]
    : checkFilters(body["filters"], settings)),
];

/** The name is always required, filters only when they change; an `id` is not in the schema and is ignored. */
export const updateErrors = (body: Body, settings: OneSignalSettings): readonly string[] => [
  ...nameErrors(body["name"]),
  ...descriptionErrors(body["description"]),
  ...(body["filters"] === undefined ? [] : checkFilters(body["filters"], settings)),
];

/** Text of a field that passed the checks above; undefined when it was not sent. */
export const textOf = (body: Body, key: "id" | "name" | "description"): string | undefined => {
  const value = body[key];
  return typeof value === "string" ? value : undefined;
};
