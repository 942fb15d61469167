/** Rules and conditions that can never come to bear. Decided only where it can be; silent where it cannot. */
import type { CheckFailure } from "../../../core/problem";
import { type Bag, isBag, isList, type Value } from "../../../core/value";
import { conditionTexts, environmentsOf, operatorOf, subjectOf, valueSet } from "./identity";

const holdsWherever = (earlier: Bag, later: Bag): boolean => {
  const own = environmentsOf(earlier);
  const others = environmentsOf(later);
  return own.length === 0 || (others.length > 0 && others.every((one) => own.includes(one)));
};

/** Whether everybody whom `later` matches is matched by `earlier`, which then decides, whatever its percentage. */
const covers = (earlier: Bag, later: Bag): boolean => {
  const wanted = new Set(conditionTexts(later["conditions"]));
  return (
    holdsWherever(earlier, later) &&
    conditionTexts(earlier["conditions"]).every((text) => wanted.has(text))
  );
};

const unreachable = (rules: readonly Bag[]): readonly CheckFailure[] =>
  rules.flatMap((rule, index): readonly CheckFailure[] => {
    const first = rules.slice(0, index).find((earlier) => covers(earlier, rule));
    if (first === undefined) return [];
    const name = JSON.stringify(first["name"]);
    const problem = `is never reached: rule ${name} above it matches everybody whom it could match, and the first rule that matches decides, also about those outside its percentage`;
    return [{ path: ["rules", index], problem }];
  });

/** A rule of 0 % keeps people from the rules below it; without any, it does nothing. */
const idle = (rules: readonly Bag[]): readonly CheckFailure[] =>
  rules.flatMap((rule, index): readonly CheckFailure[] =>
    Number(rule["passPercentage"]) === 0 &&
    rules.slice(index).every((one) => Number(one["passPercentage"]) === 0)
      ? [
          {
            path: ["rules", index, "passPercentage"],
            problem: "is 0, and no rule below lets anybody pass: without this rule it is the same",
          },
        ]
      : [],
  );

type Pair = (a: Bag, b: Bag) => boolean;

const isDisjoint = (a: readonly string[], b: readonly string[]): boolean =>
  !a.some((value) => b.includes(value));

const isWithin = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((value) => b.includes(value));

const folded = (condition: Bag): readonly string[] =>
  valueSet(condition).map((value) => value.toLowerCase());

const ORDERS: { readonly [less: string]: string } = { lt: "gt", before: "after" };

/** Two operators on one subject that no value fits. */
const IMPOSSIBLE: { readonly [operators: string]: Pair } = {
  "any any": (a, b) => isDisjoint(folded(a), folded(b)),
  "any none": (a, b) => isWithin(folded(a), folded(b)),
  "is_null is_not_null": () => true,
  "is_null any": () => true,
  "is_null str_contains_any": () => true,
};

const isOutOfOrder = (a: Bag, b: Bag): boolean =>
  ORDERS[operatorOf(a)] === operatorOf(b) && Number(valueSet(a)[0]) <= Number(valueSet(b)[0]);

const excludes: Pair = (a, b) => {
  if (subjectOf(a) !== subjectOf(b)) return false;
  const rule = IMPOSSIBLE[`${operatorOf(a)} ${operatorOf(b)}`];
  return rule?.(a, b) === true || isOutOfOrder(a, b);
};

const contradictsReference: Pair = (a, b) =>
  a["type"] === "passes_segment" &&
  b["type"] === "fails_segment" &&
  isWithin(valueSet(a), valueSet(b));

const contradicts: Pair = (a, b) =>
  [excludes, contradictsReference].some((rule) => rule(a, b) || rule(b, a));

const impossible = (rule: Bag, index: number): readonly CheckFailure[] => {
  const conditions = isList(rule["conditions"]) ? rule["conditions"].filter(isBag) : [];
  return conditions.flatMap((condition, place): readonly CheckFailure[] => {
    const other = conditions.slice(0, place).findIndex((before) => contradicts(before, condition));
    if (other < 0) return [];
    const problem = `cannot hold together with conditions[${other}], so that nobody matches the rule`;
    return [{ path: ["rules", index, "conditions", place], problem }];
  });
};

const repeated = (rules: readonly Bag[]): readonly CheckFailure[] =>
  rules.flatMap((rule, index): readonly CheckFailure[] =>
    rules.slice(0, index).some(({ name }) => name === rule["name"])
      ? [
          {
            path: ["rules", index, "name"],
            problem: "is the name of another rule: names are how rules keep their ids",
          },
        ]
      : [],
  );

/** What is allowed in rules, but probably not meant. */
export const reachLint = (rules: Value): readonly CheckFailure[] => {
  const known = isList(rules) ? rules.filter(isBag) : [];
  return [...unreachable(known), ...idle(known), ...known.flatMap(impossible), ...repeated(known)];
};
