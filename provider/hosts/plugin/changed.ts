import { DiffResponse, PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";
import type { PropertyChange } from "../../core/diff";
import { print } from "../../core/path";

const kinds = {
  add: [PropertyDiff.Kind.ADD, PropertyDiff.Kind.ADD_REPLACE],
  delete: [PropertyDiff.Kind.DELETE, PropertyDiff.Kind.DELETE_REPLACE],
  update: [PropertyDiff.Kind.UPDATE, PropertyDiff.Kind.UPDATE_REPLACE],
} as const;

const topLevel = (changes: readonly PropertyChange[]): string[] => [
  ...new Set(changes.map(({ path }) => String(path[0]))),
];

/** Writes changes into a response, as the places and as the properties; it never says "unknown", which would mean "compare yourself". */
export const changed = (
  response: DiffResponse,
  changes: readonly PropertyChange[],
): DiffResponse => {
  const { DIFF_NONE, DIFF_SOME } = DiffResponse.DiffChanges;
  response
    .setChanges(changes.length === 0 ? DIFF_NONE : DIFF_SOME)
    .setHasdetaileddiff(true)
    .setDiffsList(topLevel(changes))
    .setReplacesList(topLevel(changes.filter(({ replaces }) => replaces)));
  for (const { path, kind, replaces } of changes) {
    const place = new PropertyDiff().setInputdiff(true).setKind(kinds[kind][replaces ? 1 : 0]);
    response.getDetaileddiffMap().set(print(path), place);
  }
  return response;
};
