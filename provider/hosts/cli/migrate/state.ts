/** The state with plugin segments in the place of dynamic ones. Works on what `pulumi stack export` prints, and keeps all of it. */
import * as E from "fp-ts/Either";
import * as t from "io-ts";
import { parseUrn } from "../../../core/token";
import { failed } from "../exit";

const Resource = t.intersection([t.UnknownRecord, t.type({ urn: t.string, type: t.string })]);
type Resource = t.TypeOf<typeof Resource>;

const Exported = t.intersection([
  t.UnknownRecord,
  t.type({
    deployment: t.intersection([t.UnknownRecord, t.type({ resources: t.array(Resource) })]),
  }),
]);

/** A dynamic segment's URN, and that of the plugin segment that takes its place. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

const isDefaultProvider = ({ urn, type }: Resource): boolean =>
  type === "pulumi:providers:audiences" && parseUrn(urn).name.startsWith("default");

/** Providers first, for a resource must not stand before what it needs; and each new segment where the old one stood. */
const reordered = (resources: readonly Resource[], moves: readonly Move[]): readonly Resource[] => {
  const byUrn = new Map(resources.map((one) => [one.urn, one]));
  const targets = new Map(moves.map(({ from, to }) => [from, byUrn.get(to)]));
  const isNew = new Set(moves.map(({ to }) => to));
  const providers = resources.filter(isDefaultProvider);
  const rest = resources
    .filter((one) => !isDefaultProvider(one) && !isNew.has(one.urn))
    .map((one) => targets.get(one.urn) ?? one);
  const root = rest.findIndex(({ type }) => type === "pulumi:pulumi:Stack") + 1;
  return [...rest.slice(0, root), ...providers, ...rest.slice(root)];
};

const inJson = (urn: string): string => JSON.stringify(urn).slice(1);

/** Whoever depended on a dynamic segment now depends on the one in its place. */
export const migrated = (exported: string, moves: readonly Move[]): string => {
  const decoded = Exported.decode(JSON.parse(exported));
  if (E.isLeft(decoded)) throw failed("the output of `pulumi stack export` is not understood");
  const { deployment } = decoded.right;
  const resources = reordered(deployment.resources, moves);
  const text = JSON.stringify({ ...decoded.right, deployment: { ...deployment, resources } });
  return moves.reduce((so, { from, to }) => so.replaceAll(inJson(from), inJson(to)), text);
};
