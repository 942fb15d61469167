/** The one translation between the program's rules and the wire's, where one value and several have the same name. */
import * as E from "fp-ts/Either";
import * as t from "io-ts";
import { type Bag, isBag, isList, type Value } from "../../../core/value";
import { Condition, type Rules } from "./grammar";
import { operatorOf, targets } from "./identity";
import { operandOf } from "./operator";
import type { Scalar } from "./scalar";

/** A rule as the vendor answers it. Anything may be added to it; only what is used is asked for. */
export const WireRule = t.intersection(
  [
    t.type({ name: t.string, passPercentage: t.number, conditions: t.array(t.UnknownRecord) }),
    t.partial({
      environments: t.union([t.array(t.string), t.null]),
      id: t.string,
      baseID: t.string,
    }),
  ],
  "WireRule",
);
export type WireRule = t.TypeOf<typeof WireRule>;

const present = (bag: Bag): Bag =>
  Object.fromEntries(
    Object.entries(bag).filter(([, value]) => value !== undefined && value !== null),
  );

/** One value is sent as it is and several as a list, of one type: the API knows lists of text and lists of numbers. */
const targetOf = (condition: Bag): Value => {
  const isNumeric = operandOf(operatorOf(condition)).compares === "number";
  const values = targets(condition).map((value) => (isNumeric ? Number(value) : value));
  const [only, ...others] = values;
  if (others.length === 0) return only;
  return values.every((value) => typeof value === "number") ? values : values.map(String);
};

/** `null` is never sent, although the schema allows it: the live API was seen to refuse it. */
const toWireCondition = (condition: Bag): Bag => {
  const { type, operator, field, customID } = condition;
  return present({ type, field, customID, operator, targetValue: targetOf(condition) });
};

/** Without `environments` a rule holds everywhere. */
export const toWire = (rules: Rules): readonly Bag[] =>
  rules.map(({ name, passPercentage, environments = [], conditions, id, baseID }) =>
    present({
      name,
      passPercentage,
      conditions: conditions.map(toWireCondition),
      environments: environments.length === 0 ? undefined : environments,
      id,
      baseID,
    }),
  );

const Scalars = t.array(t.union([t.string, t.number]));

const targetFrom = (value: unknown): Bag => {
  if (typeof value === "string" || typeof value === "number") return { targetValue: value };
  if (!Scalars.is(value) || value.length === 0) return {};
  const [only, ...others]: readonly Scalar[] = value;
  return others.length === 0 ? { targetValue: only } : { targetValueList: value };
};

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

/** Key order says nothing, so that the same definition always reads the same. */
const definitionOf = (condition: { readonly [key: string]: unknown }): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries(condition).sort(([a], [b]) => (a < b ? -1 : 1))),
  );

/** What no program may write is kept word for word, so that it is seen, compared, and never lost unnoticed. */
const fromWireCondition = (condition: { readonly [key: string]: unknown }): Bag => {
  const written = present({
    type: textOf(condition["type"]),
    field: textOf(condition["field"]),
    customID: textOf(condition["customID"]),
    operator: textOf(condition["operator"]),
    ...targetFrom(condition["targetValue"]),
  });
  return E.isRight(Condition.decode(written))
    ? written
    : { type: "unsupported_in_api", definition: definitionOf(condition) };
};

/** What the vendor has, as a program would write it. The ids of rules are left out: they are Statsig's. */
export const fromWire = (rules: readonly WireRule[]): readonly Bag[] =>
  rules.map(({ name, passPercentage, environments, conditions }) =>
    present({
      name,
      passPercentage,
      environments: environments === null || environments?.length === 0 ? undefined : environments,
      conditions: conditions.map(fromWireCondition),
    }),
  );

/** Whether a condition is among them that no program may write. */
export const hasUnsupported = (rules: Value): boolean =>
  isList(rules) &&
  rules.some(
    (rule) =>
      isBag(rule) &&
      isList(rule["conditions"]) &&
      rule["conditions"].some((one) => isBag(one) && one["type"] === "unsupported_in_api"),
  );
