/** An account of the paper vendor, in memory: what its lifecycle is asked is noted, and what it would write is refused. */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import * as RTE from "fp-ts/ReaderTaskEither";
import * as t from "io-ts";
import { closed, text } from "../../provider/core/codec";
import type { Call, Failure, Operation } from "../../provider/core/failure";
import type { Found, Lifecycle, Listed, Model } from "../../provider/core/lifecycle";
import { operations } from "../../provider/core/operations";
import type { Settings } from "../../provider/core/setting";
import { type Bag, isList, type Value } from "../../provider/core/value";
import { model as bare } from "../schema/paper-vendor";

export interface PaperSegment {
  readonly id: string;
  readonly name: string;
  readonly project?: string;
  readonly filters?: readonly Bag[];
  readonly changedAt?: string;
  readonly audience?: number;
  readonly isFixed?: boolean;
}

export const model: Model = {
  ...bare,
  args: closed("SegmentArgs", bare.args.required, {
    ...bare.args.optional,
    kind: text("must be text"),
  }),
  facts: {
    ...bare.facts,
    kind: { doc: "What kind it is.", replaces: true },
    createdAt: { doc: "When it was made.", listed: true },
    members: { doc: "How many filters there are, in words.", derivedFrom: ["filters"] },
  },
  audience: { property: "readers", doc: "How many read it now." },
};

const FIXED: Failure = { _tag: "Unsupported", subject: "It", reason: "it is fixed" };

const refuse = (): never => {
  throw new Error("nothing here may write");
};

const words = (filters: Value): string => `${isList(filters) ? filters.length : 0} conditions`;

const found = ({ id, name, project = "home", filters = [], ...rest }: PaperSegment): Found => ({
  id,
  args: { name, project, filters },
  computed: { createdAt: "2026-01-01", isFixed: rest.isFixed },
  ...(rest.audience === undefined ? {} : { audience: rest.audience }),
});

const row = ({ id, name, changedAt }: PaperSegment): Listed => ({
  id,
  name,
  details: { raw: true },
  outputs: { createdAt: "2026-01-01" },
  ...(changedAt === undefined ? {} : { changedAt }),
});

const lifecycleOf = (segments: readonly PaperSegment[], asked: string[]): Lifecycle<Bag, null> => ({
  model,
  grammar: () => t.unknown,
  decode: (inputs) => O.some(inputs),
  problems: () => [],
  lint: () => [],
  derive: ({ filters }) => ({ members: words(filters) }),
  obstacle: () => O.none,
  importObstacle: ({ computed }) => (computed["isFixed"] === true ? O.some(FIXED) : O.none),
  deletesFirst: () => false,
  create: () => refuse,
  update: () => refuse,
  delete: () => refuse,
  read: () => (id) => {
    asked.push(`read ${id}`);
    const wanted = segments.find((one) => one.id === id);
    return RTE.right(wanted === undefined ? O.none : O.some(found(wanted)));
  },
  list: () => (query) => {
    asked.push(`list ${JSON.stringify(query)}`);
    return RTE.right(segments.map(row));
  },
});

const call: Call = {
  signal: new AbortController().signal,
  deadline: Number.POSITIVE_INFINITY,
  log: () => undefined,
};

/** What an operation answers, or the failure it ends with. */
export const run = async <A>(operation: Operation<A>): Promise<A | Failure> =>
  E.toUnion(await operation(call)());

export const paperAccount = (
  segments: readonly PaperSegment[],
  settings: Settings = { project: "home" },
) => {
  const asked: string[] = [];
  return { asked, operations: operations(lifecycleOf(segments, asked), null, { settings }) };
};
