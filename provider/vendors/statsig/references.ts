import { pipe } from "fp-ts/function";
import * as RTE from "fp-ts/ReaderTaskEither";
import type { Operation } from "../../core/failure";
import { spellOut } from "../../core/wording";
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

/**
 * Tells whom it hurts when a segment goes, once in the life of a process: a replacement tells before and while it deletes. That it
 * cannot be found out is no reason not to delete.
 */
export const warnings = (all: Operation<readonly Dto[]>): ((id: string) => Operation<void>) => {
  const told = new Set<string>();
  return (id) => (call) => {
    const warn = (rows: readonly Dto[]): void => {
      const names = referrers(id, rows);
      if (names.length === 0 || told.has(id)) return;
      told.add(id);
      const rules = `the rules of ${spellOut(names, "and")} refer to segment ${id}`;
      call.log(
        "warning",
        `${rules}: when it is deleted, and until it is there again, they find nobody in it`,
      );
    };
    return pipe(
      all,
      RTE.map(warn),
      RTE.orElse((): Operation<void> => RTE.right(undefined)),
    )(call);
  };
};
