/** A segment as the list has it, in the words of inputs and outputs. */
import type { Bag } from "../../core/value";
import type { Row, SegmentArgs } from "./codec";
import { constraintChanges } from "./constraint/canonical";
import { epochMs, isoOf } from "./constraint/time";
import { fromWire, toWire } from "./constraint/wire";
import type { Body } from "./writes";

/** Milliseconds in every example; text is read as well. Null, which means "never", is as good as absent. */
const moment = (value: Row["createdAt"]): string | undefined => {
  const ms = value === null || value === undefined ? undefined : epochMs(value);
  return ms === undefined ? undefined : isoOf(ms);
};

/** What the list says beyond the inputs. */
export const computedOf = ({ id, createdAt, updatedAt }: Row): Bag => ({
  segmentId: id,
  createdAt: moment(createdAt),
  updatedAt: moment(updatedAt),
});

/** What a program would write to get this segment. */
export const argsOf = ({ name, description, constraints }: Row): Bag => ({
  name,
  ...((description ?? "") === "" ? {} : { description }),
  constraints: fromWire(constraints),
});

/** Which parts of the segment are not as declared. */
export const differences = (row: Row, args: SegmentArgs): readonly string[] => [
  ...(row.name === args.name ? [] : ["name"]),
  ...((row.description ?? "") === (args.description ?? "") ? [] : ["description"]),
  ...(constraintChanges(fromWire(row.constraints), args.constraints).length === 0
    ? []
    : ["constraints"]),
];

export const bodyOf = ({ name, description, constraints }: SegmentArgs): Body => ({
  name,
  ...(description === undefined ? {} : { description }),
  constraints: toWire(constraints),
});
