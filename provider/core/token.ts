/** A resource type or function token, `package:module:Member`. Source: Pulumi, package schema. */
export type Token = `${string}:${string}:${string}`;

/** What a URN says of its resource; parents are left out of `type`. */
export interface Urn {
  readonly type: string;
  readonly name: string;
}

/** The parts of a token: `audiences`, `onesignal`, `Segment`. */
export const splitToken = (
  token: Token,
): { readonly pkg: string; readonly module: string; readonly member: string } => {
  const [pkg = "", module = "", member = ""] = token.split(":");
  return { pkg, module, member };
};

const SEPARATOR = "::";

/** `urn:pulumi:stack::project::parent$type::name` becomes its type and name; a name may itself hold `::`. */
export const parseUrn = (urn: string): Urn => {
  const [, , types = "", ...name] = urn.split(SEPARATOR);
  return { type: types.split("$").at(-1) ?? "", name: name.join(SEPARATOR) };
};
