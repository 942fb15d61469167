/**
 * Property bags as they cross the wire: `google.protobuf.Struct` with Pulumi's marks. Written here and not taken from
 * google-protobuf, which needs several times as long and whose time grows with the square of the depth.
 */
import type { Path } from "../../core/path";
import { type Marked, type MarkedBag, type Revealed, Secret } from "../../core/secret";
import { type Bag, isBag, isUnknown, unknown, type Value } from "../../core/value";
import { OUTPUT, SECRET, SIGNATURE, UNKNOWN_LENGTH, UNKNOWN_TEXT, unknowns } from "../sentinel";
import * as wire from "./wire";

/** Deeper than any check lets through, and far from the end of the stack. */
export const DEEPEST = 500;

interface Reading extends wire.Cursor {
  /** How many steps lead from the bag to what is being read, and the first of them. */
  depth: number;
  property: string;
  /** The places that were secret, each from its end to the part that is being read: the steps around that are still to come. */
  readonly secrets: (string | number)[][];
}

type Building = { [key: string]: Value };

const FIELD_1_BYTES = 8 + wire.BYTES;
const FIELD_2_BYTES = 16 + wire.BYTES;

const set = (bag: Building, key: string, value: Value): void => {
  if (key !== "__proto__") bag[key] = value;
  else {
    Object.defineProperty(bag, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
};

/** Adds a step to the secret places that were found since there were `first` of them. */
const addStep = ({ secrets }: Reading, first: number, step: string | number): void => {
  for (let i = first; i < secrets.length; i += 1) secrets[i]?.push(step);
};

/** One entry of the map that a struct is. */
const readEntry = (from: Reading, bag: Building): void => {
  const outer = wire.enter(from);
  const first = from.secrets.length;
  let key = "";
  let value: Value = null;
  from.depth += 1;
  while (from.at < from.end) {
    const tag = wire.readVarint(from);
    if (tag === FIELD_1_BYTES) {
      key = wire.readText(from);
      if (from.depth === 1) from.property = key;
    } else if (tag === FIELD_2_BYTES) value = readValue(from);
    else wire.skip(from, tag & 7);
  }
  from.depth -= 1;
  from.end = outer;
  addStep(from, first, key);
  set(bag, key, value);
};

/** Takes Pulumi's marks off a struct that bears some. `first` is the number of secrets that were known before it. */
const unmark = (bag: Bag, { secrets }: Reading, first: number): Value => {
  const signature = bag[SIGNATURE];
  if (signature !== SECRET && signature !== OUTPUT) return bag;
  const inside = secrets.splice(first);
  if (signature === SECRET || bag["secret"] === true) secrets.push([]);
  else secrets.push(...inside.map((place) => place.slice(0, -1)));
  return bag["value"] === undefined && signature === OUTPUT ? unknown : bag["value"];
};

const readFields = (from: Reading): Value => {
  const bag: Building = {};
  const first = from.secrets.length;
  while (from.at < from.end) {
    const tag = wire.readVarint(from);
    if (tag === FIELD_1_BYTES) readEntry(from, bag);
    else wire.skip(from, tag & 7);
  }
  return bag[SIGNATURE] === undefined ? bag : unmark(bag, from, first);
};

const readStruct = (from: Reading): Value => {
  const outer = wire.enter(from);
  const value = readFields(from);
  from.end = outer;
  return value;
};

const readList = (from: Reading): Value => {
  const outer = wire.enter(from);
  const list: Value[] = [];
  from.depth += 1;
  while (from.at < from.end) {
    const tag = wire.readVarint(from);
    if (tag === FIELD_1_BYTES) {
      const first = from.secrets.length;
      list.push(readValue(from));
      addStep(from, first, list.length - 1);
    } else wire.skip(from, tag & 7);
  }
  from.depth -= 1;
  from.end = outer;
  return list;
};

const known = (text: string): Value =>
  text.length === UNKNOWN_LENGTH && unknowns.has(text) ? unknown : text;

const readKind = (from: Reading, tag: number): Value => {
  switch (tag) {
    case 16 + wire.FIXED64:
      return wire.readDouble(from);
    case 24 + wire.BYTES:
      return known(wire.readText(from));
    case 32 + wire.VARINT:
      return wire.readVarint(from) !== 0;
    case 40 + wire.BYTES:
      return readStruct(from);
    case 48 + wire.BYTES:
      return readList(from);
    default:
      wire.skip(from, tag & 7);
      return null;
  }
};

const readValue = (from: Reading): Value => {
  if (from.depth > DEEPEST) {
    throw new wire.Malformed(`${from.property} is nested more than ${DEEPEST} levels deep`);
  }
  const outer = wire.enter(from);
  let value: Value = null;
  while (from.at < from.end) value = readKind(from, wire.readVarint(from));
  from.end = outer;
  return value;
};

const reading = (bytes: Buffer): Reading => ({
  ...wire.cursor(bytes),
  depth: 0,
  property: "",
  secrets: [],
});

const pathsOf = ({ secrets }: Reading): readonly Path[] =>
  secrets.map((place) => place.toReversed());

/** A bag from its bytes: plain values, and the places that were secret. Throws `Malformed`. */
export const readBag = (bytes: Buffer): Revealed<Bag> => {
  const from = reading(bytes);
  const value = readFields(from);
  return { value: isBag(value) ? value : {}, secrets: pathsOf(from) };
};

const writeList = (to: wire.Backwards, list: readonly Marked[]): void => {
  for (let i = list.length - 1; i >= 0; i -= 1) {
    const mark = wire.written(to);
    writeValue(to, list[i]);
    wire.close(to, 1, mark);
  }
};

const writeFields = (to: wire.Backwards, bag: MarkedBag): void => {
  const keys = Object.keys(bag);
  for (let i = keys.length - 1; i >= 0; i -= 1) {
    const key = keys[i] ?? "";
    const value = bag[key];
    if (value === undefined) continue;
    const entry = wire.written(to);
    writeValue(to, value);
    wire.close(to, 2, entry);
    wire.writeText(to, 1, key);
    wire.close(to, 1, entry);
  }
};

const isMarkedList = (value: Marked): value is readonly Marked[] => Array.isArray(value);

const writeObject = (to: wire.Backwards, value: Marked & object): void => {
  const mark = wire.written(to);
  if (isMarkedList(value)) {
    writeList(to, value);
    wire.close(to, 6, mark);
    return;
  }
  writeFields(
    to,
    value instanceof Secret ? { [SIGNATURE]: SECRET, value: value.value ?? null } : value,
  );
  wire.close(to, 5, mark);
};

const writeValue = (to: wire.Backwards, value: Marked): void => {
  if (typeof value === "string") wire.writeText(to, 3, value);
  else if (typeof value === "number") wire.writeDouble(to, 2, value);
  else if (typeof value === "boolean") wire.writeFlag(to, 4, value);
  else if (isUnknown(value)) wire.writeText(to, 3, UNKNOWN_TEXT);
  else if (typeof value === "object" && value !== null) writeObject(to, value);
  else wire.writeFlag(to, 1, false);
};

/** The bytes of a bag. Absent properties are left out; unknown ones are sent as unknown texts. */
export const writeBag = (bag: MarkedBag): Buffer => {
  const to = wire.backwards();
  writeFields(to, bag);
  return wire.result(to);
};
