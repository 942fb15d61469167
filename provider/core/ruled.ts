import * as t from "io-ts";
import type { ClosedType } from "./codec";

/** Something wrong with one key of an object, seen together with the others. */
export interface Breach {
  readonly key: string;
  /** Which element, when the key holds a list. */
  readonly index?: number;
  readonly message: string;
}

/** An object whose properties also have to fit each other. The rules are asked only when each property alone is right. */
export class RuledType<A> extends t.Type<A, A, unknown> {
  readonly _tag = "RuledType";
  readonly base: t.Mixed;

  constructor(base: t.Type<A, unknown>, rules: (value: A) => readonly Breach[]) {
    super(
      base.name,
      (u): u is A => base.is(u) && rules(u).length === 0,
      (u, context) => {
        const result = base.validate(u, context);
        if (result._tag === "Left") return result;
        const breaches = rules(result.right);
        if (breaches.length === 0) return result;
        return t.failures(breaches.map((breach) => toError(result.right, context, breach)));
      },
      t.identity,
    );
    this.base = base;
  }
}

const toError = (
  value: unknown,
  context: t.Context,
  { key, index, message }: Breach,
): t.ValidationError => {
  const actual: unknown =
    typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  const at = t.appendContext(context, key, t.unknown, actual);
  if (index === undefined || !Array.isArray(actual)) return { value: actual, context: at, message };
  const item: unknown = actual[index];
  return { value: item, context: t.appendContext(at, String(index), t.unknown, item), message };
};

// biome-ignore lint/suspicious/noExplicitAny: any closed object may have rules; its own types are kept.
export const ruled = <C extends ClosedType<any, any>>(
  base: C,
  rules: (value: t.TypeOf<C>) => readonly Breach[],
): RuledType<t.TypeOf<C>> => new RuledType(base, rules);
