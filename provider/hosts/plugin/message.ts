/** Requests and responses: generated messages, of which the property bags are read and written by `marshal.ts`. */
import type { MarkedBag, Revealed } from "../../core/secret";
import type { Bag } from "../../core/value";
import { readBag, writeBag } from "./marshal";
import * as wire from "./wire";

/** What a generated message class can do. */
export interface Readable<M> {
  readonly deserializeBinary: (bytes: Uint8Array) => M;
}
export interface Writable {
  readonly serializeBinary: () => Uint8Array;
}

/** Field numbers of the bags in a message, by name. */
export type Fields = { readonly [name: string]: number };

/** A bag that was not sent is absent, which is not the same as empty: an import sends none. */
export interface Received<M, K extends string> {
  readonly message: M;
  readonly bags: { readonly [name in K]?: Revealed<Bag> };
}

export interface Sent<M, K extends string> {
  readonly message: M;
  readonly bags?: { readonly [name in K]?: MarkedBag };
}

interface Parts {
  readonly rest: Buffer;
  readonly lifted: ReadonlyMap<number, Buffer>;
}

/** Splits a message into the fields that are bags and everything else. */
const lift = (bytes: Buffer, numbers: ReadonlySet<number>): Parts => {
  const from = wire.cursor(bytes);
  const rest: Buffer[] = [];
  const lifted = new Map<number, Buffer>();
  while (from.at < from.end) {
    const start = from.at;
    const tag = wire.readVarint(from);
    const field = Math.floor(tag / 8);
    if (tag % 8 === wire.BYTES && numbers.has(field)) {
      const length = wire.readLength(from);
      lifted.set(field, bytes.subarray(from.at, from.at + length));
      from.at += length;
    } else {
      wire.skip(from, tag % 8);
      rest.push(bytes.subarray(start, from.at));
    }
  }
  return { rest: Buffer.concat(rest), lifted };
};

/** Reads a request. Throws `Malformed` when it is none, or is nested beyond all reason. */
export const reader = <M, F extends Fields>(
  type: Readable<M>,
  fields: F,
): ((bytes: Buffer) => Received<M, keyof F & string>) => {
  const numbers = new Set(Object.values(fields));
  return (bytes) => {
    const { rest, lifted } = lift(bytes, numbers);
    const bags: { [name in keyof F]?: Revealed<Bag> } = {};
    for (const name in fields) {
      const found = lifted.get(fields[name] ?? 0);
      if (found !== undefined) bags[name] = readBag(found);
    }
    return { message: type.deserializeBinary(rest), bags };
  };
};

const header = (field: number, size: number): Buffer => {
  const to = wire.backwards(16);
  wire.writeHeader(to, field, size);
  return wire.result(to);
};

/** Writes a response. The order of fields has no meaning in protobuf, so the bags may follow the rest. */
export const writer =
  <F extends Fields>(fields: F) =>
  <M extends Writable>({ message, bags }: Sent<M, keyof F & string>): Buffer => {
    const parts: Uint8Array[] = [message.serializeBinary()];
    for (const name in fields) {
      const bag = bags?.[name];
      if (bag === undefined) continue;
      const bytes = writeBag(bag);
      parts.push(header(fields[name] ?? 0, bytes.length), bytes);
    }
    return Buffer.concat(parts);
  };
