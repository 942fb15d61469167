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
  Refusal,
  text,
  whole,
} from "../read";
import { type Segment, sources } from "./segment";

/** What a dashboard can set; the words are those of the vendor's answers, the last two are the emulator's. */
interface Settable {
  readonly name: string;
  readonly description: string | null;
  /** Not checked against the grammar, as the dashboard knows more of it. */
  readonly filters: readonly JsonObject[];
  readonly source: Segment["source"];
  readonly read_only: boolean;
  readonly is_active: boolean;
  /** ISO 8601; default now. */
  readonly created_at: string;
  readonly subscriber_count: number;
  readonly user_based: boolean;
  readonly in_active_journey: boolean;
}

export interface DashboardSegment extends Patch<Omit<Settable, "name">> {
  /** A UUID; random when left out. */
  readonly id?: string | undefined;
  readonly name: string;
}

/** `POST /_seed`: the default set, a number of generated segments, given ones, or any of these together. */
export interface SeedRequest {
  readonly vendor?: "onesignal" | undefined;
  /** Default: the first app; for `dashboard` every app. */
  readonly appId?: string | undefined;
  readonly dashboard?: boolean | undefined;
  /** Adds this many segments, named `Generated segment 1` and on, the same in every run. */
  readonly generate?: number | undefined;
  readonly segments?: readonly DashboardSegment[] | undefined;
}

/** `POST /_edit`: changes one segment, found by id or name, or deletes it. */
export interface EditRequest {
  readonly vendor?: "onesignal" | undefined;
  readonly appId?: string | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly set?: Patch<Settable> | undefined;
  readonly delete?: boolean | undefined;
}

const isoDate: Reader<string> = (value, at) => {
  const date = text(value, at);
  if (Number.isNaN(Date.parse(date)))
    throw new Refusal(`${at} must be an ISO 8601 date such as "2026-01-31T08:00:00Z".`);
  return date;
};

const settable = {
  description: optional(nullable(text)),
  filters: optional(list(jsonObject)),
  source: optional(oneOf(...sources)),
  read_only: optional(flag),
  is_active: optional(flag),
  created_at: optional(isoDate),
  subscriber_count: optional(whole(0)),
  user_based: optional(flag),
  in_active_journey: optional(flag),
};

export const readSeed: Reader<SeedRequest> = objectOf({
  vendor: optional(oneOf("onesignal")),
  appId: optional(text),
  dashboard: optional(flag),
  generate: optional(whole(1, 100_000)),
  segments: optional(list(objectOf({ ...settable, id: optional(text), name: text }))),
});

export const readEdit: Reader<EditRequest> = objectOf({
  vendor: optional(oneOf("onesignal")),
  appId: optional(text),
  id: optional(text),
  name: optional(text),
  set: optional(objectOf({ ...settable, name: optional(text) })),
  delete: optional(flag),
});
