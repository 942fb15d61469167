/** Walking through many ids without stopping the world: everything else of the process gets a turn between two pieces. */
import { setImmediate } from "node:timers/promises";
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as RTE from "fp-ts/ReaderTaskEither";
import type { Operation } from "../../../core/failure";
import type { Reading, Source } from "./source";

const nothing: E.Either<never, void> = E.right(undefined);

/** Runs `step` until it says that there is no more. */
export const repeat = (step: Operation<boolean>): Operation<void> =>
  pipe(
    step,
    RTE.chain((more) => (more ? repeat(step) : RTE.fromEither(nothing))),
  );

/** Lets sockets and timers have their turn; a promise alone would not. */
const breathe: Operation<void> = () => () => setImmediate(nothing);

const nextPart = (
  reading: Reading,
  use: (ids: readonly string[]) => Operation<void>,
): Operation<boolean> =>
  pipe(
    breathe,
    RTE.chain(() => RTE.fromEither(reading.next())),
    RTE.chainFirst((ids) => (ids === undefined ? RTE.fromEither(nothing) : use(ids))),
    RTE.map((ids) => ids !== undefined),
  );

/** Hands the ids of a source to `use`, some thousand at a time, and goes on when `use` is done; closes it whatever happens. */
export const eachPart = (
  source: Source,
  use: (ids: readonly string[]) => Operation<void>,
): Operation<void> =>
  RTE.bracket(
    RTE.fromIO(source.open),
    (reading) => repeat(nextPart(reading, use)),
    (reading) => RTE.fromIO(reading.close),
  );
