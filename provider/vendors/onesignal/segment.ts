/** The life of a OneSignal segment, in Pulumi's order. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RTE from "fp-ts/ReaderTaskEither";
import type { Failure, Operation } from "../../core/failure";
import type { Found, Lifecycle, Listed, ReadRequest, Scope } from "../../core/lifecycle";
import { type Bag, isList } from "../../core/value";
import type { Client } from "./client";
import {
  CurrentArgs,
  type Definition,
  DescribedArgs,
  LegacyArgs,
  Row,
  type SegmentArgs,
  SegmentOutputs,
} from "./codec";
import { computedOf, create } from "./create";
import { facts, types } from "./facts";
import { expression } from "./filter/expression";
import { lint } from "./filter/lint";
import { filterProblems, hasUnsupported } from "./filter/problems";
import { fromWire, toWire } from "./filter/wire";
import { expectedId, parseId, printId, type SegmentRef } from "./id";
import { listedOf } from "./listed";
import { problems } from "./problems";

const grammar = (inputs: Bag) => (inputs["allowLegacyFilters"] === true ? LegacyArgs : CurrentArgs);

const decode = (inputs: Bag, { settings }: Scope): O.Option<SegmentArgs> => {
  const codec: typeof LegacyArgs | typeof CurrentArgs = grammar(inputs);
  if (!codec.is(inputs) || filterProblems(inputs.filters).length > 0) return O.none;
  const { name, appId = settings["appId"], ...args } = inputs;
  return name === undefined || appId === undefined ? O.none : O.some({ ...args, name, appId });
};

const DASHBOARD_ONLY: Failure = {
  _tag: "Unsupported",
  subject: "A filter of this segment",
  reason:
    "it was made in the dashboard, and the API would drop it. Change the filters there and run `pulumi refresh`, or replace the `unsupported_in_api` conditions",
};

const badId = (id: string): Failure => ({ _tag: "BadId", id, expected: expectedId });

const notFound = ({ segmentId }: SegmentRef): Failure => ({
  _tag: "NotFound",
  subject: `Segment ${segmentId}`,
  remedy:
    "It was deleted outside Pulumi. Run `pulumi refresh`, and the next update makes it again.",
});

const withRef =
  <A>(use: (ref: SegmentRef) => Operation<A>) =>
  (client: Client, id: string): Operation<A> =>
    pipe(
      parseId(id, client.defaultAppId),
      O.filter((wanted) => wanted.by === "id"),
      O.match(
        (): Operation<A> => RTE.left(badId(id)),
        (ref) => use(ref),
      ),
    );

const ambiguous = (appId: string, name: string, rows: readonly Row[]): Failure => ({
  _tag: "Ambiguous",
  subject: JSON.stringify(name),
  ids: rows.map(({ id }) => printId({ appId, segmentId: id })),
});

const named = (client: Client, appId: string, name: string): Operation<O.Option<SegmentRef>> =>
  pipe(
    client.list(appId),
    RTE.map((rows) => rows.filter((row) => row.name === name)),
    RTE.filterOrElse(
      (rows) => rows.length < 2,
      (rows) => ambiguous(appId, name, rows),
    ),
    RTE.map(([row]) => (row === undefined ? O.none : O.some({ appId, segmentId: row.id }))),
  );

/** The id that an id, a dashboard address or a name stands for. */
const find = (
  client: Client,
  id: string,
  { account = {} }: ReadRequest,
): Operation<O.Option<SegmentRef>> => {
  const { appId } = account;
  return pipe(
    parseId(id, typeof appId === "string" ? appId : client.defaultAppId),
    O.match(
      (): Operation<O.Option<SegmentRef>> => RTE.left(badId(id)),
      (wanted) =>
        wanted.by === "id" ? RTE.right(O.some(wanted)) : named(client, wanted.appId, wanted.name),
    ),
  );
};

const isLegacyEntry = (entry: unknown): boolean =>
  E.isLeft(CurrentArgs.required.filters.decode([entry])) &&
  E.isRight(LegacyArgs.required.filters.decode([entry]));

const toFound = (ref: SegmentRef, payload: Definition, row: Row | undefined): Found => {
  const filters = fromWire(payload.filters);
  const needsLegacy = filters.some(isLegacyEntry);
  const description = payload.description ?? "";
  return {
    id: printId(ref),
    args: {
      appId: ref.appId,
      segmentId: ref.segmentId,
      name: payload.name,
      ...(description === "" ? {} : { description }),
      filters,
      ...(needsLegacy ? { allowLegacyFilters: true } : {}),
    },
    computed: {
      ...computedOf(ref.segmentId, payload),
      readOnly: row?.read_only ?? false,
      isActive: row?.is_active ?? true,
    },
    ...(payload.subscriber_count === undefined ? {} : { audience: payload.subscriber_count }),
  };
};

/** The segment's row: as a listing of a moment ago had it, else from a listing that all readers share. */
const rowOf = (
  client: Client,
  { appId, segmentId }: SegmentRef,
  listed: Listed | undefined,
): Operation<Row | undefined> => {
  const known = Row.decode({ id: segmentId, name: listed?.name, ...listed?.details });
  if (E.isRight(known)) return RTE.right(known.right);
  return pipe(
    client.list(appId),
    RTE.map((rows) => rows.find(({ id }) => id === segmentId)),
  );
};

const readRef = (
  client: Client,
  ref: SegmentRef,
  { listed }: ReadRequest,
): Operation<O.Option<Found>> =>
  pipe(
    client.view(ref.appId, ref.segmentId),
    RTE.chain(
      O.match(
        () => RTE.right(O.none),
        (payload) =>
          pipe(
            rowOf(client, ref, listed),
            RTE.map((row) => O.some(toFound(ref, payload, row))),
          ),
      ),
    ),
  );

export const segment: Lifecycle<SegmentArgs, Client> = {
  model: {
    token: "audiences:onesignal:Segment",
    doc: "A segment of a OneSignal app: the people that messages, Journeys and in-app messages can be sent to.",
    args: DescribedArgs,
    outputs: SegmentOutputs,
    facts,
    types,
    audience: {
      property: "subscriberCount",
      doc: "How many subscriptions are in the segment just now, as OneSignal counts or, for large segments, estimates them. It moves by itself.",
    },
  },
  grammar,
  decode,
  problems,
  lint: (args, { settings }) => lint(args, settings),
  derive: ({ appId, filters }) => ({
    appId,
    expression: expression(isList(filters) ? filters : []),
  }),
  obstacle: ({ filters }, changed) =>
    hasUnsupported(filters) && (changed === undefined || changed.has("filters"))
      ? O.some(DASHBOARD_ONLY)
      : O.none,
  importObstacle: ({ args, computed }) =>
    computed["readOnly"] === true
      ? O.some({
          _tag: "Unsupported",
          subject: `Segment ${JSON.stringify(args["name"])}`,
          reason:
            "OneSignal made it and keeps it read-only. Refer to it by name where you send messages",
        })
      : O.none,
  /** Names are unique in an app, so that a new segment of the same name must wait for the old one to go. */
  deletesFirst: (olds, news, { settings }) =>
    olds["name"] === news["name"] && olds["appId"] === (news["appId"] ?? settings["appId"]),
  create,
  read: (client) => (id, request) =>
    pipe(
      find(client, id, request),
      RTE.chain(
        O.match(
          () => RTE.right(O.none),
          (ref) => readRef(client, ref, request),
        ),
      ),
    ),
  update:
    (client) =>
    ({ id, args, changed }) =>
      withRef((ref) =>
        pipe(
          client.update(ref.appId, ref.segmentId, {
            name: args.name,
            ...(changed.has("description") ? { description: args.description ?? "" } : {}),
            ...(changed.has("filters") ? { filters: toWire(args.filters) } : {}),
          }),
          RTE.filterOrElse(
            (isThere) => isThere,
            () => notFound(ref),
          ),
          RTE.map((): Bag => ({})),
        ),
      )(client, id),
  delete: (client) => (id) =>
    withRef(({ appId, segmentId }) =>
      pipe(
        client.delete(appId, segmentId),
        RTE.map(() => undefined),
      ),
    )(client, id),
  list: (client) => (query) => {
    const appId = query["appId"] ?? client.defaultAppId;
    if (typeof appId !== "string") return RTE.left(badId(""));
    return pipe(
      client.list(appId),
      RTE.map((rows) => rows.map((row) => listedOf(appId, row))),
    );
  },
};
