import type * as t from "io-ts";
import type { Breach } from "../../../core/ruled";
import { limits } from "../limits";
import type { TagScalar } from "./scalar";

const LIST_RELATIONS: ReadonlySet<string> = new Set(["in_array", "not_in_array"]);
const VALUELESS: ReadonlySet<string> = new Set(["exists", "not_exists"]);
const ELAPSED: ReadonlySet<string> = new Set(["time_elapsed_gt", "time_elapsed_lt"]);

export const isListRelation = (relation: string): boolean => LIST_RELATIONS.has(relation);
/** Fields whose `value` is a number, however it is written. */
const NUMERIC: ReadonlySet<string> = new Set([
  "session_count",
  "session_time",
  "amount_spent",
  "bought_sku",
]);

export const isNumericField = (field: string): boolean => NUMERIC.has(field);
export const isValueless = (relation: string): boolean => VALUELESS.has(relation);
export const isElapsed = (relation: string): boolean => ELAPSED.has(relation);

/** What a value must be, when it is not. */
type Problem = (value: string) => string | undefined;

interface Valued {
  readonly relation: string;
  readonly value?: TagScalar;
  readonly valueList?: readonly TagScalar[];
}

/** The values of a list relation: `valueList`, or the API's own comma-separated `value`. */
export const valuesOf = ({ value, valueList }: Valued): readonly string[] =>
  valueList?.map(String) ?? (value === undefined ? [] : String(value).split(","));

const many = (values: readonly string[], key: string): readonly Breach[] =>
  values.length > limits.listValues
    ? [
        {
          key,
          message: `must hold at most ${limits.listValues} values; it has ${values.length}. Split them over several conditions in \`anyOf\``,
        },
      ]
    : [];

const itemProblem = (item: string, problem: Problem): string | undefined => {
  if (item === "" || item.trim() !== item) {
    return "must hold values that are neither empty nor padded with spaces";
  }
  return item.includes(",")
    ? "must not hold a comma: the API separates the values of a list by commas"
    : problem(item);
};

const itemBreaches = (condition: Valued, key: string, problem: Problem): readonly Breach[] =>
  valuesOf(condition).flatMap((item, index): readonly Breach[] => {
    const message = itemProblem(item, problem);
    if (message === undefined) return [];
    return [key === "value" ? { key, message } : { key, index, message }];
  });

const withoutValue = ({ relation, value, valueList }: Valued): readonly Breach[] => {
  if (value === undefined && valueList === undefined) return [];
  const message = `must be left out: relation ${JSON.stringify(relation)} compares with no value`;
  return [{ key: value === undefined ? "valueList" : "value", message }];
};

const withOne = ({ relation, value, valueList }: Valued, problem: Problem): readonly Breach[] => {
  if (valueList !== undefined) {
    const message = `goes with "in_array" and "not_in_array"; relation ${JSON.stringify(relation)} takes one \`value\``;
    return [{ key: "valueList", message }];
  }
  if (value === undefined) {
    const message = `is required: relation ${JSON.stringify(relation)} compares with one value`;
    return [{ key: "value", message }];
  }
  const message = problem(String(value));
  return message === undefined ? [] : [{ key: "value", message }];
};

const withMany = (condition: Valued, problem: Problem): readonly Breach[] => {
  const { relation, value, valueList } = condition;
  if (value !== undefined && valueList !== undefined) {
    return [
      { key: "value", message: "must be left out beside `valueList`: both are the same list" },
    ];
  }
  if (value === undefined && valueList === undefined) {
    const message = `is required: relation ${JSON.stringify(relation)} compares with a list`;
    return [{ key: "valueList", message }];
  }
  const key = valueList === undefined ? "value" : "valueList";
  const tooMany = many(valuesOf(condition), key);
  return tooMany.length > 0 ? tooMany : itemBreaches(condition, key, problem);
};

/** Which of `value` and `valueList` goes with a relation, and whether what it holds is right. */
export const valueRules =
  (problem: Problem) =>
  (condition: Valued): readonly Breach[] => {
    if (isValueless(condition.relation)) return withoutValue(condition);
    return isListRelation(condition.relation)
      ? withMany(condition, problem)
      : withOne(condition, problem);
  };

const SECONDS = /^-?\d{1,15}$/;

/** What is wrong with the value of a tag under this relation. Source: "Time operators". */
export const secondsProblem =
  (relation: string): Problem =>
  (value) =>
    isElapsed(relation) && !SECONDS.test(value)
      ? "must be a whole number of seconds, because the tag holds a Unix time in seconds"
      : undefined;

/** A codec of one value as a rule for it. */
export const problemOf =
  (codec: t.Type<string, unknown>): Problem =>
  (value) => {
    const result = codec.decode(value);
    return result._tag === "Left" ? result.left[0]?.message : undefined;
  };
