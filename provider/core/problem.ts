import type * as t from "io-ts";
import type { Path } from "./path";
import { isUnknown, type Value } from "./value";
import { show } from "./wording";

/** One thing wrong with a program's input. `problem` alone never tells the value; `got` does, and is left out for secrets. */
export interface CheckFailure {
  readonly path: Path;
  readonly problem: string;
  readonly got?: Value;
  /** What to write instead, where that can only be said by naming the value. */
  readonly hint?: string;
}

/** The failure in words. With `secret`, nothing of the value is said. */
export const sentence = ({ problem, got, hint }: CheckFailure, secret: boolean): string => {
  if (secret) return `${problem} (the value is secret and not shown)`;
  const value = got === undefined ? "" : `, not ${show(got)}`;
  return `${problem}${value}${hint === undefined ? "" : `; ${hint}`}`;
};

const toStep = (parent: t.ContextEntry | undefined, { key }: t.ContextEntry): string | number =>
  parent !== undefined && Array.isArray(parent.actual) ? Number(key) : key;

const toPath = (context: t.Context): Path =>
  context.slice(1).map((entry, index) => toStep(context[index], entry));

/** A failure below a value that a preview does not know yet says nothing. */
const isAboutUnknown = (error: t.ValidationError): boolean =>
  isUnknown(error.value) || error.context.some(({ actual }) => isUnknown(actual));

const isScalar = (value: unknown): value is string | number | boolean =>
  ["string", "number", "boolean"].includes(typeof value);

const toFailure = (error: t.ValidationError): CheckFailure => {
  const problem = error.message ?? `must be ${error.context.at(-1)?.type.name ?? "something else"}`;
  const path = toPath(error.context);
  return isScalar(error.value) && problem.startsWith("must be")
    ? { path, problem, got: error.value }
    : { path, problem };
};

/** The failures of a codec, without those that only say that something is not known yet. */
export const fromErrors = (errors: t.Errors): readonly CheckFailure[] =>
  errors.filter((error) => !isAboutUnknown(error)).map(toFailure);
