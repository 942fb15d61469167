/** The values inside a condition. Numbers may be written as numbers or as the numeric text that the API itself uses. */
import { type CheckedType, checked, ScalarType, text } from "../../../core/codec";
import { countryProblem, languageProblem } from "../iso";
import { limits } from "../limits";

export type NumberOrText = number | string;

const DECIMAL = /^-?\d{1,15}(\.\d{1,20})?$/;

const isNumberOrText = (u: unknown): u is NumberOrText =>
  typeof u === "number" || typeof u === "string";

/** A number in the one way it is sent; `24`, `"24"` and `"24.0"` are the same number. */
export const decimalText = (value: NumberOrText): string => {
  if (Number.isSafeInteger(value)) return String(value);
  const [whole = "0", fraction = ""] = String(value).split(".");
  const sign = whole.startsWith("-") ? "-" : "";
  const digits = whole.replace("-", "").replace(/^0+(?=\d)/, "");
  const rest = fraction.replace(/0+$/, "");
  const magnitude = rest === "" ? digits : `${digits}.${rest}`;
  return magnitude === "0" ? "0" : `${sign}${magnitude}`;
};

const numeric = (name: string, what: string, fits: (value: number, text: string) => boolean) =>
  checked<NumberOrText>(
    name,
    new ScalarType<NumberOrText>(name, ["number", "string"], isNumberOrText, `must be ${what}`),
    (value) => {
      const text = String(value);
      return DECIMAL.test(text) && fits(Number(text), text) ? undefined : `must be ${what}`;
    },
  );

const isWhole = (value: number, text: string): boolean =>
  Number.isSafeInteger(value) && value >= 0 && !decimalText(text).includes(".");

export const Hours = numeric(
  "Hours",
  "a number of hours, 0 or more, such as 24 or 1.5",
  (n) => n >= 0,
);
export const Count = numeric("Count", "a whole number, 0 or more", isWhole);
export const Seconds = numeric("Seconds", "a whole number of seconds, 0 or more", isWhole);
/** US dollars. */
export const Amount = numeric("Amount", "an amount, 0 or more", (n) => n >= 0);
export const Metres = numeric(
  "Metres",
  `a number of metres, at least ${limits.smallestRadius}`,
  (n) => n >= limits.smallestRadius,
);
export const Latitude = numeric("Latitude", "degrees from -90 to 90", (n) => Math.abs(n) <= 90);
export const Longitude = numeric(
  "Longitude",
  "degrees from -180 to 180",
  (n) => Math.abs(n) <= 180,
);

export type TagScalar = string | number | boolean;

const isTagScalar = (u: unknown): u is TagScalar =>
  typeof u === "string" || (typeof u === "number" && Number.isFinite(u)) || typeof u === "boolean";

/** Tags are text at OneSignal; a number or a boolean is sent as the text it reads as. */
export const TagValue: CheckedType<TagScalar> = checked<TagScalar>(
  "TagValue",
  new ScalarType<TagScalar>(
    "TagValue",
    ["string", "number", "boolean"],
    isTagScalar,
    "must be text, a number, true or false",
  ),
  (value) =>
    String(value) === "" ? 'must not be empty; `relation: "exists"` asks for any value' : undefined,
);

const coded = (name: string, problem: (value: string) => string | undefined) =>
  checked<string>(name, text("must be text"), problem);

export const Country = coded("CountryCode", countryProblem);
export const Language = coded("LanguageCode", languageProblem);
export const Version = coded("AppVersion", (value) =>
  value.trim() === "" ? 'must be a version, such as "1.0.1"' : undefined,
);
export const TagKey = coded("TagKey", (value) => (value === "" ? "must not be empty" : undefined));
