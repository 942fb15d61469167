/** Lays code out as Prettier and Biome do: two spaces, double quotes, a comma after the last item, and lines no longer than a page is wide. */
import type { Call, Code } from "../../../core/code";
import { calleeOf, flat, keyOf } from "./flat";
import type { Page } from "./page";

const STEP = "  ";

/** Where a piece of code begins, and how much must still fit behind it on its last line. */
export interface Place {
  readonly page: Page;
  readonly indent: string;
  readonly column: number;
  readonly trailing: number;
}

const isText = (code: Code): boolean => code._tag === "Literal" && typeof code.value === "string";
const isNumber = (code: Code): boolean => code._tag === "Literal" && typeof code.value === "number";

const sizeOf = (code: Code): number => {
  if (code._tag === "Object") return code.entries.length;
  return code._tag === "List" ? code.items.length : 0;
};

/** Several objects (or lists) of several members each never share a line. */
const isTable = ({ items }: { readonly items: readonly Code[] }): boolean =>
  items.length > 1 && items.every((item) => item._tag === items[0]?._tag && sizeOf(item) > 1);

const mustBreak = (code: Code): boolean => {
  switch (code._tag) {
    case "Name":
    case "Builder":
    case "Literal":
      return false;
    case "List":
      return isTable(code) || code.items.some(mustBreak);
    case "Object":
      return code.entries.some(([, value]) => mustBreak(value));
    case "Call":
      return [code.callee, ...code.args].some(mustBreak);
  }
};

const fits = (text: string, { page, column, trailing }: Place): boolean =>
  column + page.columns(text) + trailing <= page.width;

/** Each on a line of its own, one step further in. */
const lines = (codes: readonly Code[], { indent, page }: Place): string => {
  const inner = indent + STEP;
  const place = { page, indent: inner, column: inner.length, trailing: 1 };
  return codes.map((code) => `${inner}${layout(code, place)},\n`).join("");
};

/** Numbers fill their lines. */
const filled = (numbers: readonly Code[], { indent, page }: Place): string => {
  const inner = indent + STEP;
  const rows: string[] = [];
  for (const number of numbers.map(flat)) {
    const longer = `${rows.at(-1)}, ${number}`;
    if (rows.length > 0 && inner.length + longer.length + 1 <= page.width)
      rows[rows.length - 1] = longer;
    else rows.push(number);
  }
  return rows.map((row) => `${inner}${row},\n`).join("");
};

const entry = (key: string, value: Code, outer: Place): string => {
  const name = keyOf(key);
  const indent = outer.indent + STEP;
  const place = {
    page: outer.page,
    indent,
    column: indent.length + outer.page.columns(name) + 2,
    trailing: 1,
  };
  const isLong =
    isText(value) && outer.page.columns(name) > STEP.length && !fits(flat(value), place);
  const text = isLong ? `\n${indent}${STEP}${flat(value)}` : ` ${layout(value, place)}`;
  return `${indent}${name}:${text},\n`;
};

const isHugged = (args: readonly Code[]): boolean => {
  const last = args.at(-1);
  if (last === undefined || sizeOf(last) === 0 || last._tag === args.at(-2)?._tag) return false;
  return !(args.length > 1 && last._tag === "List" && last.items.every(isNumber));
};

/** `a.b().c()`: each method on a line of its own. */
const chain = ({ callee, method, args }: Call, indent: string): string => {
  const step = `\n${indent}${STEP}.${method}(${args.map(flat).join(", ")})`;
  const isChained = callee._tag === "Call" && callee.method !== undefined;
  return `${isChained ? chain(callee, indent) : flat(callee)}${step}`;
};

const brokenCall = (code: Call, place: Place): string => {
  if (code.callee._tag === "Call" && code.callee.method !== undefined) {
    return chain(code, place.indent);
  }
  const callee = calleeOf(code);
  const last = code.args.at(-1);
  const before = code.args.slice(0, -1);
  const head = `${callee}(${before.map((arg) => `${flat(arg)}, `).join("")}`;
  if (last !== undefined && isHugged(code.args) && !before.some(mustBreak)) {
    if (fits(`${head}{`, { ...place, trailing: 0 })) return `${head}${broken(last, place)})`;
  }
  return `${callee}(\n${lines(code.args, place)}${place.indent})`;
};

/** On several lines. */
export const broken = (code: Code, place: Place): string => {
  const { indent } = place;
  switch (code._tag) {
    case "Name":
    case "Builder":
    case "Literal":
      return flat(code);
    case "List": {
      if (code.items.length === 0) return "[]";
      const isFilled = code.items.length > 1 && code.items.every(isNumber);
      return `[\n${(isFilled ? filled : lines)(code.items, place)}${indent}]`;
    }
    case "Object":
      return `{\n${code.entries.map(([key, value]) => entry(key, value, place)).join("")}${indent}}`;
    case "Call":
      return code.args.length === 0 ? flat(code) : brokenCall(code, place);
  }
};

export const layout = (code: Code, place: Place): string => {
  const line = flat(code);
  return !mustBreak(code) && fits(line, place) ? line : broken(code, place);
};
