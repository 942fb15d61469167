import * as t from "io-ts";
import { didYouMean, nearest, spellOut } from "./wording";

type Shape = { readonly [key: string]: t.Mixed };

export type Closed<R extends Shape, O extends Shape> = {
  readonly [K in keyof R]: t.TypeOf<R[K]>;
} & {
  readonly [K in keyof O]?: t.TypeOf<O[K]>;
};

/** A closed object as something to read: its name and its properties. */
export interface ObjectCodec {
  readonly name: string;
  readonly required: Shape;
  readonly optional: Shape;
}

const isObject = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === "object" && u !== null && !Array.isArray(u);

const step = (context: t.Context, key: string, type: t.Mixed, actual: unknown): t.Context =>
  t.appendContext(context, key, type, actual);

type Fields = Readonly<Record<string, unknown>>;

/** What must hold of an object's keys: which there are, which may be missing, and which are let through unread. */
interface Keys {
  readonly name: string;
  readonly names: readonly string[];
  readonly shape: Shape;
  readonly required: ReadonlySet<string>;
  readonly ignored: ReadonlySet<string>;
  readonly outdated: Outdated;
}

/** Keys that people have reason to try: which key is meant today, and why. */
export type Outdated = { readonly [key: string]: { readonly meant: string; readonly why: string } };

const isKnown = ({ shape, ignored }: Keys, key: string): boolean =>
  Object.hasOwn(shape, key) || ignored.has(key);

const hasExactly = (keys: Keys, u: Fields): boolean =>
  keys.names.every((key) => {
    const value = u[key];
    return value === undefined ? !keys.required.has(key) : (keys.shape[key]?.is(value) ?? true);
  }) && Object.keys(u).every((key) => isKnown(keys, key) || u[key] === undefined);

/** What is missing, in the words of its codec for what it must be. */
const missing = (codec: t.Mixed, context: t.Context): string => {
  const result = codec.validate(undefined, context);
  const said = result._tag === "Left" ? result.left[0]?.message : undefined;
  return said?.startsWith("must") === true ? `is required; it ${said}` : "is required";
};

const errorsAt = (
  { shape, required }: Keys,
  u: Fields,
  key: string,
  context: t.Context,
): readonly t.ValidationError[] => {
  const codec = shape[key] ?? t.unknown;
  const value = u[key];
  if (value === undefined) {
    const at = step(context, key, codec, value);
    return required.has(key) ? [{ value, context: at, message: missing(codec, at) }] : [];
  }
  const result = codec.validate(value, step(context, key, codec, value));
  return result._tag === "Left" ? result.left : [];
};

const outdatedOf = ({ outdated }: Keys, key: string) =>
  Object.hasOwn(outdated, key) ? outdated[key] : undefined;

const messageFor = (keys: Keys, key: string): string => {
  const old = outdatedOf(keys, key);
  return old === undefined
    ? `is not a property of ${keys.name}; ${didYouMean(key, keys.names)}`
    : `${old.why}; write \`${old.meant}\` instead`;
};

/** Every error at once. A key that is only misspelt is not reported as missing as well. */
const errorsOf = (keys: Keys, u: Fields, context: t.Context): readonly t.ValidationError[] => {
  const { names } = keys;
  const strange = Object.keys(u).filter((key) => u[key] !== undefined && !isKnown(keys, key));
  const meantBy = (key: string): string | undefined =>
    outdatedOf(keys, key)?.meant ?? nearest(key, names);
  const meant = new Set(strange.map(meantBy));
  const errors = names.flatMap((key) =>
    u[key] === undefined && meant.has(key) ? [] : errorsAt(keys, u, key, context),
  );
  const unknownKeys = strange.map((key) => ({
    value: u[key],
    context: step(context, key, t.unknown, u[key]),
    message: messageFor(keys, key),
  }));
  return [...errors, ...unknownKeys];
};

/**
 * An object with exactly these keys. Unlike `t.exact(t.type(…))`, a key too many is a failure and not silently dropped, and an
 * optional key is absent rather than `undefined`. `ignored` names keys that a vendor's own samples put here without meaning:
 * they are let through, never typed, and never sent.
 */
export class ClosedType<R extends Shape, O extends Shape> extends t.Type<
  Closed<R, O>,
  Closed<R, O>,
  unknown
> {
  readonly _tag = "ClosedType";
  readonly required: R;
  readonly optional: O;
  readonly ignored: readonly string[];

  constructor(
    name: string,
    required: R,
    optional: O,
    ignored: readonly string[],
    outdated: Outdated,
  ) {
    const shape: Shape = { ...required, ...optional };
    const keys: Keys = {
      name,
      names: Object.keys(shape),
      shape,
      required: new Set(Object.keys(required)),
      ignored: new Set(ignored),
      outdated,
    };
    super(
      name,
      (u): u is Closed<R, O> => isObject(u) && hasExactly(keys, u),
      (u, context) => {
        if (!isObject(u)) {
          const message = `must be an object with ${spellOut(keys.names)}`;
          return t.failure(u, context, message);
        }
        const errors = errorsOf(keys, u, context);
        return errors.length > 0 ? t.failures([...errors]) : t.success(u as Closed<R, O>);
      },
      t.identity,
    );
    this.required = required;
    this.optional = optional;
    this.ignored = ignored;
  }
}

export const closed = <R extends Shape, O extends Shape>(
  name: string,
  required: R,
  optional: O,
  ignored: readonly string[] = [],
  outdated: Outdated = {},
): ClosedType<R, O> => new ClosedType(name, required, optional, ignored, outdated);
