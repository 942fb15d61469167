import type { Json, JsonObject } from "../json";
import { numericOperands } from "./entry";
import type { OneSignalSettings } from "./settings";

type Respelling = Exclude<OneSignalSettings["echoNumbers"], "as-sent">;

const numericProperties = ["hours_ago", ...numericOperands];
const countingFields = ["session_count", "session_time"];

/** Filters as view shows them: the syntax of create, texts as sent, unless a switch makes the vendor rewrite them. */
export const echoFilters = (
  filters: readonly JsonObject[],
  settings: OneSignalSettings,
): readonly JsonObject[] =>
  (settings.echoExplicitAnd ? withEveryAnd(filters) : filters).map((filter) => ({
    ...rewritten(filter, settings),
    ...extraKeys(settings),
  }));

const withEveryAnd = (filters: readonly JsonObject[]): readonly JsonObject[] =>
  filters.flatMap((filter, index) => {
    const previous = filters[index - 1];
    const implied = previous !== undefined && !("operator" in previous) && !("operator" in filter);
    return implied ? [{ operator: "AND" }, filter] : [filter];
  });

const rewritten = (filter: JsonObject, { echoNumbers }: OneSignalSettings): JsonObject =>
  echoNumbers === "as-sent"
    ? filter
    : Object.fromEntries(
        Object.entries(filter).map(([key, value]) => [
          key,
          isRespelled(filter, key, echoNumbers) ? respelled(value, echoNumbers) : value,
        ]),
      );

const isRespelled = (filter: JsonObject, key: string, how: Respelling): boolean =>
  how === "as-in-sdk" ? numericOperands.includes(key) : isNumeric(filter, key);

const isNumeric = (filter: JsonObject, key: string): boolean =>
  numericProperties.includes(key) ||
  (key === "value" &&
    (countingFields.includes(String(filter["field"])) ||
      String(filter["relation"]).startsWith("time_elapsed")));

const respelled = (value: Json, how: Respelling): Json => {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (how !== "decimal") return number;
  return Number.isInteger(number) ? number.toFixed(1) : String(number);
};

/** Keys a reader must ignore. */
export const extraKeys = (settings: OneSignalSettings): JsonObject =>
  settings.extraAnswerKeys ? { added_by_the_vendor: { since: "11.7" } } : {};
