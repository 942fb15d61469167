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

/** What a console can set; nothing of it is checked against the grammar. */
interface Settable {
  readonly name: string;
  readonly description: string | null;
  readonly constraints: readonly JsonObject[];
  /** Unix milliseconds; default now. */
  readonly createdAt: number;
  readonly updatedAt: number | null;
  readonly isDefault: boolean;
}

export interface DashboardSegment extends Patch<Omit<Settable, "name">> {
  /** Random when left out. */
  readonly id?: string | undefined;
  readonly name: string;
}

/** `POST /_seed` with `vendor: "push0"`: the segments of a new account, generated ones, given ones, or any of these together. */
export interface Push0Seed {
  readonly vendor: "push0";
  readonly dashboard?: boolean | undefined;
  /** Adds this many segments, named `Generated segment 1` and on, the same in every run. */
  readonly generate?: number | undefined;
  readonly segments?: readonly DashboardSegment[] | undefined;
}

/** `POST /_edit` with `vendor: "push0"`: changes one segment, found by id or name, or deletes it. */
export interface Push0Edit {
  readonly vendor: "push0";
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly set?: Patch<Settable> | undefined;
  readonly delete?: boolean | undefined;
}

const settable = {
  description: optional(nullable(text)),
  constraints: optional(list(jsonObject)),
  createdAt: optional(whole(0)),
  updatedAt: optional(nullable(whole(0))),
  isDefault: optional(flag),
};

export const readPush0Seed: Reader<Push0Seed> = objectOf({
  vendor: oneOf("push0"),
  dashboard: optional(flag),
  generate: optional(whole(1, 100_000)),
  segments: optional(list(objectOf({ ...settable, id: optional(text), name: text }))),
});

export const readPush0Edit: Reader<Push0Edit> = objectOf({
  vendor: oneOf("push0"),
  id: optional(text),
  name: optional(text),
  set: optional(objectOf({ ...settable, name: optional(text) })),
  delete: optional(flag),
});
