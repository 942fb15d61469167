/** Declarations as text. */
import type { Code } from "../../../core/code";
import { columns } from "../columns";
import type { Constant } from "./constants";
import { classOf } from "./declared";
import { calleeOf, flat, isSolid, quoted } from "./flat";
import { broken, layout } from "./layout";
import type { Declaration } from "./names";

/** `new X("name", {…})`: the name beside the brace while there is room. */
const construction = (head: string, name: string, args: Code, width: number): string => {
  const beside = `${head}(${quoted(name)}, `;
  const place = { width, indent: "", column: 0, trailing: 0 };
  if (columns(beside) + 1 <= width) return `${beside}${broken(args, place)});`;
  const inner = { width, indent: "  ", column: 2, trailing: 1 };
  return `${head}(\n  ${quoted(name)},\n  ${broken(args, inner)},\n);`;
};

/** A segment, with its id above it. */
export const segmentStatement = (
  { declared, variable, code }: Declaration,
  width: number,
): string => {
  const { kind, segment } = declared;
  const { module, className } = classOf(kind);
  const [left, right] = [`export const ${variable} =`, `new ${module}.${className}`];
  const isLong = columns(`${left} ${right}(`) > width;
  const { logicalName } = segment;
  // What moves one step in has one step less to the right.
  const text = isLong
    ? `${left}\n  ${construction(right, logicalName, code, width - 2).replaceAll("\n", "\n  ")}`
    : construction(`${left} ${right}`, logicalName, code, width);
  return `// ${segment.id}\n${text}\n`;
};

/** A constant, or nothing where it would be no easier to read than what it stands for. */
export const constantStatement = (
  { name, code }: Pick<Constant, "name" | "code">,
  prefix: "" | "export ",
  width: number,
): string | undefined => {
  const head = `${prefix}const ${name} =`;
  const line = `${head} ${flat(code)};\n`;
  if (columns(line) <= width) return line;
  if (isSolid(code, width)) {
    const own = `  ${flat(code)};\n`;
    return columns(own) <= width ? `${head}\n${own}` : undefined;
  }
  const place = { width, indent: "", column: columns(head) + 1, trailing: 1 };
  return columns(`${head} ${calleeOf(code)}(`) <= width
    ? `${head} ${layout(code, place)};\n`
    : undefined;
};
