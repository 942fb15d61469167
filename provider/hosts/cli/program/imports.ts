/** The imports at the top of a file. */
import type { Code } from "../../../core/code";
import { piecesOf } from "./declared";
import { quoted } from "./flat";
import type { Page } from "./page";

/** Nothing for no names. */
export const importOf = (
  names: readonly string[],
  from: string,
  { columns, width }: Page,
): string => {
  if (names.length === 0) return "";
  const sorted = [...new Set(names)].sort();
  const line = `import { ${sorted.join(", ")} } from ${quoted(from)};`;
  return columns(line) <= width
    ? `${line}\n`
    : `import {\n${sorted.map((name) => `  ${name},\n`).join("")}} from ${quoted(from)};\n`;
};

/** What a piece of code calls of its vendor's module. */
export const buildersIn = (code: Code): readonly string[] =>
  piecesOf(code).flatMap((piece) => (piece._tag === "Builder" ? [piece.name] : []));

/** The builders of each vendor, from its own module of the package. */
export const builderImports = (
  codes: readonly { readonly module: string; readonly code: Code }[],
  page: Page,
): string =>
  [...new Set(codes.map(({ module }) => module))]
    .sort()
    .map((module) => {
      const own = codes.filter((one) => one.module === module);
      return importOf(
        own.flatMap(({ code }) => buildersIn(code)),
        `pulumi-audiences/${module}`,
        page,
      );
    })
    .join("");
