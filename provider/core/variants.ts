import * as t from "io-ts";
import { nearest, spellOut } from "./wording";

type Members = { readonly [tag: string]: t.Mixed };

/** Why a word is no member. It may be anything at all, also a word that JavaScript's own objects know. */
const refusalOf = (
  tag: unknown,
  words: readonly string[],
  refusals: { readonly [tag: string]: string },
): string => {
  const word = typeof tag === "string" ? tag : "";
  const refusal = Object.hasOwn(refusals, word) ? refusals[word] : undefined;
  if (refusal !== undefined) return refusal;
  const near = nearest(word, words);
  return `must be ${spellOut(words)}${near === undefined ? "" : ` (did you mean ${near}?)`}`;
};

/** The codec of all members, where their words are all that tells them apart. */
const onlyOf = (members: readonly t.Mixed[]): t.Mixed | undefined =>
  new Set(members).size === 1 ? members[0] : undefined;

/** What else is wrong, whichever member was meant. */
const besides = (
  discriminator: string,
  alike: t.Mixed | undefined,
  u: object,
  context: t.Context,
): readonly t.ValidationError[] => {
  const result = alike?.validate(u, context);
  return result?._tag === "Left"
    ? result.left.filter((error) => error.context[context.length]?.key !== discriminator)
    : [];
};

/**
 * A union whose members are told apart by the word in one property. `implied` names a member that a key of its own gives away,
 * so that the discriminator may be left out (`{ operator: "OR" }`, `{ anyOf: […] }`). `refusals` holds, for words that are no
 * member but that people have reason to try, the sentence that says why not and what instead. `unoffered` members are accepted,
 * but not proposed to anybody.
 */
export class VariantsType<M extends Members> extends t.Type<
  t.TypeOf<M[keyof M]>,
  t.TypeOf<M[keyof M]>,
  unknown
> {
  readonly _tag = "VariantsType";
  readonly discriminator: string;
  readonly members: M;

  constructor(
    name: string,
    discriminator: string,
    members: M,
    implied: { readonly [key: string]: string },
    refusals: { readonly [tag: string]: string },
    unoffered: readonly string[],
  ) {
    const keys = Object.entries(implied);
    const tagOf = (u: object): unknown =>
      Reflect.get(u, discriminator) ?? keys.find(([key]) => Reflect.has(u, key))?.[1];
    const memberOf = (u: unknown): t.Mixed | undefined => {
      if (typeof u !== "object" || u === null || Array.isArray(u)) return undefined;
      const tag = tagOf(u);
      return typeof tag === "string" && Object.hasOwn(members, tag) ? members[tag] : undefined;
    };
    const unwritten = new Set([...Object.values(implied), ...unoffered]);
    const words = Object.keys(members).filter((tag) => !unwritten.has(tag));
    const others = keys
      .filter(([, tag]) => Object.hasOwn(members, tag))
      .map(([key]) => `{ ${key}: … }`);
    const alike = onlyOf(Object.values(members));
    const expected = `must have \`${discriminator}\`: ${spellOut([...words, ...others])}`;

    super(
      name,
      (u): u is t.TypeOf<M[keyof M]> => memberOf(u)?.is(u) ?? false,
      (u, context) => {
        const member = memberOf(u);
        if (member !== undefined) return member.validate(u, context);
        if (typeof u !== "object" || u === null || Array.isArray(u)) {
          return t.failure(u, context, `must be an object; it ${expected}`);
        }
        const tag = tagOf(u);
        if (tag === undefined) return t.failure(u, context, expected);
        const message = refusalOf(tag, words, refusals);
        const at = t.appendContext(context, discriminator, t.string, tag);
        const isSaid = Reflect.get(u, discriminator) !== undefined;
        const others = isSaid ? besides(discriminator, alike, u, context) : [];
        return t.failures([{ value: tag, context: at, message }, ...others]);
      },
      t.identity,
    );
    this.discriminator = discriminator;
    this.members = members;
  }
}

export const variants = <M extends Members>(
  name: string,
  discriminator: string,
  members: M,
  implied: { readonly [key: string]: string } = {},
  refusals: { readonly [tag: string]: string } = {},
  unoffered: readonly string[] = [],
): VariantsType<M> => new VariantsType(name, discriminator, members, implied, refusals, unoffered);
