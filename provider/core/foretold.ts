/** What an adopting create would do, in words. */
import type { ForeseenChange, Foresight } from "./lifecycle";
import { hasUnknown, type Value } from "./value";
import { show, spellOut } from "./wording";

/** Longer than a person reads, and no longer than a terminal bears. */
const LONGEST_TEXT = 400;

const said = (value: Value): string => {
  if (value === undefined || value === "") return "nothing";
  if (typeof value === "string") {
    return `"${value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value}"`;
  }
  return hasUnknown(value) ? "something not known yet" : show(value);
};

const inWords =
  (isSecret: (property: string) => boolean) =>
  ({ property, from, to }: ForeseenChange): string =>
    isSecret(property)
      ? `${property} (secret and not shown)`
      : `${property} from ${said(from)} to ${said(to)}`;

/** A foresight as a sentence. Of a secret property no value is said, neither the old nor the new one. */
export const foretold = (
  { name, id, changes }: Foresight,
  isSecret: (property: string) => boolean,
): string => {
  const subject = `segment ${JSON.stringify(name)}`;
  if (id === undefined) return `no ${subject} exists yet: it would be made`;
  if (changes.length === 0) {
    return `would take over ${subject} (${id}): nothing of it would change`;
  }
  const list = spellOut(changes.map(inWords(isSecret)), "and");
  return `would take over ${subject} (${id}): would change ${list}`;
};
