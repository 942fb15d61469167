/** The values inside a constraint. What a number may be written as, the number is; what is sent is always text. */
import { type CheckedType, checked, ScalarType, text } from "../../../core/codec";
import { countries, countryProblem } from "../../../core/country";
import { languageProblem } from "./language";
import { timeProblem } from "./time";

export type NumberOrText = number | string;

const isNumberOrText = (u: unknown): u is NumberOrText =>
  typeof u === "number" || typeof u === "string";

const scalar = (name: string, what: string) =>
  new ScalarType<NumberOrText>(name, ["number", "string"], isNumberOrText, `must be ${what}`);

const WHOLE = "a whole number, 0 or more";

/** `Int` of the documents. */
export const Whole: CheckedType<NumberOrText> = checked(
  "WholeNumber",
  scalar("WholeNumber", WHOLE),
  (value) =>
    /^\d{1,16}$/.test(String(value)) && Number.isSafeInteger(Number(value))
      ? undefined
      : `must be ${WHOLE}`,
);

/** `Long` of the documents: every such field is a time. */
export const Time: CheckedType<NumberOrText> = checked(
  "Time",
  scalar("Time", "a time: Unix milliseconds, or ISO 8601 text"),
  timeProblem,
);

export const Text = text("must be text, in quotes");

/** The REST pages call `osApi` text, the guide to the console a number; it is text on the wire either way. */
export const ApiLevel: CheckedType<NumberOrText> = checked(
  "ApiLevel",
  scalar("ApiLevel", 'an API level, such as "35"'),
  (value) =>
    typeof value === "string" || (Number.isSafeInteger(value) && value >= 0)
      ? undefined
      : 'must be an API level, such as "35"',
);

/** What a value must be, when it is not. */
export type Problem = (value: string) => string | undefined;

/** Push0's pages name `UK` as an example, and the guide to the console also three digits (UN M.49): both pass, with a warning. */
const country: Problem = (value) =>
  countries.has(value) || value === "UK" || /^\d{3}$/.test(value)
    ? undefined
    : countryProblem(value);

const ZONE = /^[A-Z][A-Za-z_]*(\/[A-Z][A-Za-z0-9_+-]*)+$/;

const timezone: Problem = (value) =>
  ZONE.test(value) || ["UTC", "GMT"].includes(value)
    ? undefined
    : 'must be a time zone of the IANA database, Area/Location: for example "Europe/Warsaw", or "UTC"';

const DEVICE_TYPES = ["phone", "tablet", "smartwatch", "desktop"];

const deviceType: Problem = (value) =>
  DEVICE_TYPES.includes(value) ? undefined : 'must be "phone", "tablet", "smartwatch" or "desktop"';

/** What whole values of a text field look like; parts of one, as `contains` compares them, can be anything. */
export const wholeValues: { readonly [field: string]: Problem } = {
  country,
  language: languageProblem,
  timezone,
  type: deviceType,
};
