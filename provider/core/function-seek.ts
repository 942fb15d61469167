/** Finding the one segment that a function is asked for. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as RTE from "fp-ts/ReaderTaskEither";
import type { Failure, Operation } from "./failure";
import type { Listed, Looked, Model, Operations } from "./lifecycle";
import type { CheckFailure } from "./problem";
import { accountOf } from "./query";
import { splitToken } from "./token";
import { type Bag, equal, type Value } from "./value";
import { nearest } from "./wording";

const notFound = ({ token }: Model, subject: string, hint: string): Failure => {
  const { pkg, module, member } = splitToken(token);
  return {
    _tag: "NotFound",
    subject,
    remedy: `${hint}\`${pkg}:${module}:get${member}s\` and \`pulumi do ${token} list\` show what there is.`,
  };
};

const nobody = (model: Model, name: string, rows: readonly Listed[]): Failure => {
  const near = nearest(
    name,
    rows.map((row) => row.name),
  );
  const hint = near === undefined ? "" : `Did you mean ${JSON.stringify(near)}? `;
  return notFound(model, `Segment ${JSON.stringify(name)}`, hint);
};

/** The one row that has a name. */
const named =
  (model: Model, name: string) =>
  (rows: readonly Listed[]): E.Either<Failure, Listed> => {
    const [row, ...others] = rows.filter((one) => one.name === name);
    if (row === undefined) return E.left(nobody(model, name, rows));
    if (others.length === 0) return E.right(row);
    const ids = [row, ...others].map(({ id }) => id);
    return E.left({ _tag: "Ambiguous", subject: JSON.stringify(name), ids });
  };

const lower = (value: Value): Value => (typeof value === "string" ? value.toLowerCase() : value);

/** An id may say by itself where the segment is; then nothing else may be said of it. */
const contradiction = (account: Bag, { outputs }: Looked): readonly CheckFailure[] =>
  Object.keys(account)
    .filter((name) => !equal(lower(account[name]), lower(outputs[name])))
    .map((name) => {
      const problem = "is not where the segment is that `id` names; leave it out";
      return { path: [name], problem };
    });

/** The segment that an id or a name stands for, read through. Wants one of them. */
export const seek =
  (model: Model) =>
  (operations: Operations, args: Bag): Operation<Looked> => {
    const { id, name } = args;
    const account = accountOf(model, args);
    if (typeof id === "string") {
      return pipe(
        operations.look({ id, account }),
        RTE.chainOptionK(() => notFound(model, `Segment ${id}`, ""))((found) => found),
        RTE.chain((looked) => {
          const failures = contradiction(account, looked);
          const failure: Failure = { _tag: "InvalidInput", failures };
          return failures.length === 0 ? RTE.right(looked) : RTE.left(failure);
        }),
      );
    }
    const wanted = typeof name === "string" ? name : "";
    return pipe(
      operations.list(account),
      RTE.chainEitherK(named(model, wanted)),
      RTE.chain((row) => operations.look({ id: row.id, account, listed: row })),
      RTE.chainOptionK(() => nobody(model, wanted, []))((found) => found),
    );
  };
