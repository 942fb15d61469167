import type { JsonObject } from "../json";
import type { Table } from "../store";
import type { StatsigSettings } from "./settings";

export const segmentTypes = [
  "rule_based",
  "id_list",
  "analysis_list",
  "user_store_id_list",
] as const;
export type SegmentType = (typeof segmentTypes)[number];

/** A segment as it is kept, in the words of the answers; times are Unix milliseconds. */
export interface Segment {
  readonly id: string;
  readonly name: string;
  readonly type: SegmentType;
  readonly description: string;
  readonly idType: string;
  readonly tags: readonly string[];
  readonly rules: readonly JsonObject[];
  readonly team: string | null;
  readonly teamID: string | null;
  readonly creatorID: string | null;
  readonly creatorEmail: string | null;
  readonly creatorName: string;
  readonly lastModifierName: string;
  readonly createdTime: number;
  readonly lastModifiedTime: number;
  readonly version: number;
  readonly archived: boolean;
}

/** The ids of a list, apart from the segment, which never shows them. In order of addition. */
export interface Members {
  readonly ids: readonly string[];
}

/** What the handlers share. */
export interface Context {
  readonly apiKey: string;
  readonly segments: Table<Segment>;
  readonly members: Table<Members>;
  /** When requests were let through, by window. */
  readonly sent: Table<{ readonly times: readonly number[] }>;
  readonly settings: () => StatsigSettings;
  readonly now: () => number;
}

/** The scope of all tables: a key belongs to one project. */
export const project = "project";

/** Who writes over the API, in every answer that names somebody. */
export const consoleApi = "CONSOLE API";

export const blank = (id: string, name: string, type: SegmentType, now: number): Segment => ({
  id,
  name,
  type,
  description: "",
  idType: "userID",
  tags: [],
  rules: [],
  team: null,
  teamID: null,
  creatorID: null,
  creatorEmail: null,
  creatorName: consoleApi,
  lastModifierName: consoleApi,
  createdTime: now,
  lastModifiedTime: now,
  version: 1,
  archived: false,
});

export const idsOf = ({ members }: Context, id: string): readonly string[] =>
  members.get(project, id)?.ids ?? [];

/** Marks a change. */
export const touched = (segment: Segment, now: number): Segment => ({
  ...segment,
  lastModifierName: consoleApi,
  lastModifiedTime: now,
  version: segment.version + 1,
});

export const keep = ({ segments }: Context, segment: Segment): Segment => {
  segments.put(project, segment.id, segment);
  return segment;
};

export const isList = ({ type }: Segment): boolean =>
  type === "id_list" || type === "user_store_id_list";
