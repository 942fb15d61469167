/** What the stack says: its segments, its configuration, and where it is kept. */
import * as E from "fp-ts/Either";
import * as t from "io-ts";
import { parseUrn } from "../../core/token";
import { failed } from "./exit";
import type { Pulumi } from "./pulumi";

/** A resource in the state. */
export const Managed = t.intersection([
  t.type({ urn: t.string, type: t.string }),
  t.partial({ id: t.string, parent: t.string, provider: t.string }),
]);
export type Managed = t.TypeOf<typeof Managed>;

const Exported = t.type({
  deployment: t.union([t.null, t.partial({ resources: t.union([t.array(Managed), t.null]) })]),
});

const Config = t.record(t.string, t.partial({ value: t.string }));

const Identity = t.partial({ url: t.string });

export interface Stack {
  readonly resources: readonly Managed[];
  /** The provider's settings, by their names without the package's. */
  readonly config: { readonly [key: string]: string };
  /** Whether the state is a file of its own that each step writes anew: on disk or in a bucket. */
  readonly isFileBackend: boolean;
}

const read = async <A>(
  pulumi: Pulumi,
  args: readonly string[],
  codec: t.Type<A, unknown>,
): Promise<A> => {
  const output = await pulumi.output(args);
  const decoded = codec.decode(JSON.parse(output));
  if (E.isRight(decoded)) return decoded.right;
  throw failed(`the output of \`pulumi ${args.join(" ")}\` is not understood`);
};

const PREFIX = "audiences:";

export const exported = async (pulumi: Pulumi): Promise<readonly Managed[]> => {
  const { deployment } = await read(pulumi, ["stack", "export"], Exported);
  return deployment?.resources ?? [];
};

export const stack = async (pulumi: Pulumi): Promise<Stack> => {
  const [resources, config, { url }] = await Promise.all([
    exported(pulumi),
    read(pulumi, ["config", "--json", "--show-secrets"], Config),
    read(pulumi, ["whoami", "--json"], Identity),
  ]);
  const own = Object.entries(config).flatMap(
    ([key, { value }]): readonly (readonly [string, string])[] =>
      key.startsWith(PREFIX) && value !== undefined ? [[key.slice(PREFIX.length), value]] : [],
  );
  return {
    resources,
    config: Object.fromEntries(own),
    isFileBackend: url !== undefined && !/^https?:/.test(url),
  };
};

/** Logical names by id, of the resources of one type. */
export const namesOf = (resources: readonly Managed[], type: string): ReadonlyMap<string, string> =>
  new Map(
    resources.flatMap(({ type: of, id, urn }): readonly (readonly [string, string])[] =>
      of === type && id !== undefined ? [[id, parseUrn(urn).name]] : [],
    ),
  );
