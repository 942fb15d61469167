/** What a program may write of a segment, and what the API answers. */
import * as t from "io-ts";
import { checked, closed, flag, text } from "../../core/codec";
import type { Value } from "../../core/value";
import { Constraints } from "./constraint/grammar";

/** Push0 documents no limit of its length. */
export const SegmentName = checked("SegmentName", text("must be text"), (value) =>
  value.trim() === "" ? "must not be empty" : undefined,
);

const optional = { name: SegmentName, description: text("must be text"), adopt: flag };

export const Args = closed("Segment", { constraints: Constraints }, optional);

/** Inputs with the name that the engine stands in for. */
export type SegmentArgs = {
  readonly name: string;
  readonly constraints: readonly Value[];
  readonly description?: string;
  readonly adopt?: boolean;
};

/** Outputs: the inputs, completed, and what Push0 says of the segment. */
export const SegmentOutputs = closed(
  "SegmentOutputs",
  {
    segmentId: t.string,
    name: SegmentName,
    constraints: Constraints,
    expression: t.string,
  },
  {
    description: optional.description,
    adopt: flag,
    createdAt: t.string,
    updatedAt: t.string,
  },
);

const Moment = t.union([t.number, t.string, t.null]);

/**
 * A row of the list. Constraints are read later and apart, so that a segment that nobody here has to do with can hold what nobody
 * documents, and the others are read all the same.
 */
export const Row = t.intersection(
  [
    t.type({ id: t.string, name: t.string }),
    t.partial({
      description: t.union([t.string, t.null]),
      constraints: t.unknown,
      createdAt: Moment,
      updatedAt: Moment,
    }),
  ],
  "Row",
);
export type Row = t.TypeOf<typeof Row>;

/** 200 of the list: a bare array. */
export const Rows = t.array(Row, "Rows");
