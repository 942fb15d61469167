/** The life of a Push0 segment, in Pulumi's order. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RTE from "fp-ts/ReaderTaskEither";
import type { Failure, Operation } from "../../core/failure";
import type { Change, Found, Lifecycle, Listed, Scope } from "../../core/lifecycle";
import { print } from "../../core/path";
import { fromErrors, sentence } from "../../core/problem";
import { type Bag, withoutAbsent } from "../../core/value";
import type { Client } from "./client";
import { Args, type Row, type SegmentArgs, SegmentOutputs } from "./codec";
import { expression } from "./constraint/expression";
import { lint } from "./constraint/lint";
import { create } from "./create";
import { facts } from "./facts";
import { expectedId, parseId } from "./id";
import { problems } from "./problems";
import { argsOf, bodyOf, computedOf } from "./state";
import { types } from "./type-facts";
import { notAsDeclared } from "./verify";

const decode = (inputs: Bag, scope: Scope): O.Option<SegmentArgs> => {
  const decoded = Args.decode(inputs);
  if (E.isLeft(decoded) || problems(inputs, scope).length > 0) return O.none;
  const { name, ...args } = decoded.right;
  return name === undefined ? O.none : O.some({ ...args, name });
};

const badId = (id: string): Failure => ({ _tag: "BadId", id, expected: expectedId });

const notFound = (id: string): Failure => ({
  _tag: "NotFound",
  subject: `Segment ${id}`,
  remedy:
    "It was deleted outside Pulumi. Run `pulumi refresh`, and the next update makes it again.",
});

const ambiguous = (name: string, rows: readonly Row[]): Failure => ({
  _tag: "Ambiguous",
  subject: JSON.stringify(name),
  ids: rows.map(({ id }) => id),
});

const named = (client: Client, name: string): Operation<O.Option<Row>> =>
  pipe(
    client.list,
    RTE.map((rows) => rows.filter((row) => row.name === name)),
    RTE.filterOrElse(
      (rows) => rows.length < 2,
      (rows) => ambiguous(name, rows),
    ),
    RTE.map(([row]) => O.fromNullable(row)),
  );

/** One listing serves a whole refresh. What it lacks is asked for by itself: a row can slip from one page to another meanwhile. */
const byId = (client: Client, id: string): Operation<O.Option<Row>> =>
  pipe(
    client.list,
    RTE.chain((rows) => {
      const row = rows.find((one) => one.id === id);
      return row === undefined ? client.find(id) : RTE.right(O.some(row));
    }),
  );

const toFound = (row: Row): Found => ({
  id: row.id,
  args: argsOf(row),
  computed: computedOf(row),
});

const read = (client: Client, text: string): Operation<O.Option<Found>> =>
  pipe(
    parseId(text),
    O.match(
      (): Operation<O.Option<Row>> => RTE.left(badId(text)),
      (wanted) => (wanted.by === "id" ? byId(client, wanted.id) : named(client, wanted.name)),
    ),
    RTE.map(O.map(toFound)),
  );

/** The listing tells everything there is, so that nothing has to be asked for one by one. */
const toListed = (row: Row): Listed => {
  const { createdAt, updatedAt } = computedOf(row);
  const changedAt = updatedAt ?? createdAt;
  return {
    id: row.id,
    name: row.name,
    details: { description: row.description, createdAt, updatedAt },
    ...(typeof changedAt === "string" ? { changedAt } : {}),
    outputs: withoutAbsent({ createdAt, updatedAt }),
  };
};

/** What the grammar has no words for: `tags`, an empty list, whatever Push0 adds. */
const importObstacle = ({ args }: Found): O.Option<Failure> => {
  const decoded = Args.decode(args);
  const failures = [
    ...(E.isLeft(decoded) ? fromErrors(decoded.left) : []),
    ...problems(args, { settings: {} }),
  ];
  return pipe(
    O.fromNullable(failures[0]),
    O.map(
      (first): Failure => ({
        _tag: "Unsupported",
        subject: `Segment ${JSON.stringify(args["name"])}`,
        reason: `${print(first.path)} ${sentence(first, false)}. Keep it in Push0's console, and refer to it by its id`,
      }),
    ),
  );
};

const changedOf = (args: SegmentArgs, changed: ReadonlySet<string>) => ({
  ...(changed.has("name") ? { name: args.name } : {}),
  ...(changed.has("description") ? { description: args.description ?? "" } : {}),
  ...(changed.has("constraints") ? { constraints: bodyOf(args).constraints ?? [] } : {}),
});

const update = (client: Client, { id, args, changed }: Change<SegmentArgs>): Operation<Bag> => {
  const body = changedOf(args, changed);
  if (Object.keys(body).length === 0) return RTE.right({});
  const afterwards = pipe(
    client.find(id),
    RTE.chain(
      O.match(
        (): Operation<Bag> => RTE.left(notFound(id)),
        (row) =>
          pipe(
            notAsDeclared(row, args),
            RTE.map(() => computedOf(row)),
          ),
      ),
    ),
  );
  return pipe(
    client.update(id, body),
    RTE.filterOrElse(
      (isThere) => isThere,
      () => notFound(id),
    ),
    RTE.chain(() => afterwards),
  );
};

const remove = (client: Client, text: string): Operation<void> =>
  pipe(
    parseId(text),
    O.match(
      (): Operation<void> => RTE.left(badId(text)),
      (wanted) => (wanted.by === "id" ? client.delete(wanted.id) : RTE.left(badId(text))),
    ),
  );

export const segment: Lifecycle<SegmentArgs, Client> = {
  model: {
    token: "audiences:push0:Segment",
    doc: "A segment of a Push0 account: the devices that push notifications can be sent to.",
    args: Args,
    outputs: SegmentOutputs,
    facts,
    types,
  },
  grammar: () => Args,
  decode,
  problems,
  lint: ({ constraints }) =>
    lint(constraints).map((one) => ({ ...one, path: ["constraints", ...one.path] })),
  derive: ({ constraints }) => ({ expression: expression(constraints) }),
  obstacle: () => O.none,
  importObstacle,
  /** A new segment of the same name would be refused while the old one has it. */
  deletesFirst: (olds, news) => olds["name"] === news["name"],
  create,
  read: (client) => (id) => read(client, id),
  update: (client) => (change) => update(client, change),
  delete: (client) => (id) => remove(client, id),
  list: (client) => () =>
    pipe(
      client.list,
      RTE.map((rows) => rows.map(toListed)),
    ),
};
