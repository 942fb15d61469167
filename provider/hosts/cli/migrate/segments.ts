/** The dynamic segments of a stack, and what the plugin will call them. */
import { parseUrn } from "../../../core/token";
import type { Kind, Surroundings } from "../../accounts";
import { identifier } from "../../identifier";
import type { Named } from "../../named";
import { failed } from "../exit";
import type { Managed } from "../stack";
import { dynamicType, plugin } from "../target";
import type { Move } from "./state";

/** A dynamic segment of the stack. */
export interface Segment {
  readonly kind: Kind;
  readonly resource: Managed;
  readonly move: Move;
}

const PREFIX = "pulumi-nodejs:dynamic/audiences/";

export const segmentsOf = (
  resources: readonly Managed[],
  { vendors }: Surroundings,
): readonly Segment[] => {
  const kinds = new Map(
    vendors.flatMap((vendor) =>
      vendor.resources.map((resource) => [dynamicType({ vendor, resource }), { vendor, resource }]),
    ),
  );
  return resources.flatMap((resource): readonly Segment[] => {
    const kind = kinds.get(resource.type);
    if (kind === undefined || resource.id === undefined) return [];
    const from = resource.urn;
    return [
      { kind, resource, move: { from, to: from.replace(resource.type, plugin.typeOf(kind)) } },
    ];
  });
};

export const assertChildless = (resources: readonly Managed[]): void => {
  const child = resources.find(
    ({ urn, type }) => urn.includes(`${PREFIX}`) && !type.startsWith(PREFIX),
  );
  if (child === undefined) return;
  throw failed(`${child.urn} has a dynamic segment for its parent; give it another parent first.`);
};

export const namedOf = ({ resource }: Segment): Named => {
  const { name } = parseUrn(resource.urn);
  const listed = { id: resource.id ?? "", name, details: {} };
  return { listed, logicalName: name, variable: identifier(name, "segment") };
};

/** The parent of each, by a name that stands in the file's table. */
export const withParents = (segments: readonly Segment[], entries: readonly object[]) => {
  const isOwn = (urn: string | undefined): urn is string =>
    urn !== undefined && parseUrn(urn).type !== "pulumi:pulumi:Stack";
  const parents = [...new Set(segments.map(({ resource }) => resource.parent).filter(isOwn))];
  const nameOf = (urn: string): string => `parent${parents.indexOf(urn)}`;
  const byId = new Map(segments.map(({ resource }) => [resource.id, resource.parent]));
  return {
    nameTable: Object.fromEntries(parents.map((urn) => [nameOf(urn), urn])),
    resources: entries.map((entry) => {
      const parent = byId.get("id" in entry ? String(entry.id) : "");
      return isOwn(parent) ? { ...entry, parent: nameOf(parent) } : entry;
    }),
  };
};
