/** Filters as a TypeScript program says them with the builders of `pulumi-audiences/onesignal`. */
import { builder, type Call, type Code, call, literal } from "../../core/code";
import { type Bag, isBag, isList, type Value } from "../../core/value";
import { days, hours, minutes, seconds } from "./builder/duration";
import { expression } from "./filter/expression";
import { conditionText } from "./filter/identity";
import { operatorOf } from "./filter/tree";

const listOf = (values: Value): readonly Value[] => (isList(values) ? [...new Set(values)] : []);

/** The largest unit in which a length of time is a whole number, and that gives back exactly this number. */
const duration = (value: Value, of: "hours" | "seconds"): Code | undefined => {
  const wanted = Number(value);
  const inSeconds = of === "hours" ? wanted * 3_600 : wanted;
  const units = { days, hours, minutes, seconds };
  const lengths = { days: 86_400, hours: 3_600, minutes: 60, seconds: 1 };
  for (const name of ["days", "hours", "minutes", "seconds"] as const) {
    const amount = Math.round(inSeconds / lengths[name]);
    const isZeroOfMore = amount === 0 && name !== "seconds";
    if (!isZeroOfMore && units[name](amount)[of] === wanted) {
      return call(builder(name), undefined, [literal(amount)]);
    }
  }
  return units.hours(wanted)[of] === wanted
    ? call(builder("hours"), undefined, [literal(wanted)])
    : undefined;
};

/** A number that is sent as this very text. */
const number = (value: Value): Code | undefined =>
  String(Number(value)) === String(value) ? literal(Number(value)) : undefined;

type Argument = (condition: Bag) => readonly Code[] | undefined;

const some = (code: Code | undefined): readonly Code[] | undefined =>
  code === undefined ? undefined : [code];

const value: Argument = (condition) => some(literal(condition["value"]));
const list: Argument = ({ valueList }) => listOf(valueList).map(literal);
const none: Argument = () => [];
const amount: Argument = (condition) => some(literal(Number(condition["value"])));
const ordered: Argument = (condition) => some(number(condition["value"]));
const elapsed: Argument = (condition) => some(duration(condition["value"], "seconds"));
const ago: Argument = ({ hoursAgo }) => some(duration(hoursAgo, "hours"));

/** The method of a relation, and its arguments. */
type Methods = { readonly [relation: string]: readonly [method: string, Argument] };

const sets: Methods = {
  "=": ["is", value],
  "!=": ["isNot", value],
  in_array: ["in", list],
  not_in_array: ["notIn", list],
};

const moments: Methods = { ">": ["moreThan", ago], "<": ["lessThan", ago] };

const methods: { readonly [field: string]: Methods } = {
  tag: {
    "=": ["is", value],
    "!=": ["isNot", value],
    in_array: ["isOneOf", list],
    not_in_array: ["isNoneOf", list],
    exists: ["exists", none],
    not_exists: ["doesNotExist", none],
    ">": ["isGreaterThan", ordered],
    "<": ["isLessThan", ordered],
    time_elapsed_gt: ["elapsedMoreThan", elapsed],
    time_elapsed_lt: ["elapsedLessThan", elapsed],
  },
  last_session: moments,
  first_session: moments,
  session_count: {
    "=": ["is", amount],
    "!=": ["isNot", amount],
    ">": ["isGreaterThan", amount],
    "<": ["isLessThan", amount],
  },
  session_time: { ">": ["moreThan", elapsed], "<": ["lessThan", elapsed] },
  language: sets,
  country: sets,
  app_version: {
    "=": ["is", value],
    "!=": ["isNot", value],
    ">": ["isAbove", value],
    "<": ["isBelow", value],
    in_array: ["isOneOf", list],
    not_in_array: ["isNoneOf", list],
  },
};

const camel = (field: string): string =>
  field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const subject = (condition: Bag): Code => {
  const start = builder(camel(String(condition["field"])));
  return condition["field"] === "tag" ? call(start, undefined, [literal(condition["key"])]) : start;
};

const words = (condition: Bag): string => expression([condition]);

const within = (condition: Bag): Call => {
  const { radius, lat, long } = condition;
  const circle = call(builder("location"), "within", [literal(Number(radius))]);
  const centre = [lat, long].map((degrees) => literal(Number(degrees)));
  return call(circle, "of", centre, words(condition));
};

/** A list of one is the plain comparison, and each value is said once. */
const simplified = (condition: Bag): Bag => {
  const { relation, valueList } = condition;
  const [first, ...more] = listOf(valueList);
  const single = relation === "in_array" ? "=" : "!=";
  return first === undefined || more.length > 0
    ? condition
    : { ...condition, relation: single, value: first, valueList: undefined };
};

/** What no builder says, such as a condition of the dashboard's own, is written as it stands. */
const conditionSource = (given: Bag): Code => {
  const condition = simplified(given);
  if (condition["field"] === "location") return within(condition);
  const fields = methods[String(condition["field"])];
  const [method, argument] = fields?.[String(condition["relation"])] ?? [];
  const args = argument?.(condition);
  return method === undefined || args === undefined
    ? literal(condition)
    : call(subject(condition), method, args, words(condition));
};

/** What stands between two ORs, each once. */
const groupsOf = (filters: readonly Value[]): readonly (readonly Bag[])[] => {
  const groups = [new Map<string, Bag>()];
  for (const entry of filters) {
    if (operatorOf(entry) === "OR") groups.push(new Map<string, Bag>());
    else if (isBag(entry) && operatorOf(entry) === undefined) {
      groups.at(-1)?.set(conditionText(entry), entry);
    }
  }
  return groups.map((group) => [...group.values()]).filter((group) => group.length > 0);
};

const all = (group: readonly Bag[]): Code => {
  const [first, ...more] = group.map(conditionSource);
  return first !== undefined && more.length === 0
    ? first
    : call(builder("allOf"), undefined, group.map(conditionSource));
};

/** What all alternatives have in common is said once: `a AND b OR a AND c` is `a` and any of `b`, `c`. */
const factored = (groups: readonly (readonly Bag[])[]) => {
  const [first = [], ...others] = groups.map((group) => group.map(conditionText));
  const common = new Set(first.filter((text) => others.every((other) => other.includes(text))));
  const isCommon = (condition: Bag): boolean => common.has(conditionText(condition));
  const rest = groups.map((group) => group.filter((condition) => !isCommon(condition)));
  return rest.some((group) => group.length === 0)
    ? { common: [], rest: groups }
    : { common: groups[0]?.filter(isCommon) ?? [], rest };
};

/** A flat list as the API has it, with its alternatives in `anyOf`. A list with groups of its own is written as it stands. */
export const filtersSource = (filters: Value): Code => {
  const entries = isList(filters) ? filters : [];
  if (entries.some((entry) => isBag(entry) && (isList(entry["anyOf"]) || isList(entry["allOf"])))) {
    return literal(filters);
  }
  const groups = groupsOf(entries);
  if (groups.length < 2) {
    return { _tag: "List", items: (groups[0] ?? []).map(conditionSource) };
  }
  const { common, rest } = factored(groups);
  const alternatives = call(builder("anyOf"), undefined, rest.map(all));
  return { _tag: "List", items: [...common.map(conditionSource), alternatives] };
};
