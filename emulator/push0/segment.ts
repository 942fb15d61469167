import { randomInt } from "node:crypto";
import type { JsonObject } from "../json";
import type { Table } from "../store";
import type { Push0Settings } from "./settings";

/** A segment as it is kept; the words are the vendor's, times are Unix milliseconds. */
export interface Segment {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly constraints: readonly JsonObject[];
  readonly createdAt: number;
  /** Null until the first update, as the segment "All" shows it. */
  readonly updatedAt: number | null;
  /** Until then the list does not know it. */
  readonly visibleFromMs: number;
  /** Came with the account. */
  readonly isDefault: boolean;
}

/** What the handlers share. Segments belong to the account as a whole: no page has an application id for them. */
export interface Context {
  readonly apiKey: string;
  readonly segments: Table<Segment>;
  readonly settings: () => Push0Settings;
  readonly now: () => number;
}

/** The scope of `Context.segments`: the emulator has one account. */
export const account = "account";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** `sg_` and 21 letters and digits, as the three ids on "Segments List" have them. */
export const newId = (): string =>
  `sg_${Array.from({ length: 21 }, () => letters[randomInt(letters.length)]).join("")}`;

export const visible = ({ segments, now }: Context): readonly Segment[] =>
  segments.all(account).filter(({ visibleFromMs }) => visibleFromMs <= now());
