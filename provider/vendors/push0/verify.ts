import * as RTE from "fp-ts/ReaderTaskEither";
import type { Failure, Operation } from "../../core/failure";
import { spellOut } from "../../core/wording";
import type { Row, SegmentArgs } from "./codec";
import { differences } from "./state";

const isKept = (row: Row, args: SegmentArgs): boolean =>
  (args.description ?? "") === "" && (row.description ?? "") !== "";

const sentence = (row: Row, args: SegmentArgs, parts: readonly string[]): string => {
  const subject = `Segment ${JSON.stringify(args.name)} (${row.id})`;
  return parts.length === 1 && isKept(row, args)
    ? `${subject} keeps its description: Push0 changes only "fields sent with values". Clear it in the console, or write another one`
    : `${subject} was written, but Push0 shows another ${spellOut(parts, "and")} than declared. Run \`pulumi refresh\` to see it`;
};

/** Says so when a write that was answered with success has left something else: no page describes that answer. */
export const notAsDeclared =
  (row: Row, args: SegmentArgs): Operation<void> =>
  (call) => {
    const parts = differences(row, args);
    if (parts.length > 0) call.log("warning", sentence(row, args, parts));
    return RTE.right<unknown, Failure, void>(undefined)(call);
  };
