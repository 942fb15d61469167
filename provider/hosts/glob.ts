/** Patterns over names as shells have them: `*` is any run of characters, `?` is one. Letters match in either case. */

const escaped = (text: string): string => text.replace(/[.+^${}()|[\]\\]/g, "\\$&");

const toRegExp = (glob: string): RegExp =>
  new RegExp(`^${escaped(glob).replaceAll("*", ".*").replaceAll("?", ".")}$`, "isu");

/** Whether a name is wanted: it matches one of `match`, where there are any, and none of `exclude`. */
export const wanted = (
  match: readonly string[],
  exclude: readonly string[],
): ((name: string) => boolean) => {
  const [ins, outs] = [match.map(toRegExp), exclude.map(toRegExp)];
  return (name) =>
    (ins.length === 0 || ins.some((one) => one.test(name))) && !outs.some((one) => one.test(name));
};
