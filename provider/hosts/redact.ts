import type { Path } from "../core/path";
import type { Revealed } from "../core/secret";
import { type Bag, isBag, isList, type Value } from "../core/value";

/** Shorter texts stand in too many harmless places: to blacken them would tell more than it hides. */
const SHORTEST = 4;

const at = (value: Value, path: Path): Value =>
  path.reduce<Value>((inner, step) => {
    if (isList(inner)) return inner[Number(step)];
    return isBag(inner) ? inner[step] : undefined;
  }, value);

const textsIn = (value: Value): readonly string[] => {
  if (typeof value === "string") return value.length < SHORTEST ? [] : [value];
  if (isList(value)) return value.flatMap(textsIn);
  return isBag(value) ? Object.values(value).flatMap(textsIn) : [];
};

/** Every text that stands at a secret place. */
export const secretTexts = (bag: Revealed<Bag> | undefined): readonly string[] =>
  bag === undefined ? [] : bag.secrets.flatMap((path) => textsIn(at(bag.value, path)));

/** A message without the secrets that it may have been given back by a vendor. The longest go first: one may hold another. */
export const redact = (message: string, secrets: readonly string[]): string =>
  [...secrets]
    .sort((a, b) => b.length - a.length)
    .reduce((text, secret) => text.replaceAll(secret, "[secret]"), message);
