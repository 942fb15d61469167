/** What may be asked of a listing: the same words for functions and for `pulumi do … list`. */
import * as E from "fp-ts/Either";
import type * as t from "io-ts";
import { type ClosedType, checked, closed, text } from "./codec";
import type { Fact } from "./facts";
import { inputNames, type Listed, type Model, type Scope } from "./lifecycle";
import { type CheckFailure, fromErrors } from "./problem";
import { settingKey } from "./setting";
import { splitToken } from "./token";
import { type Bag, withoutAbsent } from "./value";

export interface Shape {
  readonly [property: string]: t.Mixed;
}

export const someText = checked("Text", text("must be text"), (value) =>
  value.trim() === "" ? "must not be empty" : undefined,
);

const ISO = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

const time = checked("Time", text("must be text"), (value) =>
  ISO.test(value) && !Number.isNaN(Date.parse(value))
    ? undefined
    : 'must be a time in ISO 8601 with its zone, such as "2026-01-31T08:00:00Z", or a date in UTC',
);

/** The inputs that say which account a segment is in, as far as a program may choose. */
const accountNames = (model: Model): readonly string[] =>
  inputNames(model).filter((name) => model.facts[name]?.setting !== undefined);

export const accountShape = (model: Model): Shape => {
  const shape: Shape = { ...model.args.required, ...model.args.optional };
  return Object.fromEntries(accountNames(model).map((name) => [name, shape[name] ?? someText]));
};

const settingOf = (model: Model, name: string): string =>
  settingKey(splitToken(model.token).module, model.facts[name]?.setting ?? name);

export const accountFacts = (model: Model): { readonly [property: string]: Fact } =>
  Object.fromEntries(
    accountNames(model).map((name) => [
      name,
      {
        doc: `Where to look: \`${name}\` of the segments. Defaults to the provider's \`${settingOf(model, name)}\`.`,
      },
    ]),
  );

export const accountOf = (model: Model, args: Bag): Bag =>
  withoutAbsent(Object.fromEntries(accountNames(model).map((name) => [name, args[name]])));

/** Nothing can be listed in an account that nobody names. */
export const accountProblems = (
  model: Model,
  args: Bag,
  { settings }: Scope,
): readonly CheckFailure[] =>
  accountNames(model)
    .filter((name) => args[name] === undefined)
    .filter((name) => settings[model.facts[name]?.setting ?? name] === undefined)
    .map((name) => ({
      path: [name],
      problem: `is required: give it here, or set audiences:${settingOf(model, name)}`,
    }));

/** What SDKs and the CLI send for "not given". */
export const withoutNull = (bag: Bag): Bag =>
  Object.fromEntries(
    Object.entries(bag).filter(([, value]) => value !== null && value !== undefined),
  );

export const queryCodec = (name: string, model: Model): ClosedType<Shape, Shape> =>
  closed<Shape, Shape>(
    name,
    {},
    { ...accountShape(model), nameContains: someText, changedSince: time },
  );

export const queryFacts = (model: Model): { readonly [property: string]: Fact } => ({
  ...accountFacts(model),
  nameContains: {
    doc: "Only segments with this in their name; upper and lower case are the same.",
  },
  changedSince: {
    doc: "Only segments that were made or changed at this time or later (ISO 8601, such as `2026-01-31T08:00:00Z`). A segment of which the vendor does not tell when it changed is never left out.",
  },
});

/** What is wrong with a query; `name` is what people call it. */
export const queryProblems = (
  name: string,
  model: Model,
  query: Bag,
  scope: Scope,
): readonly CheckFailure[] => {
  const given = withoutNull(query);
  const decoded = queryCodec(name, model).decode(given);
  const problems = E.isLeft(decoded) ? fromErrors(decoded.left) : [];
  return [...problems, ...accountProblems(model, given, scope)];
};

const includes = (text: string, part: string): boolean =>
  text.toLowerCase().includes(part.toLowerCase());

/** Whether a query lets a segment through. */
export const matches =
  ({ nameContains, changedSince }: Bag) =>
  ({ name, changedAt }: Listed): boolean =>
    (typeof nameContains !== "string" || includes(name, nameContains)) &&
    (typeof changedSince !== "string" ||
      changedAt === undefined ||
      Date.parse(changedSince) <= Date.parse(changedAt));
