/** The protobuf wire format, as far as `google.protobuf.Struct` needs it. Source: protobuf.dev, Encoding. */

export const VARINT = 0;
export const FIXED64 = 1;
export const BYTES = 2;
const FIXED32 = 5;

/** Bytes that are not what they should be. Its message is shown to people. */
export class Malformed extends Error {}

/** A place in a message; reading moves it. */
export interface Cursor {
  readonly bytes: Buffer;
  at: number;
  /** Where the message ends. */
  end: number;
}

export const cursor = (bytes: Buffer): Cursor => ({ bytes, at: 0, end: bytes.length });

const truncated = (): never => {
  throw new Malformed("the message ends too early");
};

export const readVarint = (from: Cursor): number => {
  let value = 0;
  for (let factor = 1; from.at < from.end; factor *= 128) {
    const byte = from.bytes[from.at] ?? truncated();
    from.at += 1;
    value += (byte & 127) * factor;
    if (byte < 128) return value;
  }
  return truncated();
};

/** The length of what follows, once it is sure that it fits. */
export const readLength = (from: Cursor): number => {
  const length = readVarint(from);
  return from.at + length <= from.end ? length : truncated();
};

/** Goes into an embedded message and tells where the one around it ends. */
export const enter = (into: Cursor): number => {
  const outer = into.end;
  const length = readLength(into);
  into.end = into.at + length;
  return outer;
};

export const readDouble = (from: Cursor): number => {
  if (from.at + 8 > from.end) truncated();
  const value = from.bytes.readDoubleLE(from.at);
  from.at += 8;
  return value;
};

const SHORT = 24;

/** Short plain texts that were read before, by a hash of their bytes: keys and words of a grammar come again and again. */
const KNOWN = 1024;
const known: string[] = new Array<string>(KNOWN).fill("");

const isText = (text: string, bytes: Buffer, start: number, end: number): boolean => {
  if (text.length !== end - start) return false;
  for (let i = start; i < end; i += 1) if (text.charCodeAt(i - start) !== bytes[i]) return false;
  return true;
};

/** The hash of a short plain text, and -1 for any other. */
const hashOf = (bytes: Buffer, start: number, end: number): number => {
  if (end - start > SHORT) return -1;
  let hash = 0;
  for (let i = start; i < end; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte > 127) return -1;
    hash = (Math.imul(hash, 31) + byte) | 0;
  }
  return (hash ^ (hash >>> 10)) & (KNOWN - 1);
};

/** The text between two places. One that was read before costs no call into V8 and no memory. */
const text = (bytes: Buffer, start: number, end: number): string => {
  const hash = hashOf(bytes, start, end);
  if (hash < 0) return bytes.toString("utf8", start, end);
  const before = known[hash] ?? "";
  if (isText(before, bytes, start, end)) return before;
  const fresh = bytes.toString("latin1", start, end);
  known[hash] = fresh;
  return fresh;
};

export const readText = (from: Cursor): string => {
  const length = readLength(from);
  from.at += length;
  return text(from.bytes, from.at - length, from.at);
};

/** Steps over a field that is not wanted. */
export const skip = (from: Cursor, wireType: number): void => {
  if (wireType === VARINT) readVarint(from);
  else if (wireType === FIXED64) from.at += 8;
  else if (wireType === BYTES) {
    const length = readLength(from);
    from.at += length;
  } else if (wireType === FIXED32) from.at += 4;
  else throw new Malformed(`wire type ${wireType} is not known`);
  if (from.at > from.end) truncated();
};

/** Writes from the last byte to the first, so that every length is known when its turn comes. */
export interface Backwards {
  bytes: Buffer;
  /** Where the last written byte stands. */
  at: number;
}

export const backwards = (size = 1024): Backwards => ({
  bytes: Buffer.allocUnsafe(size),
  at: size,
});

const room = (to: Backwards, size: number): void => {
  if (to.at >= size) return;
  const used = to.bytes.length - to.at;
  const bigger = Buffer.allocUnsafe(Math.max(to.bytes.length * 2, used + size));
  to.bytes.copy(bigger, bigger.length - used, to.at);
  to.at = bigger.length - used;
  to.bytes = bigger;
};

export const written = (to: Backwards): number => to.bytes.length - to.at;

export const result = (to: Backwards): Buffer => to.bytes.subarray(to.at);

const writeByte = (to: Backwards, value: number): void => {
  room(to, 1);
  to.at -= 1;
  to.bytes[to.at] = value;
};

const varintSize = (value: number): number => {
  let size = 1;
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) size += 1;
  return size;
};

const writeVarint = (to: Backwards, value: number): void => {
  if (value < 128) {
    writeByte(to, value);
    return;
  }
  const size = varintSize(value);
  room(to, size);
  to.at -= size;
  let rest = value;
  for (let i = to.at; i < to.at + size - 1; i += 1) {
    to.bytes[i] = (rest % 128) + 128;
    rest = Math.floor(rest / 128);
  }
  to.bytes[to.at + size - 1] = rest;
};

const writeTag = (to: Backwards, field: number, wireType: number): void =>
  writeVarint(to, field * 8 + wireType);

export const writeDouble = (to: Backwards, field: number, value: number): void => {
  room(to, 8);
  to.at -= 8;
  to.bytes.writeDoubleLE(value, to.at);
  writeTag(to, field, FIXED64);
};

export const writeFlag = (to: Backwards, field: number, value: boolean): void => {
  writeVarint(to, value ? 1 : 0);
  writeTag(to, field, VARINT);
};

/** Tag and length, in front of `size` bytes of content. */
export const writeHeader = (to: Backwards, field: number, size: number): void => {
  writeVarint(to, size);
  writeTag(to, field, BYTES);
};

/** Makes everything written since `mark` one field. */
export const close = (to: Backwards, field: number, mark: number): void =>
  writeHeader(to, field, written(to) - mark);

/** Puts a short plain text before what is written, for the same reason as in `text`; says how many bytes, or -1 if it is not plain. */
const putPlain = (to: Backwards, value: string): number => {
  const start = to.at - value.length;
  for (let i = 0; i < value.length; i += 1) {
    const code = value.charCodeAt(i);
    if (code > 127) return -1;
    to.bytes[start + i] = code;
  }
  return value.length;
};

const putAny = (to: Backwards, value: string): number => {
  const size = Buffer.byteLength(value);
  room(to, size);
  to.bytes.write(value, to.at - size, size);
  return size;
};

export const writeText = (to: Backwards, field: number, value: string): void => {
  room(to, value.length);
  const plain = value.length > SHORT ? -1 : putPlain(to, value);
  const size = plain < 0 ? putAny(to, value) : plain;
  to.at -= size;
  writeHeader(to, field, size);
};
