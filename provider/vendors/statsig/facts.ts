import { assetChanges } from "../../core/asset";
import { byContent, type Change, changesBetween } from "../../core/changes";
import type { Facts } from "../../core/facts";
import type { Value } from "../../core/value";
import type { SegmentArgs } from "./codec";
import { slugOf } from "./id";
import { limits } from "./limits";
import { ruleChanges } from "./rule/canonical";
import { listChanges, setChanges } from "./sets";
import { rulesSource } from "./source";

export { ruleTypes as types } from "./rule/facts";

interface Outputs {
  readonly expression: string;
  readonly idCount?: number;
  readonly idsHash?: string;
  readonly createdAt?: string;
  readonly version?: number;
}

const FIXED = "No endpoint changes it, so a change deletes the segment and makes it anew.";

/** What Statsig counts people by when nobody says. */
export const DEFAULT_ID_TYPE = "userID";
const DEFAULT_ON_DELETE = "delete";

/** Only the value: where nothing is written, it is added or taken away. */
const differing = (old: Value, now: Value): readonly Change[] => {
  const kind = old === undefined ? "add" : "update";
  return [{ path: [], kind: now === undefined ? "delete" : kind }];
};

const orDefault =
  (standard: string) =>
  (old: Value, now: Value): readonly Change[] =>
    (old ?? standard) === (now ?? standard) ? [] : differing(old, now);

/** Ids and addresses that differ in the case of letters only are taken for the same. */
const ignoringCase = (old: Value, now: Value): readonly Change[] =>
  typeof old === "string" && typeof now === "string" && old.toLowerCase() === now.toLowerCase()
    ? []
    : changesBetween(byContent, old, now);

const UNTOLD = "Left out, it stays as it is.";

/** What is true of each property of a Statsig segment. Source: Console API, OpenAPI 20240601. */
export const facts: Facts<SegmentArgs & Outputs> = {
  segmentId: {
    doc: `The id by which gates and other segments refer to it: ${limits.idLength.min} to ${limits.idLength.max} letters, digits, \`_\` and \`-\`. Defaults to the name in lower case with \`_\` for spaces. A change makes a new segment.`,
    replaces: true,
    vendorsChoice: true,
    defaultsTo: ({ name }) => (typeof name === "string" ? slugOf(name) : undefined),
    changes: ignoringCase,
    listed: true,
  },
  name: {
    doc: `The name in the console: ${limits.nameLength.min} to ${limits.nameLength.max} letters, digits, spaces, \`_\` and \`-\`. Defaults to the resource's name, without a suffix. ${FIXED}`,
    autonamed: true,
    replaces: true,
  },
  description: {
    doc: `What the segment is for; at most ${limits.descriptionLength} characters. ${FIXED}`,
    replaces: true,
    listed: true,
  },
  type: {
    doc: `How the segment knows who is in it: by \`rules\` (\`rule_based\`), by a list of \`ids\` (\`id_list\`, or \`user_store_id_list\` in Statsig's user store), or by a list for analysis that the API cannot fill (\`analysis_list\`). ${FIXED}`,
    replaces: true,
    listed: true,
  },
  idType: {
    doc: `The type of unit that the segment holds: \`userID\` (the default), \`stableID\`, or one of your own. ${FIXED}`,
    replaces: true,
    changes: orDefault(DEFAULT_ID_TYPE),
    listed: true,
  },
  tags: {
    doc: `Tags of the console; order does not matter. ${FIXED}`,
    replaces: true,
    changes: setChanges,
    listed: true,
  },
  rules: {
    doc: "Who is in the segment, for type `rule_based`: the first rule that matches a person decides. Without rules, nobody passes.",
    changes: ruleChanges,
    source: rulesSource,
    listed: true,
  },
  ids: {
    doc: `Who is in the segment, for the types \`id_list\` and \`user_store_id_list\`; order does not matter. Only differences are sent, additions first. Long lists belong into \`idsFile\`, for these are kept in Pulumi's state. Left out, the ids are left to others.`,
    changes: listChanges,
  },
  idsFile: {
    doc: `The ids in a file, one on each line, or with \`idsColumn\` a column of comma-separated values: \`new pulumi.asset.FileAsset("ids.txt")\`. It is read piece by piece; Pulumi's state holds its count and hash, never the ids. At most ${limits.ids.toLocaleString("en-US")} ids in a project.`,
    changes: assetChanges,
  },
  idsColumn: {
    doc: "The header of the column of `idsFile` that holds the ids. Without it, the file has one id on each line.",
  },
  manageIds: {
    doc: "False leaves the ids of a list to others: they are neither read nor changed, and `ids` and `idsFile` must be left out. Default: true when one of these is there.",
  },
  team: {
    doc: `The team that is responsible, by name (enterprise plans only). ${UNTOLD} ${FIXED}`,
    replaces: true,
    vendorsChoice: true,
    listed: true,
  },
  teamId: {
    doc: `The team that is responsible, by id (enterprise plans only). ${UNTOLD} ${FIXED}`,
    replaces: true,
    vendorsChoice: true,
    listed: true,
  },
  creatorEmail: {
    doc: `Whom the console names as creator, by email address. Default: the API key. ${UNTOLD} ${FIXED}`,
    replaces: true,
    vendorsChoice: true,
    changes: ignoringCase,
    listed: true,
  },
  creatorId: {
    doc: `Whom the console names as creator, by Statsig's id. Default: the API key. ${UNTOLD} ${FIXED}`,
    replaces: true,
    vendorsChoice: true,
    listed: true,
  },
  onDelete: {
    doc: "What happens to the segment when the resource goes: `delete`, or `archive`. An archived segment cannot be told from others through the API, nor be brought back by it, and may keep its id, so that a replacement under the same id is refused. Default: `delete`.",
    changes: orDefault(DEFAULT_ON_DELETE),
  },
  adopt: {
    doc: "When a segment of this id exists already, take it over and make its rules or ids as they are declared here, instead of failing. What no endpoint can change must be the same. Default: false.",
    local: true,
  },
  expression: {
    doc: "Who is in the segment, in words. Rules that mean the same read the same.",
    derivedFrom: ["type", "rules", "ids", "idsFile", "manageIds"],
    listed: true,
  },
  idCount: { doc: "How many ids the list holds; only when they are managed here.", renewed: true },
  idsHash: {
    doc: "A checksum of the ids, whatever their order; only when they are managed here.",
    renewed: true,
  },
  createdAt: { doc: "When the segment was made (ISO 8601, UTC).", listed: true },
  version: {
    doc: "Statsig's own count of changes; not for lists, where every added id counts.",
    renewed: true,
    listed: true,
  },
};
