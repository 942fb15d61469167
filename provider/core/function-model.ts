/** What the functions of a resource are, computed from its model, so that a vendor gets them without writing any. */
import { type ClosedType, closed, list } from "./codec";
import type { Fact, TypeFact } from "./facts";
import { outputsOf, pick, summaryOf } from "./function-outputs";
import type { Model } from "./lifecycle";
import { accountFacts, accountShape, queryCodec, queryFacts, type Shape, someText } from "./query";
import { splitToken, type Token } from "./token";

export interface Facts {
  readonly [property: string]: Fact;
}

/** A function without what it does: enough for the schema and for checking arguments. */
export interface FunctionModel {
  readonly token: Token;
  readonly doc: string;
  readonly args: ClosedType<Shape, Shape>;
  readonly argFacts: Facts;
  readonly outputs: ClosedType<Shape, Shape>;
  readonly outputFacts: Facts;
  /** Facts of the object types inside the outputs, by codec name. */
  readonly types: { readonly [name: string]: TypeFact };
}

const ID: Fact = {
  doc: "The id by which `pulumi import` and the `import` resource option take the segment.",
};

const tokenOf = (model: Model, name: string): Token => {
  const { pkg, module } = splitToken(model.token);
  return `${pkg}:${module}:${name}`;
};

/** `getSegment`: one segment, by id or by name. */
export const getOne = (model: Model): FunctionModel => {
  const { audience, facts, types, token } = model;
  const name = `get${splitToken(token).member}`;
  const size: Facts = audience === undefined ? {} : { [audience.property]: { doc: audience.doc } };
  return {
    token: tokenOf(model, name),
    doc: "A segment that exists, by `id` or by `name`, whoever manages it. That there is none is an error.",
    args: closed<Shape, Shape>(name, {}, { id: someText, name: someText, ...accountShape(model) }),
    argFacts: {
      id: {
        doc: "Its id, in any form that `pulumi import` takes. Give this or `name`.",
      },
      name: {
        doc: "Its exact name. That several segments have it is an error, which lists their ids.",
      },
      ...accountFacts(model),
    },
    outputs: outputsOf(model),
    outputFacts: { ...facts, ...size, id: ID },
    types,
  };
};

/** `segments`, what a listing calls its entries. */
export const entriesOf = ({ token }: Model): string => {
  const { member } = splitToken(token);
  return `${member.charAt(0).toLowerCase()}${member.slice(1)}s`;
};

/** `getSegments`: the segments of an account. */
export const getMany = (model: Model): FunctionModel => {
  const { member } = splitToken(model.token);
  const name = `get${member}s`;
  const summary = summaryOf(model);
  const many = { min: 0, max: Number.POSITIVE_INFINITY };
  const properties: Facts = {
    ...pick(model.facts, (property) => model.facts[property]?.listed === true),
    id: ID,
    name: { doc: "Its name." },
    changedAt: { doc: "When it was changed last (ISO 8601), where the vendor tells." },
  };
  return {
    token: tokenOf(model, name),
    doc: `The segments of an account, from one listing; \`get${member}\` tells more of a single one.`,
    args: queryCodec(name, model),
    argFacts: queryFacts(model),
    outputs: closed<Shape, Shape>(
      `${member}s`,
      { [entriesOf(model)]: list("segments", summary, many) },
      {},
    ),
    outputFacts: { [entriesOf(model)]: { doc: "In the order in which the vendor lists them." } },
    types: {
      ...model.types,
      [summary.name]: { doc: "A segment as a listing tells of it.", properties },
    },
  };
};
