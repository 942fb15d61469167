/** Property bags as Pulumi's dynamic host passes them: plain JavaScript, in which a text stands for what is not known yet. */
import { type Path, parse } from "../../core/path";
import { type Bag, isBag, isList, isUnknown, unknown, type Value } from "../../core/value";
import { UNKNOWN_TEXT, unknowns } from "../sentinel";

/** What the dynamic host hands over and takes back. */
export type Props = { [key: string]: unknown };

/** The resource's URN, which the protocol of dynamic providers does not tell. The resource class writes it. */
export const URN = "__urn";
/** Paths of the inputs that are secret, which the protocol of dynamic providers does not tell either. */
export const SECRETS = "__secrets";

/** One bag in two: what the program means, and what it travels with. */
export interface Parts {
  readonly inputs: Bag;
  /** Keys that begin with `__`, the provider's own text among them. */
  readonly hidden: Bag;
  /** Empty when the resource came from an import that told nothing but its id. */
  readonly urn: string;
  readonly secrets: readonly Path[];
}

const read = (value: unknown): Value => {
  if (typeof value === "string") return unknowns.has(value) ? unknown : value;
  if (typeof value === "number" || typeof value === "boolean" || value === null) return value;
  if (Array.isArray(value)) return value.map(read);
  if (typeof value !== "object") return undefined;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, read(item)]));
};

const write = (value: Value): unknown => {
  if (isUnknown(value)) return UNKNOWN_TEXT;
  if (isList(value)) return value.map(write);
  return isBag(value) ? join(value) : value;
};

/** Back to what the dynamic host understands: a bag of its own, which it may change. */
export const join = (...bags: readonly Bag[]): Props =>
  Object.fromEntries(
    bags.flatMap((bag) => Object.entries(bag).map(([key, value]) => [key, write(value)])),
  );

const isText = (value: Value): value is string => typeof value === "string";

export const split = (props: Props): Parts => {
  const entries = Object.entries(props).map(([key, value]) => [key, read(value)] as const);
  const hidden = Object.fromEntries(entries.filter(([key]) => key.startsWith("__")));
  const { [URN]: urn, [SECRETS]: secrets } = hidden;
  return {
    inputs: Object.fromEntries(entries.filter(([key]) => !key.startsWith("__"))),
    hidden,
    urn: isText(urn) ? urn : "",
    secrets: isList(secrets) ? secrets.filter(isText).map(parse) : [],
  };
};

/** Whether there is nothing but an id: state that an import by file has just made. */
export const isBare = ({ inputs }: Parts): boolean => Object.keys(inputs).length === 0;
