/**
 * The fields of Push0's segments, as "All possible field values" of "Segments: Create" lists them. A field's type decides its
 * relations. `tags` is in the table as well, but no relation is documented for a list of texts.
 */

/** Text, a whole number (`Int`), or a time in Unix milliseconds (`Long`). */
export type Kind = "text" | "whole" | "time";

export const kinds = {
  country: "text",
  language: "text",
  timezone: "text",
  appVersion: "text",
  appVersionCode: "whole",
  osApi: "text",
  osVersion: "text",
  customUserId: "text",
  email: "text",
  type: "text",
  firstSession: "time",
  lastSession: "time",
  sessionCount: "whole",
  createdAt: "time",
  id: "text",
  pushToken: "text",
  unRegisteredAt: "time",
  deviceModel: "text",
  deviceManufacturer: "text",
} as const satisfies { readonly [field: string]: Kind };

export type Field = keyof typeof kinds;

export const isField = (name: unknown): name is Field =>
  typeof name === "string" && Object.hasOwn(kinds, name);

/** Source: "All possible relation values". */
export const textRelations = [
  "==",
  "!=",
  "starts_with",
  "ends_with",
  "contains",
  "exists",
] as const;
export const orderedRelations = ["==", "!=", ">", ">=", "<", "<="] as const;

export type TextRelation = (typeof textRelations)[number];
export type OrderedRelation = (typeof orderedRelations)[number];
export type Relation = TextRelation | OrderedRelation;

const WORDS: { readonly [field in Field]?: string } = {
  timezone: "time zone",
  osApi: "OS API level",
  osVersion: "OS version",
  type: "device type",
  id: "device id",
  unRegisteredAt: "unregistered",
  createdAt: "created",
};

/** A field as people say it: `deviceModel` reads `device model`. */
export const fieldInWords = (name: string): string =>
  (isField(name) ? WORDS[name] : undefined) ??
  name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
