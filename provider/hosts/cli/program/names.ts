/** Gives variables their names, so that none hides what the program imports. */
import type { Code } from "../../../core/code";
import { distinct } from "../../distinct";
import { type Constant, type Said, shared } from "./constants";
import { argsOf, classOf, type Declared } from "./declared";
import { buildersIn } from "./imports";

/** A segment with everything that its statement needs. */
export interface Declaration {
  readonly declared: Declared;
  readonly variable: string;
  readonly module: string;
  readonly code: Code;
  /** What it shares with other segments. */
  readonly constants: readonly Constant[];
}

export interface Declarations {
  readonly constants: readonly Constant[];
  readonly of: (declared: Declared) => Declaration;
}

export const declarationsOf = (
  all: readonly Declared[],
  isWorthwhile: (constant: Constant) => boolean,
): Declarations => {
  const said = new Map<Declared, Said>(
    all.map((one) => [one, { module: classOf(one.kind).module, code: argsOf(one) }]),
  );
  const saidBy = (one: Declared): Said =>
    said.get(one) ?? { module: classOf(one.kind).module, code: argsOf(one) };
  const imported = [...said.values()].flatMap(({ module, code }) => [module, ...buildersIn(code)]);
  const isImported = new Set(imported.map((name) => name.toLowerCase()));
  const give = distinct({ taken: imported });
  const variables = new Map(
    all.map((one) => {
      const { variable } = one.segment;
      return [one, give(isImported.has(variable.toLowerCase()) ? `${variable}Segment` : variable)];
    }),
  );
  const { constants, named, usedIn } = shared(
    [...said.values()],
    [...imported, ...variables.values()],
    isWorthwhile,
  );
  return {
    constants,
    of: (declared) => ({
      declared,
      variable: variables.get(declared) ?? declared.segment.variable,
      module: saidBy(declared).module,
      code: named(saidBy(declared)),
      constants: usedIn(saidBy(declared)),
    }),
  };
};
