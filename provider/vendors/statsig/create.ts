/** Making a segment so that doing it twice does it once, and so that what exists is never overwritten unasked. */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RTE from "fp-ts/ReaderTaskEither";
import * as TE from "fp-ts/TaskEither";
import { importCommand } from "../../core/command";
import { compare } from "../../core/diff";
import type { Call, Failure, Operation } from "../../core/failure";
import type { Created } from "../../core/lifecycle";
import { type Bag, withoutAbsent } from "../../core/value";
import { spellOut } from "../../core/wording";
import type { Client } from "./client";
import type { Dto, SegmentArgs } from "./codec";
import { facts } from "./facts";
import { computedOf, definitionOf } from "./found";
import type { Fingerprints } from "./member/fingerprints";
import { differenceOf } from "./member/remote";
import { apply, printsOf } from "./member/sync";
import { digestOutputs, type Managed, managedOf } from "./members";
import { keepIds } from "./rule/keep";
import { toWire } from "./rule/wire";

/** `null` is never sent, and `rules` only where they belong: with another type the live API refuses even an empty list. */
export const bodyOf = (args: SegmentArgs): Bag =>
  withoutAbsent({
    name: args.name,
    id: args.segmentId,
    type: args.type,
    description: args.description,
    idType: args.idType,
    tags: args.tags,
    creatorID: args.creatorId,
    creatorEmail: args.creatorEmail,
    team: args.team,
    teamID: args.teamId,
    rules: args.rules === undefined ? undefined : toWire(args.rules),
  });

/** What no endpoint can change once a segment is there. */
const FIXED = [
  "name",
  "description",
  "type",
  "idType",
  "tags",
  "team",
  "teamId",
  "creatorEmail",
  "creatorId",
] as const;

/** The inputs in which a segment is not as declared. What the program leaves to Statsig is as declared. */
const differing = (dto: Dto, args: SegmentArgs): readonly string[] => {
  const has = definitionOf(dto, args);
  return [...FIXED, "rules" as const].filter((property) => {
    const isOpen = facts[property].vendorsChoice === true && args[property] === undefined;
    return !isOpen && compare(facts[property], args[property], has[property]).length > 0;
  });
};

const alreadyExists = (id: string, urn: string): Failure => ({
  _tag: "AlreadyExists",
  subject: `Segment ${JSON.stringify(id)}`,
  vendor: "Statsig",
  importCommand: importCommand(urn, id),
  adoptable: true,
});

const notAdoptable = (id: string, urn: string, fixed: readonly string[]): Failure => ({
  _tag: "Unsupported",
  subject: `Taking over segment ${JSON.stringify(id)}`,
  reason: `its ${spellOut(fixed, "and")} differ from what is declared, and no endpoint changes that. Declare it as it is, or import it with \`${importCommand(urn, id)}\` and let Pulumi replace it; nothing was changed`,
});

const takenByOther = (args: SegmentArgs, reasons: readonly string[]): Failure => ({
  _tag: "Refused",
  request: `creating segment ${JSON.stringify(args.segmentId)}`,
  status: 409,
  reasons,
  remedy:
    "There is no segment of this id: a gate, an experiment or an archived segment may have it, or another segment the name. Choose another `segmentId` and `name`.",
});

const created = (dto: Dto, members: Bag): Created => ({
  id: dto.id,
  computed: { ...computedOf(dto), ...members },
});

/** A list whose ids are declared, and what they are: read before anything is made, so that a bad file makes nothing. */
interface Read {
  readonly managed: Managed;
  readonly wanted: Fingerprints;
}

const readIds = (args: SegmentArgs): Operation<O.Option<Read>> =>
  pipe(
    managedOf(args),
    O.match(
      (): Operation<O.Option<Read>> => RTE.right(O.none),
      (managed) =>
        pipe(
          printsOf(managed.source),
          RTE.map((wanted) => O.some({ managed, wanted })),
        ),
    ),
  );

/** Makes the ids of a list what is declared. With `stop`, ids that are not declared fail with it: they say whose list it is. */
const fill = (
  client: Client,
  id: string,
  ids: O.Option<Read>,
  stop: O.Option<Failure>,
): Operation<Bag> => {
  if (O.isNone(ids)) return RTE.right({});
  const { managed, wanted } = ids.value;
  return pipe(
    differenceOf(client.members, id, wanted),
    RTE.chain((found) =>
      found.surplus > 0 && O.isSome(stop)
        ? RTE.left(stop.value)
        : apply(client.members, { segmentId: id, type: managed.type }, managed.source, found),
    ),
    RTE.map(digestOutputs),
  );
};

/** What a create is asked for. */
interface Wish {
  readonly args: SegmentArgs;
  readonly urn: string;
  readonly ids: O.Option<Read>;
}

/** Rules as declared, with the ids that rules of the same name have. */
export const writeRules = (
  client: Client,
  args: SegmentArgs,
  dto: Dto,
): Operation<O.Option<Partial<Dto>>> =>
  client.setRules(dto.id, toWire(keepIds(args.rules ?? [], dto.rules ?? [])));

/** After `onDelete: "archive"` the old segment may still have the id, and nothing in the answer tells it from a living one. */
const warnOfArchive =
  (id: string): Operation<void> =>
  ({ log }) => {
    const found = `segment ${id} was there already, just as declared, and is taken for one that an earlier run made`;
    log(
      "warning",
      `${found}; the API does not show whether it is archived, so look in the console`,
    );
    return TE.right(undefined);
  };

/**
 * A segment that is there already: ours when it is what is declared so far, taken over when the program says so. A list with ids
 * that are not declared is somebody's, while one that lacks some is ours from an interrupted create.
 */
const meet = (client: Client, { args, urn, ids }: Wish, dto: Dto): Operation<Created> => {
  const differs = differing(dto, args);
  const fixed = differs.filter((property) => property !== "rules");
  const stop = args.adopt === true ? O.none : O.some(alreadyExists(dto.id, urn));
  if (differs.length > 0 && O.isSome(stop)) return RTE.left(stop.value);
  if (fixed.length > 0) return RTE.left(notAdoptable(dto.id, urn, fixed));
  const rules = differs.length > 0 ? writeRules(client, args, dto) : RTE.right(O.none);
  return pipe(
    O.isSome(stop) ? warnOfArchive(dto.id) : RTE.right<Call, Failure, void>(undefined),
    RTE.chain(() => rules),
    RTE.bindTo("shown"),
    RTE.bind("members", () => fill(client, dto.id, ids, stop)),
    RTE.map(({ shown, members }) =>
      created({ ...dto, ...(O.isSome(shown) ? shown.value : {}) }, members),
    ),
  );
};

const named = (client: Client, name: string): Operation<O.Option<Dto>> =>
  pipe(
    client.list,
    RTE.map((rows) => O.fromNullable(rows.find((row) => row.name === name))),
  );

/** What holds the id, or else the name. */
const holder = (client: Client, args: SegmentArgs): Operation<O.Option<Dto>> =>
  pipe(
    client.fetch(args.segmentId),
    RTE.chain((found) =>
      O.isSome(found) ? RTE.right<Call, Failure, O.Option<Dto>>(found) : named(client, args.name),
    ),
  );

const whenTaken = (client: Client, wish: Wish, reasons: readonly string[]): Operation<Created> =>
  pipe(
    holder(client, wish.args),
    RTE.chain(
      O.match(
        () => RTE.left(takenByOther(wish.args, reasons)),
        (dto) =>
          dto.id.toLowerCase() === wish.args.segmentId.toLowerCase()
            ? meet(client, wish, dto)
            : RTE.left(alreadyExists(dto.id, wish.urn)),
      ),
    ),
  );

export const create =
  (client: Client) =>
  (args: SegmentArgs, urn: string): Operation<Created> =>
    pipe(
      readIds(args),
      RTE.chain((ids) =>
        pipe(
          client.create(bodyOf(args)),
          RTE.chain((outcome): Operation<Created> => {
            if (outcome._tag === "Taken") {
              return whenTaken(client, { args, urn, ids }, outcome.reasons);
            }
            const { segment } = outcome;
            return pipe(
              fill(client, segment.id, ids, O.none),
              RTE.map((members) => created(segment, members)),
            );
          }),
        ),
      ),
    );
