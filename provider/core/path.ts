/** Where a value stands in a resource's inputs, in Pulumi's property path notation (`filters[3].relation`). */
export type Path = ReadonlyArray<string | number>;

const PLAIN_KEY = /^[A-Za-z_$][\w$-]*$/;

const printStep = (step: string | number, index: number): string => {
  if (typeof step === "number") return `[${step}]`;
  if (!PLAIN_KEY.test(step)) return `["${step.replace(/["\\]/g, "\\$&")}"]`;
  return index === 0 ? step : `.${step}`;
};

/** `["filters", 3, "relation"]` becomes `filters[3].relation`; keys that are no plain words are quoted. */
export const print = (path: Path): string => path.map(printStep).join("");

const STEP = /\["((?:[^"\\]|\\[\s\S])*)"\]|\[(\d+|\*)\]|\.?([^.[\]"]+)/gy;

const toStep = ([, quoted, index, key]: RegExpMatchArray): string | number => {
  if (quoted !== undefined) return quoted.replace(/\\([\s\S])/g, "$1");
  if (index !== undefined) return index === "*" ? "*" : Number(index);
  return key ?? "";
};

/** Reads what `print` writes, and the wildcard `*` that `ignoreChanges` allows. Text that is no path reads as far as it is one. */
export const parse = (text: string): Path => [...text.matchAll(STEP)].map(toStep);

/** Whether `path` is the place that `pattern` names, or lies below it; `*` stands for any one step. */
export const covers = (pattern: Path, path: Path): boolean =>
  pattern.length <= path.length &&
  pattern.every((step, index) => step === "*" || step === path[index]);
