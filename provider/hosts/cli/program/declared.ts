/** Segments as a program declares them. */
import { type Code, literal, object } from "../../../core/code";
import type { Bag, Value } from "../../../core/value";
import type { Kind } from "../../accounts";
import type { Importable } from "../../inventory";

export interface Declared {
  readonly kind: Kind;
  readonly segment: Importable;
}

/** A file of a program, by its path from the folder of the program. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The module and the class of a type: `audiences:onesignal:Segment` is `onesignal` and `Segment`. */
export const classOf = ({
  resource,
}: Kind): { readonly module: string; readonly className: string } => {
  const [, module = "", className = ""] = resource.model.token.split(":");
  return { module, className };
};

const isScalar = (value: Value): boolean => typeof value !== "object" || value === null;

/** Short properties first, as people write them; otherwise the required ones, and then in the order in which the type has them. */
export const inOrder = ({ resource }: Kind, inputs: Bag): Bag => {
  const { required, optional } = resource.model.args;
  const known = Object.keys({ ...required, ...optional }).filter(
    (name) => inputs[name] !== undefined,
  );
  const scalars = known.filter((name) => isScalar(inputs[name]));
  const rest = known.filter((name) => !isScalar(inputs[name]));
  return Object.fromEntries([...scalars, ...rest].map((name) => [name, inputs[name]]));
};

/** The arguments of a segment, with the vendor's builders where it has any. */
export const argsOf = ({ kind, segment }: Declared): Code => {
  const { facts } = kind.resource.model;
  return object(
    inOrder(kind, segment.inputs),
    (value, name) => facts[name]?.source?.(value) ?? literal(value),
  );
};

/** A piece of code and all pieces in it, the outer ones first. */
export const piecesOf = (code: Code): readonly Code[] => {
  switch (code._tag) {
    case "Name":
    case "Builder":
    case "Literal":
      return [code];
    case "List":
      return [code, ...code.items.flatMap(piecesOf)];
    case "Object":
      return [code, ...code.entries.flatMap(([, value]) => piecesOf(value))];
    case "Call":
      return [code, ...piecesOf(code.callee), ...code.args.flatMap(piecesOf)];
  }
};
