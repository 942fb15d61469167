/** Rows in columns, cut to a width. */
import { columns } from "./columns";

const GAP = "  ";

/** Control characters would move the cursor; a name may hold any. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]/gu, " ");

const cut = (text: string, width: number): string => {
  if (columns(text) <= width) return text;
  const letters = [...text];
  while (letters.length > 0 && columns(letters.join("")) >= width) letters.pop();
  return `${letters.join("")}…`;
};

const padded = (text: string, width: number, toRight: boolean): string => {
  const space = " ".repeat(Math.max(0, width - columns(text)));
  return toRight ? space + text : text + space;
};

export interface Column {
  readonly title: string;
  readonly toRight?: boolean;
  /** Longer texts are cut. */
  readonly most?: number;
}

/** The last column is cut at `width`. */
export const table = (
  head: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly string[] => {
  const texts = [head.map(({ title }) => title), ...rows].map((row) =>
    row.map((text, index) => cut(oneLine(text), head[index]?.most ?? Number.POSITIVE_INFINITY)),
  );
  const widths = head.map((_, index) =>
    texts.reduce((most, row) => Math.max(most, columns(row[index] ?? "")), 0),
  );
  return texts.map((row) =>
    cut(
      row
        .map((text, index) => padded(text, widths[index] ?? 0, head[index]?.toRight === true))
        .join(GAP)
        .trimEnd(),
      width,
    ),
  );
};
