import type { JsonObject } from "../json";
import {
  flag,
  jsonObject,
  list,
  nullable,
  objectOf,
  oneOf,
  optional,
  type Patch,
  type Reader,
  text,
  whole,
} from "../read";
import { type SegmentType, segmentTypes } from "./segment";

/** What the console can set; nothing of it is checked, for the console knows more conditions than the API takes. */
interface Settable {
  readonly name: string;
  readonly description: string;
  readonly idType: string;
  readonly tags: readonly string[];
  readonly rules: readonly JsonObject[];
  readonly team: string | null;
  readonly creatorEmail: string | null;
  readonly archived: boolean;
  /** The ids of a list, all of them. */
  readonly ids: readonly string[];
}

export interface ConsoleSegment extends Patch<Omit<Settable, "name">> {
  /** The slug of the name when left out. */
  readonly id?: string | undefined;
  readonly name: string;
  /** Default `rule_based`. */
  readonly type?: SegmentType | undefined;
}

/** `POST /_seed` with `vendor: "statsig"`: the segments of a demo project, generated ones, given ones, or any of these together. */
export interface StatsigSeed {
  readonly vendor: "statsig";
  readonly dashboard?: boolean | undefined;
  /** Adds this many segments, named `Generated segment 1` and on, the same in every run. */
  readonly generate?: number | undefined;
  readonly segments?: readonly ConsoleSegment[] | undefined;
}

/** `POST /_edit` with `vendor: "statsig"`: changes one segment, found by id or name, or deletes it. */
export interface StatsigEdit {
  readonly vendor: "statsig";
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly set?: Patch<Settable> | undefined;
  readonly delete?: boolean | undefined;
}

const settable = {
  description: optional(text),
  idType: optional(text),
  tags: optional(list(text)),
  rules: optional(list(jsonObject)),
  team: optional(nullable(text)),
  creatorEmail: optional(nullable(text)),
  archived: optional(flag),
  ids: optional(list(text)),
};

export const readStatsigSeed: Reader<StatsigSeed> = objectOf({
  vendor: oneOf("statsig"),
  dashboard: optional(flag),
  generate: optional(whole(1, 100_000)),
  segments: optional(
    list(
      objectOf({
        ...settable,
        id: optional(text),
        name: text,
        type: optional(oneOf(...segmentTypes)),
      }),
    ),
  ),
});

export const readStatsigEdit: Reader<StatsigEdit> = objectOf({
  vendor: oneOf("statsig"),
  id: optional(text),
  name: optional(text),
  set: optional(objectOf({ ...settable, name: optional(text) })),
  delete: optional(flag),
});
