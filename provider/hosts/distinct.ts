/** Names that are told apart. */

/** How names are told apart, and made different when they are not. */
interface Distinction {
  readonly taken?: Iterable<string>;
  /** Names with the same fold are the same; by default the case of letters says nothing. */
  readonly fold?: (name: string) => string;
  readonly numbered?: (name: string, number: number) => string;
}

/** Gives each name once: one that is taken gets a number. */
export const distinct = ({
  taken = [],
  fold = (name) => name.toLowerCase(),
  numbered = (name, number) => `${name}${number}`,
}: Distinction = {}): ((name: string) => string) => {
  const used = new Set([...taken].map(fold));
  const next = new Map<string, number>();
  return (name) => {
    let given = name;
    for (let number = next.get(fold(name)) ?? 2; used.has(fold(given)); number += 1) {
      given = numbered(name, number);
      next.set(fold(name), number + 1);
    }
    used.add(fold(given));
    return given;
  };
};
