/** Code on one line. */
import type { Call, Code } from "../../../core/code";
import type { Page } from "./page";

const WORD = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** In the quotes that need fewer backslashes; double ones when in doubt. */
export const quoted = (text: string): string => {
  const double = JSON.stringify(text);
  const [doubles, singles] = ['"', "'"].map((quote) => text.split(quote).length - 1);
  if ((doubles ?? 0) <= (singles ?? 0)) return double;
  return `'${double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
};

export const keyOf = (key: string): string => (WORD.test(key) ? key : quoted(key));

export const calleeOf = ({ callee, method }: Call): string =>
  method === undefined ? flat(callee) : `${flat(callee)}.${method}`;

/** On one line. */
export const flat = (code: Code): string => {
  switch (code._tag) {
    case "Name":
    case "Builder":
      return code.name;
    case "Literal":
      return typeof code.value === "string" ? quoted(code.value) : String(code.value);
    case "List":
      return `[${code.items.map(flat).join(", ")}]`;
    case "Object":
      return code.entries.length === 0
        ? "{}"
        : `{ ${code.entries.map(([key, value]) => `${keyOf(key)}: ${flat(value)}`).join(", ")} }`;
    case "Call":
      return `${calleeOf(code)}(${code.args.map(flat).join(", ")})`;
  }
};

const isShort = (code: Code, { columns, width }: Page): boolean =>
  code._tag === "Literal" && columns(flat(code)) <= width / 4;

/** A call in which there is no good place to break a line. */
export const isSolid = (code: Code, page: Page): boolean => {
  if (code._tag !== "Call") return code._tag === "Builder";
  const [first, ...more] = code.args;
  const hasShortArgument = first === undefined || (more.length === 0 && isShort(first, page));
  return hasShortArgument && isSolid(code.callee, page);
};
