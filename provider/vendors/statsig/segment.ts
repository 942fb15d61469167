/** The life of a Statsig segment, in Pulumi's order. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RTE from "fp-ts/ReaderTaskEither";
import type { Failure, Operation } from "../../core/failure";
import type { Change, Found, Lifecycle, ReadRequest } from "../../core/lifecycle";
import { type Bag, isList } from "../../core/value";
import type { Client } from "./client";
import { Args, type Dto, type SegmentArgs, SegmentOutputs } from "./codec";
import { create, writeRules } from "./create";
import { expression } from "./expression";
import { facts, types } from "./facts";
import { computedOf, toFound } from "./found";
import { expectedId, parseId, slugOf } from "./id";
import { lint } from "./lint";
import { listedOf } from "./listed";
import { sync } from "./member/sync";
import { digestOutputs, managedOf, readMembers } from "./members";
import { problems } from "./problems";
import { hasUnsupported } from "./rule/wire";

const idOf = ({ segmentId, name }: Bag): string =>
  typeof segmentId === "string" ? segmentId : slugOf(String(name));

const decode = (inputs: Bag): O.Option<SegmentArgs> => {
  const decoded = Args.decode(inputs);
  if (E.isLeft(decoded) || problems(inputs).length > 0) return O.none;
  const { name, segmentId, ...args } = decoded.right;
  return name === undefined
    ? O.none
    : O.some({ ...args, name, segmentId: segmentId ?? slugOf(name) });
};

const CONSOLE_ONLY: Failure = {
  _tag: "Unsupported",
  subject: "A rule of this segment",
  reason:
    "one of its conditions was made in the console, and Statsig lets no program write it. Change the rules there and run `pulumi refresh`, or replace the `unsupported_in_api` conditions",
};

const badId = (id: string): Failure => ({ _tag: "BadId", id, expected: expectedId });

const notFound = (id: string): Failure => ({
  _tag: "NotFound",
  subject: `Segment ${id}`,
  remedy:
    "It was deleted outside Pulumi. Run `pulumi refresh`, and the next update makes it again.",
});

const ambiguous = (name: string, rows: readonly Dto[]): Failure => ({
  _tag: "Ambiguous",
  subject: JSON.stringify(name),
  ids: rows.map(({ id }) => id),
});

const named = (client: Client, name: string): Operation<O.Option<Dto>> =>
  pipe(
    client.list,
    RTE.map((rows) => rows.filter((row) => row.name === name)),
    RTE.filterOrElse(
      (rows) => rows.length < 2,
      (rows) => ambiguous(name, rows),
    ),
    RTE.map(([row]) => O.fromNullable(row)),
  );

/** The segment that an id, an address of the console or a name stands for. */
const find = (client: Client, id: string): Operation<O.Option<Dto>> =>
  pipe(
    parseId(id),
    O.match(
      (): Operation<O.Option<Dto>> => RTE.left(badId(id)),
      (wanted) => (wanted.by === "id" ? client.view(wanted.id) : named(client, wanted.name)),
    ),
  );

const read =
  (client: Client) =>
  (id: string, request: ReadRequest): Operation<O.Option<Found>> =>
    pipe(
      find(client, id),
      RTE.chain(
        O.match(
          () => RTE.right(O.none),
          (dto) =>
            pipe(
              readMembers(client.members, dto, request),
              RTE.map((members) => O.some(toFound(dto, request, members))),
            ),
        ),
      ),
    );

const present =
  (id: string) =>
  <A>(found: Operation<O.Option<A>>): Operation<A> =>
    pipe(
      found,
      RTE.chain(
        O.match(
          (): Operation<A> => RTE.left(notFound(id)),
          (value) => RTE.right(value),
        ),
      ),
    );

/** Read before written, so that rules which stay keep their ids. */
const updateRules = (client: Client, id: string, args: SegmentArgs): Operation<Bag> =>
  pipe(
    present(id)(client.view(id)),
    RTE.chain((dto) => present(id)(writeRules(client, args, dto))),
    RTE.map(computedOf),
  );

const updateIds = (client: Client, id: string, args: SegmentArgs): Operation<Bag> =>
  pipe(
    managedOf(args),
    O.match(
      // Left to others from now on: what was known of the ids is no longer ours to say.
      (): Operation<Bag> => RTE.right({ idCount: undefined, idsHash: undefined }),
      ({ type, source }) =>
        pipe(sync(client.members, { segmentId: id, type }, source), RTE.map(digestOutputs)),
    ),
  );

const MEMBERS = ["ids", "idsFile", "idsColumn", "manageIds"];

const update =
  (client: Client) =>
  ({ id, args, changed }: Change<SegmentArgs>): Operation<Bag> => {
    if (changed.has("rules")) return updateRules(client, id, args);
    return MEMBERS.some((property) => changed.has(property))
      ? updateIds(client, id, args)
      : RTE.right({});
  };

export const segment: Lifecycle<SegmentArgs, Client> = {
  model: {
    token: "audiences:statsig:Segment",
    doc: "A segment of a Statsig project: the people that gates, experiments and other segments can refer to.",
    args: Args,
    outputs: SegmentOutputs,
    facts,
    types,
    audience: {
      property: "memberCount",
      doc: "How many ids a list holds just now, whoever put them there.",
    },
  },
  grammar: () => Args,
  decode,
  problems,
  lint: (args, _scope, olds) => lint(args, olds),
  derive: (args) => {
    const { ids } = args;
    const known = isList(ids) ? { idCount: new Set(ids).size } : {};
    return { segmentId: idOf(args), expression: expression(args), ...known };
  },
  obstacle: ({ rules }, changed) =>
    hasUnsupported(rules) && (changed === undefined || changed.has("rules"))
      ? O.some(CONSOLE_ONLY)
      : O.none,
  importObstacle: () => O.none,
  /**
   * An id is used once, and perhaps a name too, so that the new segment must wait for the old one to go. Not so with an archived
   * one, which keeps its id: better that the new one is refused than that none is left.
   */
  deletesFirst: (olds, news) =>
    olds["onDelete"] !== "archive" &&
    (olds["segmentId"] === idOf(news) || olds["name"] === news["name"]),
  create,
  read,
  update,
  delete:
    (client) =>
    (id, { inputs, outputs }) => {
      const how = { ...outputs, ...inputs }["onDelete"] === "archive" ? "archive" : "delete";
      return pipe(
        client.warnOfReferrers(id),
        RTE.chain(() => client.remove(id, how)),
      );
    },
  beforeReplace: ({ warnOfReferrers }) => warnOfReferrers,
  foresee: (client) => (inputs) => {
    const id = idOf(inputs);
    return read(client)(id, { id, urn: "", inputs: undefined, outputs: undefined });
  },
  list: (client) => () =>
    pipe(
      client.list,
      RTE.map((rows) => rows.map(listedOf)),
    ),
};
