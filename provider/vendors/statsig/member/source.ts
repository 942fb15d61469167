/**
 * Where ids come from: a list, a text, or a file that is read piece by piece, so that its size does not matter. A source can be
 * read as often as one likes, from the start each time.
 */
import { closeSync, openSync, readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import * as E from "fp-ts/Either";
import type { Asset } from "../../../core/asset";
import type { Failure } from "../../../core/failure";
import { lineReader } from "./lines";

/** A reading under way. */
export interface Reading {
  /** Some thousand more ids, perhaps none of them; `undefined` at the end. */
  readonly next: () => E.Either<Failure, readonly string[] | undefined>;
  readonly close: () => void;
}

export interface Source {
  readonly open: () => Reading;
}

const STRIDE = 10_000;

export const listSource = (ids: readonly string[]): Source => ({
  open: () => {
    let from = 0;
    return {
      next: () => {
        const part = ids.slice(from, from + STRIDE);
        from += part.length;
        return E.right(part.length === 0 ? undefined : part);
      },
      close: () => undefined,
    };
  },
});

/** Some thousand ids. */
const PIECE = 1 << 18;

function* piecesOf(path: string): Generator<string, void> {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.allocUnsafe(PIECE);
    const decoder = new StringDecoder("utf8");
    let length = readSync(file, buffer, 0, PIECE, null);
    while (length > 0) {
      yield decoder.write(buffer.subarray(0, length));
      length = readSync(file, buffer, 0, PIECE, null);
    }
    yield decoder.end();
  } finally {
    closeSync(file);
  }
}

/** The lines that each piece completes. */
function* linesOf(pieces: Iterable<string>): Generator<readonly string[], void> {
  let rest = "";
  for (const piece of pieces) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    yield lines;
  }
  if (rest !== "") yield [rest];
}

const badFile = (problem: string): Failure => ({
  _tag: "InvalidInput",
  failures: [{ path: ["idsFile"], problem }],
});

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Node's own text names the path and the reason. */
const unreadable = (error: unknown): Failure => badFile(`cannot be read: ${reasonOf(error)}`);

const readingOf = (pieces: Iterable<string>, column: string | undefined): Reading => {
  const parts = linesOf(pieces);
  const read = lineReader(column);
  let number = 0;
  const idsOf = (lines: readonly string[]): E.Either<Failure, readonly string[]> => {
    const ids: string[] = [];
    for (const line of lines) {
      number += 1;
      const id = read(line);
      if (typeof id === "object") return E.left(badFile(`line ${number} ${id.problem}`));
      if (id !== undefined) ids.push(id);
    }
    return E.right(ids);
  };
  const next = (): ReturnType<Reading["next"]> => {
    const part = parts.next();
    return part.done === true ? E.right(undefined) : idsOf(part.value);
  };
  return {
    next: () => E.flatten(E.tryCatch(next, unreadable)),
    close: () => void parts.return(),
  };
};

/** The content of an asset. A path is relative to the directory that the provider runs in, which is the project's. */
export const assetSource = ({ path, text = "" }: Asset, column: string | undefined): Source => ({
  open: () => readingOf(path === undefined ? [text] : piecesOf(path), column),
});
