/** What the vendor has of a list, read page by page; never all of its ids at once. */
import { pipe } from "fp-ts/function";
import * as RTE from "fp-ts/ReaderTaskEither";
import type { Operation } from "../../../core/failure";
import type { MemberClient } from "./client";
import { repeat } from "./each";
import { Fingerprints } from "./fingerprints";

/** What state holds of a list: never its ids. */
export interface Digest {
  readonly count: number;
  readonly hash: string;
}

export const digestOf = ({ size, checksum }: Fingerprints): Digest => ({
  count: size,
  hash: checksum,
});

/** Hands every page of the vendor's ids to `see`. */
export const eachRemote = (
  members: MemberClient,
  segmentId: string,
  see: (ids: readonly string[]) => void,
): Operation<void> => {
  let page = 0;
  return repeat((call) => {
    page += 1;
    return pipe(
      members.page(segmentId, page),
      RTE.map(({ ids, isLast }) => {
        see(ids);
        return !isLast;
      }),
    )(call);
  });
};

/** What the vendor has of a list; `see` is shown the ids of each page as well. */
export const remoteDigest =
  (
    members: MemberClient,
    segmentId: string,
    see: (ids: readonly string[]) => void = () => undefined,
  ): Operation<Digest> =>
  (call) => {
    const prints = new Fingerprints();
    const note = (ids: readonly string[]): void => {
      for (const id of ids) prints.add(id);
      see(ids);
    };
    return pipe(
      eachRemote(members, segmentId, note),
      RTE.map(() => digestOf(prints)),
    )(call);
  };

/** As many ids as are held at a time. */
export const MOST_HELD = 100_000;

/** What is to be, with what is there marked in it; and what is there and is not to be: how many ids, and the first of them. */
export interface Difference {
  readonly wanted: Fingerprints;
  readonly surplus: number;
  readonly first: readonly string[];
}

export const differenceOf =
  (members: MemberClient, segmentId: string, wanted: Fingerprints): Operation<Difference> =>
  (call) => {
    const first: string[] = [];
    let surplus = 0;
    const sort = (ids: readonly string[]): void => {
      const others = ids.filter((id) => wanted.mark(id) === undefined);
      first.push(...others.slice(0, Math.max(0, MOST_HELD - first.length)));
      surplus += others.length;
    };
    return pipe(
      eachRemote(members, segmentId, sort),
      RTE.map(() => ({ wanted, surplus, first })),
    )(call);
  };
