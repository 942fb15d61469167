/** The functions of a resource, as hosts call them: `getSegment` and `getSegments`, for every vendor alike. They never write. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as RTE from "fp-ts/ReaderTaskEither";
import type { Operation } from "./failure";
import { entriesOf, type FunctionModel, getMany, getOne } from "./function-model";
import { seek } from "./function-seek";
import type { Listed, Model, Operations, Scope } from "./lifecycle";
import { type CheckFailure, fromErrors } from "./problem";
import { accountProblems, queryProblems, withoutNull } from "./query";
import { type Bag, hasUnknown, withoutAbsent } from "./value";

export interface ProviderFunction {
  readonly model: FunctionModel;
  /** Everything wrong with the arguments, each at its place. Pure. */
  readonly check: (args: Bag, scope: Scope) => readonly CheckFailure[];
  /** Wants arguments that `check` lets through. */
  readonly call: (operations: Operations, args: Bag) => Operation<Bag>;
}

/** What a function promises to tell, and no more. */
const told = ({ outputs }: FunctionModel, bag: Bag): Bag => {
  const names = Object.keys({ ...outputs.required, ...outputs.optional });
  return withoutAbsent(Object.fromEntries(names.map((name) => [name, bag[name]])));
};

const whichProblems = ({ id, name }: Bag): readonly CheckFailure[] => {
  if (id === undefined && name === undefined) {
    return [{ path: ["id"], problem: "is required, unless `name` is given" }];
  }
  if (id === undefined || name === undefined) return [];
  const problem = "must not be given beside `id`: either of them says which segment is meant";
  return [{ path: ["name"], problem }];
};

/** The engine does not call before the arguments are known, and takes no answer that is not known; one that does gets none. */
const whenKnown =
  (call: ProviderFunction["call"]): ProviderFunction["call"] =>
  (operations, args) =>
    hasUnknown(args) ? RTE.right({}) : call(operations, args);

const one = (model: Model): ProviderFunction => {
  const self = getOne(model);
  return {
    model: self,
    check: (args, scope) => {
      const given = withoutNull(args);
      const decoded = self.args.decode(given);
      const failures = E.isLeft(decoded) ? fromErrors(decoded.left) : [];
      return [
        ...failures,
        // A misspelt argument is not reported as missing as well.
        ...(failures.length === 0 ? whichProblems(given) : []),
        ...(given["id"] === undefined ? accountProblems(model, given, scope) : []),
      ];
    },
    call: whenKnown((operations, args) =>
      pipe(
        seek(model)(operations, withoutNull(args)),
        RTE.map(({ id, outputs }) => told(self, { ...outputs, id })),
      ),
    ),
  };
};

const many = (model: Model): ProviderFunction => {
  const self = getMany(model);
  const entry = ({ id, name, changedAt, outputs }: Listed): Bag =>
    withoutAbsent({ ...outputs, id, name, changedAt });
  return {
    model: self,
    check: (args, scope) => queryProblems(self.args.name, model, args, scope),
    call: whenKnown((operations, args) =>
      pipe(
        operations.list(args),
        RTE.map((rows) => ({ [entriesOf(model)]: rows.map(entry) })),
      ),
    ),
  };
};

export const functionsOf = (model: Model): readonly ProviderFunction[] => [one(model), many(model)];
