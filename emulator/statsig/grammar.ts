import { isObject } from "../json";
import type { StatsigSettings } from "./settings";

// "Rules" of the Console API: which operators go with which type, and what they compare with. "Seen" are operators that no
// page of the API has and that a third party saw the live API accept.

const sets = ["any", "none"];
const texts = [...sets, "str_contains_any", "str_contains_none"];
const versions = ["version_lt", "version_gt", "version_lte", "version_gte"];
const numbers = ["lt", "gt"];
const dates = ["before", "after", "on"];
const nulls = ["is_null", "is_not_null"];
const arrays = [
  "array_contains_any",
  "array_contains_none",
  "array_contains_all",
  "not_array_contains_all",
];

interface Kind {
  readonly operators: readonly string[];
  readonly seen?: readonly string[];
  /** A property that has to be there beside the type. */
  readonly needs?: "field" | "customID";
  /** Written without an operator: always, or if one likes. */
  readonly bare?: "always" | "maybe";
}

/** The fourteen types of `SegmentCreateContractDto`. */
const kinds: Readonly<Record<string, Kind>> = {
  user_id: { operators: sets },
  email: { operators: texts, seen: ["str_matches"] },
  custom_field: {
    operators: [...texts, ...numbers, ...versions, ...dates],
    seen: arrays,
    needs: "field",
  },
  unit_id: { operators: [...texts, ...nulls], needs: "customID" },
  app_version: { operators: [...sets, ...versions] },
  browser_version: { operators: [...sets, ...versions] },
  os_version: { operators: [...sets, ...versions] },
  browser_name: { operators: sets },
  os_name: { operators: sets },
  country: { operators: sets },
  ip_address: { operators: sets },
  environment_tier: { operators: sets, bare: "maybe" },
  passes_segment: { operators: [], bare: "always" },
  fails_segment: { operators: [], bare: "always" },
};

const nullable = ["targetValue", "field", "customID"];

type Condition = Readonly<Record<string, unknown>>;

const absent = (value: unknown): boolean => value === undefined || value === null;

const nullErrors = (condition: Condition, settings: StatsigSettings): readonly string[] =>
  settings.acceptNulls
    ? []
    : nullable.filter((key) => condition[key] === null).map((key) => `${key} must not be null`);

const operatorErrors = (kind: Kind, operator: unknown, settings: StatsigSettings) => {
  // The Terraform provider sends "" with references to segments, and gets through.
  const isMissing = absent(operator) || operator === "";
  if (isMissing) return kind.bare === undefined ? ["operator is required"] : [];
  const known = [...kind.operators, ...(settings.acceptSeenOperators ? (kind.seen ?? []) : [])];
  return typeof operator === "string" && known.includes(operator)
    ? []
    : [`operator ${JSON.stringify(operator)} is not supported`];
};

const isScalar = (value: unknown): boolean =>
  typeof value === "string" || (typeof value === "number" && Number.isFinite(value));

/** "array of string, array of number, string or number"; a mixed array is none of these. */
const isTarget = (value: unknown): boolean => {
  if (!Array.isArray(value)) return isScalar(value);
  const types = new Set(value.map((item) => typeof item));
  return value.every(isScalar) && types.size === 1;
};

const singular = [...numbers, ...dates];

const countOf = (value: unknown): number => (Array.isArray(value) ? value.length : 1);

const isNumeric = (value: unknown): boolean =>
  [value].flat().every((one) => !Number.isNaN(Number(one)));

const targetErrors = (
  operator: unknown,
  value: unknown,
  isReference: boolean,
): readonly string[] => {
  const name = String(operator);
  if (nulls.includes(name)) return absent(value) ? [] : ["targetValue is not allowed"];
  if (absent(value)) return ["targetValue is required"];
  if (!isTarget(value)) {
    return ["targetValue must be a string, a number, or an array of one of these"];
  }
  const one = isReference || singular.includes(name);
  if (one && countOf(value) > 1) return ["targetValue must be one value"];
  return numbers.includes(name) && !isNumeric(value) ? ["targetValue must be a number"] : [];
};

export const conditionErrors = (
  condition: unknown,
  settings: StatsigSettings,
): readonly string[] => {
  if (!isObject(condition)) return ["must be an object"];
  const { type, operator, targetValue } = condition;
  const kind = typeof type === "string" && Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  if (kind === undefined) return [`type ${JSON.stringify(type)} is not supported in segments`];
  const lacks = kind.needs !== undefined && typeof condition[kind.needs] !== "string";
  return [
    ...nullErrors(condition, settings),
    ...(lacks ? [`${kind.needs} is required`] : []),
    ...operatorErrors(kind, operator, settings),
    ...targetErrors(operator, targetValue, kind.bare === "always"),
  ];
};

/** Whether the value of a condition is compared as a number. */
export const comparesNumbers = (operator: unknown): boolean => numbers.includes(String(operator));
