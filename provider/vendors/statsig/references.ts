import { pipe } from "fp-ts/function";
import * as RTE from "fp-ts/ReaderTaskEither";
import type { Operation } from "../../core/failure";
import { spellOut } from "../../core/wording";
import type { Client } from "./client";
import type { Dto } from "./codec";

const REFERENCES: ReadonlySet<unknown> = new Set(["passes_segment", "fails_segment"]);

const refersTo =
  (id: string) =>
  ({ rules }: Dto): boolean =>
    (rules ?? [])
      .flatMap(({ conditions }) => conditions)
      .some(
        ({ type, targetValue }) =>
          REFERENCES.has(type) && [targetValue].flat().some((value) => value === id),
      );

/** The ids of the segments whose rules ask whether somebody is in segment `id`. Gates and experiments are not looked at. */
export const referrers = (id: string, all: readonly Dto[]): readonly string[] =>
  all.filter((one) => one.id !== id && refersTo(id)(one)).map((one) => one.id);

/** Tells whom a deletion will hurt. That it cannot be found out is no reason not to delete. */
export const warnOfReferrers =
  (client: Client, id: string): Operation<void> =>
  (call) => {
    const warn = (all: readonly Dto[]): void => {
      const names = referrers(id, all);
      if (names.length === 0) return;
      const rules = `the rules of ${spellOut(names, "and")} refer to segment ${id}`;
      call.log("warning", `${rules}, which goes now: until it is there again, nobody is in it`);
    };
    return pipe(
      client.recent,
      RTE.map(warn),
      RTE.orElse((): Operation<void> => RTE.right(undefined)),
    )(call);
  };
