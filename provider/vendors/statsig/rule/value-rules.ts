/** Which of `targetValue` and `targetValueList` goes with an operator, and whether what it holds is right. */
import type { Breach } from "../../../core/ruled";
import { operandOf } from "./operator";
import type { Scalar } from "./scalar";

export interface Valued {
  readonly targetValue?: Scalar;
  readonly targetValueList?: readonly Scalar[];
}

/** What one value must be, when it is not. */
export type Problem = (value: Scalar) => string | undefined;

export const targetsOf = ({ targetValue, targetValueList }: Valued): readonly Scalar[] =>
  targetValueList ?? (targetValue === undefined ? [] : [targetValue]);

const eachOf = (condition: Valued, problem: Problem): readonly Breach[] =>
  targetsOf(condition).flatMap((value, index): readonly Breach[] => {
    const message = problem(value);
    if (message === undefined) return [];
    return condition.targetValueList === undefined
      ? [{ key: "targetValue", message }]
      : [{ key: "targetValueList", index, message }];
  });

const absent = (condition: Valued, message: string): readonly Breach[] =>
  (["targetValue", "targetValueList"] as const)
    .filter((key) => condition[key] !== undefined)
    .map((key) => ({ key, message }));

const present = (condition: Valued, problem: Problem, most: number): readonly Breach[] => {
  const { targetValue, targetValueList } = condition;
  if (targetValue !== undefined && targetValueList !== undefined) {
    const message = "must be left out beside `targetValueList`: write all values there";
    return [{ key: "targetValue", message }];
  }
  const values = targetsOf(condition);
  if (values.length === 0) {
    return [{ key: "targetValue", message: "is required; `targetValueList` takes several" }];
  }
  if (values.length > most) {
    const message = `must hold one value; it has ${values.length}`;
    return [{ key: "targetValueList", message }];
  }
  return eachOf(condition, problem);
};

/** Exactly one value, whatever the operator. */
export const oneValue =
  (problem: Problem) =>
  (condition: Valued): readonly Breach[] =>
    present(condition, problem, 1);

/** As the operator wants it; `problem` adds what the type of the condition wants of each value. */
export const valueRules =
  (problem: Problem = () => undefined) =>
  (condition: Valued & { readonly operator?: string }): readonly Breach[] => {
    const operator = condition.operator ?? "any";
    const operand = operandOf(operator);
    if (operand.arity === "none") {
      const why = `must be left out: operator ${JSON.stringify(operator)} compares with no value`;
      return absent(condition, why);
    }
    const most = operand.arity === "one" ? 1 : Number.POSITIVE_INFINITY;
    return present(condition, (value) => operand.problem(value) ?? problem(value), most);
  };
