/** Which ids a program declares, and what a read tells of them. */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RTE from "fp-ts/ReaderTaskEither";
import { isAsset } from "../../core/asset";
import type { Operation } from "../../core/failure";
import type { ReadRequest } from "../../core/lifecycle";
import type { Bag } from "../../core/value";
import type { SegmentArgs } from "./codec";
import { isListType, type ListType } from "./limits";
import type { MemberClient } from "./member/client";
import { type Digest, remoteDigest } from "./member/remote";
import { assetSource, listSource, type Source } from "./member/source";

/** Where the declared ids come from; none when they are left to others. */
export const sourceOf = ({
  ids,
  idsFile,
  idsColumn,
}: Pick<SegmentArgs, "ids" | "idsFile" | "idsColumn">): O.Option<Source> => {
  if (ids !== undefined) return O.some(listSource(ids));
  return idsFile === undefined ? O.none : O.some(assetSource(idsFile, idsColumn));
};

/** A list whose ids are declared. */
export interface Managed {
  readonly type: ListType;
  readonly source: Source;
}

export const managedOf = (args: SegmentArgs): O.Option<Managed> =>
  pipe(
    sourceOf(args),
    O.chain((source) => (isListType(args.type) ? O.some({ type: args.type, source }) : O.none)),
  );

export const digestOutputs = ({ count, hash }: Digest): Bag => ({ idCount: count, idsHash: hash });

/** What a read says of ids: as inputs, and as outputs. */
export interface Members {
  readonly args: Bag;
  readonly computed: Bag;
}

const UNTOLD: Members = { args: {}, computed: {} };

/** As many ids as an import writes into a program. */
const MOST_IMPORTED = 1_000;
/** As many ids as a read puts into state to show that they are not those of the program. */
const MOST_SHOWN = 100_000;

const withIds =
  (members: MemberClient, segmentId: string, most: number): Operation<Members> =>
  (call) => {
    const ids: string[] = [];
    const note = (some: readonly string[]): void => {
      for (const id of some) if (ids.length <= most) ids.push(id);
    };
    return pipe(
      remoteDigest(members, segmentId, note),
      RTE.map((digest) => ({
        args: ids.length > most ? {} : { ids },
        computed: digestOutputs(digest),
      })),
    )(call);
  };

const LEFT_TO_OTHERS: Members = { args: { manageIds: false }, computed: {} };

/** An import cannot ask; a long list would drown the program, and is left to others until somebody says otherwise. */
const imported = (members: MemberClient, id: string, count: number): Operation<Members> =>
  count > MOST_IMPORTED
    ? RTE.right(LEFT_TO_OTHERS)
    : pipe(
        withIds(members, id, MOST_IMPORTED),
        RTE.map((found) => (found.args["ids"] === undefined ? LEFT_TO_OTHERS : found)),
      );

/** The file itself is not read: what it held when it was applied is known by its hash. */
const againstFile =
  (members: MemberClient, id: string, inputs: Bag, outputs: Bag): Operation<Members> =>
  (call) =>
    pipe(
      remoteDigest(members, id),
      RTE.map((digest): Members => {
        const { idsFile, idsColumn } = inputs;
        const computed = digestOutputs(digest);
        if (digest.hash === outputs["idsHash"]) return { args: { idsFile, idsColumn }, computed };
        const before = Number(outputs["idCount"] ?? 0).toLocaleString("en-US");
        const now = digest.count.toLocaleString("en-US");
        call.log(
          "warning",
          `the ids of ${id} were changed outside Pulumi: ${now}, formerly ${before}`,
        );
        return { args: { idsColumn }, computed };
      }),
    )(call);

const managedRead = (
  members: MemberClient,
  id: string,
  inputs: Bag,
  outputs: Bag,
): Operation<Members> => {
  const said: Bag = { manageIds: inputs["manageIds"] };
  const withSaid = ({ args, computed }: Members): Members => ({
    args: { ...said, ...args },
    computed,
  });
  if (inputs["ids"] !== undefined) return pipe(withIds(members, id, MOST_SHOWN), RTE.map(withSaid));
  return isAsset(inputs["idsFile"])
    ? pipe(againstFile(members, id, inputs, outputs), RTE.map(withSaid))
    : RTE.right({ args: said, computed: {} });
};

/** What the vendor has of the ids, as far as the program manages them. */
export const readMembers = (
  members: MemberClient,
  { id, type, count = 0 }: { readonly id: string; readonly type: string; readonly count?: number },
  { inputs, outputs = {} }: ReadRequest,
): Operation<Members> => {
  if (!isListType(type)) return RTE.right(UNTOLD);
  return inputs === undefined
    ? imported(members, id, count)
    : managedRead(members, id, inputs, outputs);
};
