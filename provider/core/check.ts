import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import type * as t from "io-ts";
import type { Lifecycle, Scope } from "./lifecycle";
import { type CheckFailure, fromErrors } from "./problem";
import { type Bag, type Bounds, beyond } from "./value";

/**
 * Deep enough for any segment a person writes, shallow enough to be walked without fear; far more conditions and groups than any
 * vendor takes, and few enough to be judged in a moment.
 */
const BOUNDS: Bounds = { depth: 64, objects: 5_000 };

const TOO_MUCH: { readonly [bound in keyof Bounds]: string } = {
  depth: `must not be nested more than ${BOUNDS.depth} levels deep; combine the inner groups`,
  objects: `must not hold more than ${BOUNDS.objects} objects, counted at all depths; split it`,
};

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

type NamedFacts = { readonly [property: string]: { readonly autonamed?: true } };

const withName = (facts: NamedFacts, { news, olds, proposedName }: CheckRequest): Bag => {
  const named = Object.keys(facts).find((property) => facts[property]?.autonamed === true);
  if (named === undefined || news[named] !== undefined) return news;
  const name = olds?.[named] ?? proposedName;
  return name === undefined ? news : { ...news, [named]: name };
};

/** The inputs of the run before; an import leaves out a name that is the resource's own. */
const before = (facts: NamedFacts, request: CheckRequest): Bag | undefined => {
  const { olds } = request;
  return olds === undefined ? undefined : withName(facts, { ...request, news: olds });
};

/** What is too deep or too large to be looked at closely. */
const excess = (news: Bag): CheckFailure | undefined => {
  const bound = beyond(news, BOUNDS);
  if (bound === undefined) return undefined;
  const inner = { depth: BOUNDS.depth - 1, objects: BOUNDS.objects - 1 };
  const keys = Object.keys(news);
  const key = keys.find((one) => beyond(news[one], inner) === bound) ?? keys[0] ?? "";
  return { path: [key], problem: TOO_MUCH[bound] };
};

/** Asked only when something is wrong, or not known yet: it notes where each value stands, which takes its time. */
const failuresOf = (codec: t.Mixed, inputs: Bag): readonly CheckFailure[] => {
  if (codec.is(inputs)) return [];
  const decoded = codec.decode(inputs);
  return E.isLeft(decoded) ? fromErrors(decoded.left) : [];
};

/** The whole grammar, pure and total: every failure at once, each at its place, and any value at all gets an answer. */
export const check =
  <Args extends Bag, Client>(lifecycle: Lifecycle<Args, Client>) =>
  (request: CheckRequest): CheckResult => {
    const { news, settings } = request;
    const { facts } = lifecycle.model;
    const tooMuch = excess(news);
    if (tooMuch !== undefined) return { inputs: news, failures: [tooMuch], warnings: [] };
    const inputs = withName(facts, request);
    const args = lifecycle.decode(inputs, { settings });
    const grammar = O.isSome(args) ? [] : failuresOf(lifecycle.grammar(inputs), inputs);
    const failures = [...grammar, ...lifecycle.problems(inputs, { settings })];
    const isFine = failures.length === 0 && O.isSome(args);
    return {
      inputs,
      failures,
      warnings: isFine ? lifecycle.lint(args.value, { settings }, before(facts, request)) : [],
    };
  };
