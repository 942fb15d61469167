/** Commands as people type them into a shell. */
import { parseUrn } from "./token";

const isPlain = (word: string): boolean => /^[\w@%+=:,./-]+$/.test(word);

/** A word as a POSIX shell takes it for one, whatever it holds. */
export const shellWord = (word: string): string =>
  isPlain(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** What brings an existing segment under a resource's name. */
export const importCommand = (urn: string, id: string): string => {
  const { type, name } = parseUrn(urn);
  return ["pulumi", "import", type, name, id].map(shellWord).join(" ");
};
