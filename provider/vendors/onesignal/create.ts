/** Making a segment so that doing it twice does it once, and so that what exists is never overwritten unasked. */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RTE from "fp-ts/ReaderTaskEither";
import { importCommand } from "../../core/command";
import type { Failure, Operation } from "../../core/failure";
import type { Created } from "../../core/lifecycle";
import type { Bag } from "../../core/value";
import type { Body, Client } from "./client";
import type { SegmentArgs, Viewed } from "./codec";
import { filterChanges } from "./filter/canonical";
import { fromWire, toWire } from "./filter/wire";
import { ownId, printId } from "./id";

/** How many ids of deleted segments are passed over before something else must be wrong. */
const MOST_IDS = 5;

const isoTime = (seconds: number | undefined): string | undefined =>
  seconds === undefined ? undefined : new Date(seconds * 1000).toISOString();

/** What the view says beyond the inputs. */
export const computedOf = (segmentId: string, { created_at, source }: Viewed["payload"]): Bag => ({
  segmentId,
  createdAt: isoTime(created_at),
  source,
});

const isAsDeclared = (
  { name, description, filters }: Viewed["payload"],
  args: SegmentArgs,
): boolean =>
  name === args.name &&
  (description ?? "") === (args.description ?? "") &&
  filterChanges(fromWire(filters), args.filters).length === 0;

export const bodyOf = (args: SegmentArgs): Body => ({
  name: args.name,
  ...(args.description === undefined ? {} : { description: args.description }),
  filters: toWire(args.filters),
});

const alreadyExists = ({ appId, name }: SegmentArgs, segmentId: string, urn: string): Failure => ({
  _tag: "AlreadyExists",
  subject: `Segment ${JSON.stringify(name)}`,
  vendor: "OneSignal",
  importCommand: importCommand(urn, printId({ appId, segmentId })),
  adoptable: true,
});

/** A new segment is not paused and not read-only; that much is known without asking. */
const FRESH: Bag = { readOnly: false, isActive: true };

/** The view adds when and by whom. That it fails is no reason to lose a segment that exists; the next refresh tells. */
const created = (client: Client, appId: string, segmentId: string): Operation<Created> =>
  pipe(
    client.view(appId, segmentId),
    RTE.map(
      O.match(
        (): Bag => ({ segmentId }),
        (payload): Bag => computedOf(segmentId, payload),
      ),
    ),
    RTE.orElse((): Operation<Bag> => RTE.right({ segmentId })),
    RTE.map((computed) => ({
      id: printId({ appId, segmentId }),
      computed: { ...FRESH, ...computed },
    })),
  );

/** A segment that is there already: ours when it is exactly what is declared, taken over when the program says so. */
const meet = (
  client: Client,
  args: SegmentArgs,
  urn: string,
  segmentId: string,
  found: Viewed["payload"],
): Operation<Created> => {
  if (isAsDeclared(found, args)) return created(client, args.appId, segmentId);
  if (args.adopt !== true) return RTE.left(alreadyExists(args, segmentId, urn));
  return pipe(
    client.update(args.appId, segmentId, { ...bodyOf(args), description: args.description ?? "" }),
    RTE.chain(() => created(client, args.appId, segmentId)),
  );
};

const byName = (client: Client, args: SegmentArgs): Operation<O.Option<string>> =>
  pipe(
    client.list(args.appId),
    RTE.map((rows) => O.fromNullable(rows.find(({ name }) => name === args.name)?.id)),
  );

const nameTaken = (args: SegmentArgs): Failure => ({
  _tag: "Refused",
  request: `creating segment ${JSON.stringify(args.name)}`,
  status: 409,
  reasons: [],
  remedy:
    "OneSignal says that the name is taken, but lists no segment of this name. Choose another name, or try again later.",
});

/** Meets the segment that holds the name: our own from an interrupted create, or somebody's. */
const meetByName = (
  client: Client,
  args: SegmentArgs,
  urn: string,
  own: string,
): Operation<Created> =>
  pipe(
    byName(client, args),
    RTE.chain(
      O.match(
        (): Operation<Created> => RTE.left(nameTaken(args)),
        (segmentId) =>
          segmentId === own || args.adopt === true
            ? pipe(
                client.view(args.appId, segmentId),
                RTE.chain(
                  O.match(
                    (): Operation<Created> => RTE.left(nameTaken(args)),
                    (found) => meet(client, args, urn, segmentId, found),
                  ),
                ),
              )
            : RTE.left(alreadyExists(args, segmentId, urn)),
      ),
    ),
  );

const idTaken = (args: SegmentArgs, id: string): Failure => ({
  _tag: "Refused",
  request: `creating segment ${JSON.stringify(args.name)} with id ${id}`,
  status: 409,
  reasons: [],
  remedy:
    "OneSignal keeps the id of a deleted segment to itself. Leave `segmentId` out, or choose another.",
});

const attempt = (
  client: Client,
  args: SegmentArgs,
  urn: string,
  number: number,
): Operation<Created> => {
  const id = args.segmentId ?? ownId(args.appId, urn, number);
  const isLast = args.segmentId !== undefined || number + 1 >= MOST_IDS;
  const next: Operation<Created> = isLast
    ? RTE.left(idTaken(args, id))
    : (call) => attempt(client, args, urn, number + 1)(call);
  return pipe(
    client.create(args.appId, { id, ...bodyOf(args) }),
    RTE.chain((outcome): Operation<Created> => {
      switch (outcome._tag) {
        case "Created":
          return created(client, args.appId, outcome.id);
        case "NameTaken":
          return meetByName(client, args, urn, id);
        case "IdTaken":
          return pipe(
            client.view(args.appId, id),
            RTE.chain(
              O.match(
                () => next,
                (found) => meet(client, args, urn, id, found),
              ),
            ),
          );
      }
    }),
  );
};

export const create =
  (client: Client) =>
  (args: SegmentArgs, urn: string): Operation<Created> =>
    attempt(client, args, urn, 0);
