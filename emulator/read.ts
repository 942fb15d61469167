import { isObject, type Json, type JsonObject } from "./json";

/** A control body or option that cannot be obeyed; the message is a sentence with the place and the remedy. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** Turns unknown input into `A`, or throws a `Refusal` that names the place `at`. */
export type Reader<A> = (value: unknown, at: string) => A;

/** Fields of a change: absent or undefined means "leave as it is". */
export type Patch<A> = { readonly [K in keyof A]?: A[K] | undefined };

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

const refuse = (at: string, wanted: string, value: unknown): never => {
  throw new Refusal(`${at} must be ${wanted}, not ${show(value)}.`);
};

export const text: Reader<string> = (value, at) =>
  typeof value === "string" ? value : refuse(at, "a string", value);

export const flag: Reader<boolean> = (value, at) =>
  typeof value === "boolean" ? value : refuse(at, "true or false", value);

/** A whole number between `min` and `max`, both included. */
export const whole =
  (min: number, max: number = Number.MAX_SAFE_INTEGER): Reader<number> =>
  (value, at) =>
    typeof value === "number" && Number.isSafeInteger(value) && min <= value && value <= max
      ? value
      : refuse(at, `a whole number from ${min}${max < 1e9 ? ` to ${max}` : ""}`, value);

export const oneOf =
  <const A extends string>(...known: readonly A[]): Reader<A> =>
  (value, at) =>
    known.find((word) => word === value) ?? refuse(at, `one of ${known.join(", ")}`, value);

export const optional =
  <A>(reader: Reader<A>): Reader<A | undefined> =>
  (value, at) =>
    value === undefined ? undefined : reader(value, at);

export const nullable =
  <A>(reader: Reader<A>): Reader<A | null> =>
  (value, at) =>
    value === null ? null : reader(value, at);

/** The first reader that accepts; `wanted` says in the refusal what all of them together ask for. */
export const either =
  <A, B>(first: Reader<A>, second: Reader<B>, wanted: string): Reader<A | B> =>
  (value, at) => {
    for (const reader of [first, second]) {
      try {
        return reader(value, at);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
    return refuse(at, wanted, value);
  };

export const list =
  <A>(reader: Reader<A>): Reader<readonly A[]> =>
  (value, at) =>
    Array.isArray(value)
      ? value.map((item, index) => reader(item, `${at}[${index}]`))
      : refuse(at, "a list", value);

export const json: Reader<Json> = (value, at) => {
  if (value === null || ["boolean", "number", "string"].includes(typeof value))
    return value as Json;
  return Array.isArray(value) ? list(json)(value, at) : jsonObject(value, at);
};

export const jsonObject: Reader<JsonObject> = (value, at) =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, json(item, `${at}.${key}`)]),
      )
    : refuse(at, "an object", value);

type Read<S> = { readonly [K in keyof S]: S[K] extends Reader<infer A> ? A : never };

/** An object with exactly these keys; a key that is not known is refused, because it is most likely a slip. */
export const objectOf =
  <S extends Readonly<Record<string, Reader<unknown>>>>(shape: S): Reader<Read<S>> =>
  (value, at) => {
    const source = isObject(value) ? value : refuse(at, "an object", value);
    const stranger = Object.keys(source).find((key) => !Object.hasOwn(shape, key));
    if (stranger !== undefined) {
      throw new Refusal(
        `${at} has no key "${stranger}"; known are ${Object.keys(shape).join(", ")}.`,
      );
    }
    const entries = Object.entries(shape).map(([key, reader]) => [
      key,
      reader(source[key], `${at}.${key}`),
    ]);
    return Object.fromEntries(entries) as Read<S>;
  };

/** `base` with every field of `change` that is not undefined. */
export const patched = <A extends object>(base: A, change: Patch<A>): A => ({
  ...base,
  ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)),
});
