/** The ids in a text: one on each line, or one column of comma-separated values with a header. */

/** Why a line is none that can be read. */
export interface BadLine {
  readonly problem: string;
}

/** Reads lines one after the other: the id that one holds, nothing for an empty line, or what is wrong with it. */
export type LineReader = (line: string) => string | undefined | BadLine;

/** Some programs put one before the first line. */
const BYTE_ORDER_MARK = "\uFEFF";

const withoutMark = (line: string): string =>
  line.startsWith(BYTE_ORDER_MARK) ? line.slice(BYTE_ORDER_MARK.length) : line;

const idIn = (text: string): string | undefined => {
  const id = text.trim();
  return id === "" ? undefined : id;
};

const onePerLine: LineReader = (line) =>
  line.includes(",")
    ? { problem: "has a comma; say in `idsColumn` which column holds the ids" }
    : idIn(withoutMark(line));

const OUTER_QUOTES = /^"((?:[^"]|"")*)"$/;

/** The cells of a line. Text in double quotes may hold commas, and a doubled double quote (RFC 4180); no line breaks. */
const cellsOf = (line: string): readonly string[] =>
  [...`${line},`.matchAll(/("(?:[^"]|"")*"|[^,]*),/g)].map(([, cell = ""]) => {
    const text = cell.trim();
    const quoted = OUTER_QUOTES.exec(text)?.[1];
    return quoted === undefined ? text : quoted.replaceAll('""', '"');
  });

/** Where the header has `column`. */
const placeIn = (header: string, column: string): number | BadLine => {
  const names = cellsOf(withoutMark(header));
  if (names.includes(column)) return names.indexOf(column);
  const known = names.map((name) => JSON.stringify(name)).join(", ");
  return { problem: `has no column ${JSON.stringify(column)}, but ${known}` };
};

const inColumn = (line: string, place: number): string | undefined | BadLine => {
  if (line.trim() === "") return undefined;
  const id = cellsOf(line)[place];
  return id === undefined ? { problem: "has fewer columns than the header" } : idIn(id);
};

/** A reader for one text. With `column`, the first line is the header, and names it. */
export const lineReader = (column: string | undefined): LineReader => {
  if (column === undefined) return onePerLine;
  let place: number | BadLine | undefined;
  return (line) => {
    if (typeof place === "number") return inColumn(line, place);
    place = placeIn(line, column);
    return typeof place === "number" ? undefined : place;
  };
};
