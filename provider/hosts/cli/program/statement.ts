/** Declarations as text. */
import type { Code } from "../../../core/code";
import type { Constant } from "./constants";
import { classOf } from "./declared";
import { calleeOf, flat, isSolid, quoted } from "./flat";
import { broken, layout } from "./layout";
import type { Declaration } from "./names";
import type { Page } from "./page";

/** `new X("name", {…})`: the name beside the brace while there is room. */
const construction = (head: string, name: string, args: Code, page: Page): string => {
  const beside = `${head}(${quoted(name)}, `;
  const place = { page, indent: "", column: 0, trailing: 0 };
  if (page.columns(beside) + 1 <= page.width) return `${beside}${broken(args, place)});`;
  const inner = { page, indent: "  ", column: 2, trailing: 1 };
  return `${head}(\n  ${quoted(name)},\n  ${broken(args, inner)},\n);`;
};

/** A segment, with its id above it. */
export const segmentStatement = ({ declared, variable, code }: Declaration, page: Page): string => {
  const { kind, segment } = declared;
  const { module, className } = classOf(kind);
  const [left, right] = [`export const ${variable} =`, `new ${module}.${className}`];
  const isLong = page.columns(`${left} ${right}(`) > page.width;
  const { logicalName } = segment;
  // What moves one step in has one step less to the right.
  const text = isLong
    ? `${left}\n  ${construction(right, logicalName, code, { ...page, width: page.width - 2 }).replaceAll("\n", "\n  ")}`
    : construction(`${left} ${right}`, logicalName, code, page);
  return `// ${segment.id}\n${text}\n`;
};

/** A constant, or nothing where it would be no easier to read than what it stands for. */
export const constantStatement = (
  { name, code }: Pick<Constant, "name" | "code">,
  prefix: "" | "export ",
  page: Page,
): string | undefined => {
  const head = `${prefix}const ${name} =`;
  const line = `${head} ${flat(code)};\n`;
  if (page.columns(line) <= page.width) return line;
  if (isSolid(code, page)) {
    const own = `  ${flat(code)};\n`;
    return page.columns(own) <= page.width ? `${head}\n${own}` : undefined;
  }
  const place = { page, indent: "", column: page.columns(head) + 1, trailing: 1 };
  return page.columns(`${head} ${calleeOf(code)}(`) <= page.width
    ? `${head} ${layout(code, place)};\n`
    : undefined;
};
