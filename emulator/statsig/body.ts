import { isObject, parseJson } from "../json";
import { rulesErrors } from "./rules";
import { segmentTypes } from "./segment";
import type { StatsigSettings } from "./settings";

export type Body = Readonly<Record<string, unknown>>;

/** Undefined when the text is no JSON object. */
export const readBody = (text: string): Body | undefined => {
  const value = parseJson(text);
  return isObject(value) ? value : undefined;
};

export const notAnObject = "The request body must be a JSON object.";

const isText = (value: unknown): value is string => typeof value === "string";

const matching = (value: unknown, pattern: RegExp, wants: string): readonly string[] => {
  if (!isText(value)) return [`must be a string`];
  if (value.length < 3 || value.length > 100) return ["must have 3 to 100 characters"];
  return pattern.test(value) ? [] : [wants];
};

const named = (key: string, errors: readonly string[]): readonly string[] =>
  errors.map((error) => `${key} ${error}`);

const nameErrors = ({ name }: Body): readonly string[] =>
  name === undefined
    ? ["name is required"]
    : named("name", matching(name, /^[a-zA-Z0-9_\- ]*$/, "must match ^[a-zA-Z0-9_\\- ]*$"));

const idErrors = ({ id }: Body): readonly string[] =>
  id === undefined
    ? []
    : named("id", matching(id, /^[a-zA-Z0-9_-]*$/, "must match ^[a-zA-Z0-9_-]*$"));

const textErrors = (body: Body, key: string, isNullable: boolean): readonly string[] => {
  const value = body[key];
  const fits = value === undefined || isText(value) || (value === null && isNullable);
  return fits ? [] : [`${key} must be a string`];
};

const typeErrors = ({ type }: Body): readonly string[] =>
  segmentTypes.some((known) => known === type)
    ? []
    : [`type must be one of ${segmentTypes.join(", ")}`];

const tagErrors = ({ tags }: Body, { unknownTags }: StatsigSettings): readonly string[] => {
  if (tags === undefined) return [];
  if (!Array.isArray(tags) || !tags.every(isText)) return ["tags must be an array of strings"];
  return unknownTags === "refuse" && tags.length > 0 ? [`Tag "${tags[0]}" does not exist`] : [];
};

/** With another type the live API was seen to refuse even an empty array. */
const createRulesErrors = ({ type, rules }: Body, settings: StatsigSettings): readonly string[] => {
  if (rules === undefined) return [];
  return type === "rule_based"
    ? rulesErrors(rules, settings)
    : ["rules are only allowed for segments of type rule_based"];
};

/** `SegmentCreateContractDto`. Other properties are ignored: a client sends read-only ones and gets through. */
export const createErrors = (body: Body, settings: StatsigSettings): readonly string[] => [
  ...nameErrors(body),
  ...idErrors(body),
  ...typeErrors(body),
  ...textErrors(body, "description", false),
  ...(isText(body["description"]) && body["description"].length > 1000
    ? ["description must have at most 1000 characters"]
    : []),
  ...textErrors(body, "idType", false),
  ...["creatorID", "creatorEmail", "team", "teamID"].flatMap((key) =>
    textErrors(body, key, settings.acceptNulls),
  ),
  ...tagErrors(body, settings),
  ...createRulesErrors(body, settings),
];

/** `{"ids":[…]}`, with the most that the endpoint takes; the reason when it is not. */
export const readIds = (
  text: string,
  most: number,
): readonly string[] | { readonly error: string } => {
  const ids = readBody(text)?.["ids"];
  if (!Array.isArray(ids) || !ids.every(isText))
    return { error: "ids must be an array of strings" };
  return ids.length > most ? { error: `ids must have at most ${most} entries` } : ids;
};
