import type { JsonObject } from "../json";
import type { Table } from "../store";
import type { OneSignalSettings } from "./settings";

/** An app of the emulated account. OneSignal gives every app its own keys ("Keys & IDs"). */
export interface App {
  /** UUID v4. */
  readonly id: string;
  readonly name: string;
  readonly apiKey: string;
}

export const sources = ["default", "custom", "quickstart"] as const;

/** A segment as it is kept. The words are the vendor's where an answer shows them; times are Unix milliseconds. */
export interface Segment {
  readonly id: string;
  readonly app_id: string;
  readonly name: string;
  readonly description: string | null;
  /** Operators included, texts as they were sent. */
  readonly filters: readonly JsonObject[];
  readonly source: (typeof sources)[number];
  readonly read_only: boolean;
  readonly is_active: boolean;
  readonly createdMs: number;
  readonly updatedMs: number;
  /** Until then list and view do not know it. */
  readonly visibleFromMs: number;
  readonly subscriber_count: number;
  /** Made of message or custom events, which the API cannot show ("View segment"). */
  readonly user_based: boolean;
  readonly in_active_journey: boolean;
}

/** What the handlers share. */
export interface Context {
  readonly apps: readonly App[];
  readonly segments: Table<Segment>;
  /** Ids of deleted segments, over all apps; they matter only while `burnDeletedIds` is on. */
  readonly deleted: Table<{ readonly id: string }>;
  readonly settings: () => OneSignalSettings;
  readonly now: () => number;
}

/** The scope of `Context.deleted`: one, because an id is a key of the vendor's whole database here. */
export const everywhere = "*";

export const isVisible = (segment: Segment, now: number): boolean => segment.visibleFromMs <= now;

/** A stable, made-up audience size between 40 and 90,039. */
export const madeUpAudience = (id: string): number =>
  40 + ([...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 90_000, 7) % 90_000);

/** Names compare exactly unless the switch says otherwise; no document tells. */
export const isNameTaken = (
  context: Context,
  appId: string,
  name: string,
  exceptId?: string,
): boolean => {
  const fold = (text: string) => (context.settings().namesIgnoreCase ? text.toLowerCase() : text);
  return context.segments
    .all(appId)
    .some((other) => other.id !== exceptId && fold(other.name) === fold(name));
};
