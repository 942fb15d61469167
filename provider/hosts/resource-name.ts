/** Names for resources, made of names that people gave. */

/** Letters, digits, emoji and the signs that mean nothing in any language's quotes. */
const HARMLESS = /\p{L}|\p{M}|\p{N}|\p{Extended_Pictographic}|[ ._,()+/&!?'-]/u;

/** What joins emoji to one. */
const JOINERS: ReadonlySet<string> = new Set(["\u200D", "\uFE0F"]);

/** Texts that YAML takes for a number, a date, a flag or nothing. */
const isYamlValue = (text: string): boolean =>
  !/\p{L}|\p{Extended_Pictographic}/u.test(text) ||
  /^[-+]?(0x[\da-f_]+|0o?[0-7_]+|0b[01_]+|[\d_.]+e[-+]?\d+|[\d-]+t[\d:.+-]*z?)$/i.test(text) ||
  /^(null|true|false|yes|no|on|off|y|n|[-+]?\.(inf|nan))$/i.test(text);

/**
 * A name for a resource that all of Pulumi's generators of programs write rightly: they put it between quotes as it stands, and
 * YAML's without quotes. It is the given name but for signs that would get in their way.
 */
export const resourceName = (name: string, variable: string): string => {
  const isKept = (sign: string): boolean => HARMLESS.test(sign) || JOINERS.has(sign);
  const kept = [...name.normalize("NFC")].map((sign) => (isKept(sign) ? sign : " ")).join("");
  const text = kept
    .replace(/ +/g, " ")
    .replace(/^[^\p{L}\p{N}\p{Extended_Pictographic}]+/u, "")
    .trim();
  return isYamlValue(text) ? variable : text;
};
