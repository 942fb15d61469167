/**
 * The combinators that io-ts lacks. Each keeps its parts readable, because the Pulumi schema is computed from them, and each
 * says in its failure what to write instead. Decoding gives back what it was given: a program's own spelling is never changed.
 */
import * as t from "io-ts";
import { spellOut } from "./wording";

export { ClosedType, closed, type ObjectCodec } from "./closed";

/** What to say of a word that is no member but that people have reason to try; nothing leaves the usual sentence. */
type Explain = (word: unknown) => string | undefined;

/** One of a few words, with a name of its own in the schema. */
export class EnumType<V extends string> extends t.Type<V, V, unknown> {
  readonly _tag = "EnumType";
  readonly values: readonly V[];

  constructor(name: string, values: readonly V[], explain: Explain = () => undefined) {
    const words: ReadonlySet<unknown> = new Set(values);
    const isMember = (u: unknown): u is V => words.has(u);
    super(
      name,
      isMember,
      (u, context) =>
        isMember(u)
          ? t.success(u)
          : t.failure(
              u,
              context,
              explain(u) ?? `must be ${spellOut(values.map((value) => JSON.stringify(value)))}`,
            ),
      t.identity,
    );
    this.values = values;
  }
}

export const oneOf = <const V extends readonly string[]>(
  name: string,
  values: V,
  explain?: Explain,
) => new EnumType<V[number]>(name, values, explain);

/** A value of `base` about which `problem` has nothing to say. `problem` answers with what the value must be. */
export class CheckedType<A> extends t.Type<A, A, unknown> {
  readonly _tag = "CheckedType";
  readonly base: t.Mixed;

  constructor(name: string, base: t.Type<A, unknown>, problem: (value: A) => string | undefined) {
    super(
      name,
      (u): u is A => base.is(u) && problem(u) === undefined,
      (u, context) => {
        const result = base.validate(u, context);
        if (result._tag === "Left") return result;
        const message = problem(result.right);
        return message === undefined ? result : t.failure(u, context, message);
      },
      t.identity,
    );
    this.base = base;
  }
}

export const checked = <A>(
  name: string,
  base: t.Type<A, unknown>,
  problem: (value: A) => string | undefined,
): CheckedType<A> => new CheckedType(name, base, problem);

/** Any of several scalars; `message` says which in one sentence, where a union of io-ts would list a failure for each. */
export class ScalarType<A> extends t.Type<A, A, unknown> {
  readonly _tag = "ScalarType";
  readonly kinds: readonly ("string" | "number" | "boolean")[];

  constructor(
    name: string,
    kinds: readonly ("string" | "number" | "boolean")[],
    isMember: (u: unknown) => u is A,
    message: string,
  ) {
    super(
      name,
      isMember,
      (u, context) => (isMember(u) ? t.success(u) : t.failure(u, context, message)),
      t.identity,
    );
    this.kinds = kinds;
  }
}

export const text = (message: string): ScalarType<string> =>
  new ScalarType("string", ["string"], t.string.is, message);

export const flag = new ScalarType("boolean", ["boolean"], t.boolean.is, "must be true or false");

/** Nobody reads more errors about one list, and a list of a million wrong entries must not cost a million of them. */
const MOST_ERRORS = 200;

interface Limits {
  readonly min: number;
  readonly max: number;
}

const sizeOf = ({ min, max }: Limits): string =>
  max === Number.POSITIVE_INFINITY
    ? `at least ${min} ${min === 1 ? "entry" : "entries"}`
    : `${min} to ${max} entries`;

const errorsOf = (
  item: t.Mixed,
  list: readonly unknown[],
  context: t.Context,
): t.ValidationError[] => {
  const errors: t.ValidationError[] = [];
  for (const [index, value] of list.entries()) {
    const result = item.validate(value, t.appendContext(context, String(index), item, value));
    if (result._tag === "Left") for (const error of result.left) errors.push(error);
    if (errors.length >= MOST_ERRORS) break;
  }
  return errors;
};

/** A list of `min` to `max` entries, both included. `name` says in the plural what they are. */
export class ListType<C extends t.Mixed> extends t.Type<
  ReadonlyArray<t.TypeOf<C>>,
  ReadonlyArray<t.TypeOf<C>>,
  unknown
> {
  readonly _tag = "ListType";
  readonly item: C;

  constructor(name: string, item: C, limits: Limits) {
    const fits = (list: readonly unknown[]): boolean =>
      limits.min <= list.length && list.length <= limits.max;
    super(
      name,
      (u): u is ReadonlyArray<t.TypeOf<C>> => Array.isArray(u) && fits(u) && u.every(item.is),
      (u, context) => {
        if (!Array.isArray(u)) return t.failure(u, context, `must be a list`);
        const list: readonly unknown[] = u;
        if (!fits(list)) {
          return t.failure(u, context, `must have ${sizeOf(limits)}, not ${list.length}`);
        }
        const errors = errorsOf(item, list, context);
        return errors.length > 0 ? t.failures(errors) : t.success(list as t.TypeOf<C>[]);
      },
      t.identity,
    );
    this.item = item;
  }
}

export const list = <C extends t.Mixed>(name: string, item: C, limits: Limits): ListType<C> =>
  new ListType(name, item, limits);

/** A codec that refers to itself. TypeScript cannot infer its type, so it is named here, and only here taken on trust. */
export const recursive = <A>(name: string, make: () => t.Mixed): t.Type<A, A, unknown> =>
  t.recursion<A, A>(name, make);
