import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type { Lifecycle, Scope } from "./lifecycle";
import { type CheckFailure, fromErrors } from "./problem";
import { type Bag, isDeeperThan } from "./value";

/** Deep enough for any segment a person writes, shallow enough to be walked without fear. */
const DEEPEST = 64;

export interface CheckRequest extends Scope {
  readonly news: Bag;
  /** The inputs of the run before, absent for a new resource. */
  readonly olds: Bag | undefined;
  /** The name to use when the program gives none; absent when the engine forbids automatic names. */
  readonly proposedName: string | undefined;
}

/** `inputs` is what the program wrote, with nothing but the default name added. */
export interface CheckResult {
  readonly inputs: Bag;
  readonly failures: readonly CheckFailure[];
  readonly warnings: readonly CheckFailure[];
}

const withName = (
  facts: { readonly [property: string]: { readonly autonamed?: true } },
  { news, olds, proposedName }: CheckRequest,
): Bag => {
  const named = Object.keys(facts).find((property) => facts[property]?.autonamed === true);
  if (named === undefined || news[named] !== undefined) return news;
  const name = olds?.[named] ?? proposedName;
  return name === undefined ? news : { ...news, [named]: name };
};

/** The whole grammar, pure and total: every failure at once, each at its place, and any value at all gets an answer. */
export const check =
  <Args extends Bag, Client>(lifecycle: Lifecycle<Args, Client>) =>
  (request: CheckRequest): CheckResult => {
    const { news, settings } = request;
    if (isDeeperThan(news, DEEPEST)) {
      const deep = Object.keys(news).find((key) => isDeeperThan(news[key], DEEPEST - 1)) ?? "";
      const problem = `must not be nested more than ${DEEPEST} levels deep; combine the inner groups`;
      return { inputs: news, failures: [{ path: [deep], problem }], warnings: [] };
    }
    const inputs = withName(lifecycle.model.facts, request);
    const decoded = lifecycle.grammar(inputs).decode(inputs);
    const grammar = E.isLeft(decoded) ? fromErrors(decoded.left) : [];
    const failures = [...grammar, ...lifecycle.problems(inputs, { settings })];
    const args = failures.length === 0 ? lifecycle.decode(inputs, { settings }) : O.none;
    return {
      inputs,
      failures,
      warnings: O.isSome(args) ? lifecycle.lint(args.value, { settings }) : [],
    };
  };
