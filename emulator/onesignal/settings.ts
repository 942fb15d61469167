import { flag, nullable, objectOf, oneOf, optional, type Patch, type Reader, whole } from "../read";

/**
 * Where the documents are silent or disagree, each reading is a switch. The defaults follow the newest document
 * ("OneSignal, Create segment, OpenAPI 11.6" and its sister pages); where none speaks, the stricter reading.
 */
export interface OneSignalSettings {
  /** Takes what only older documents know: `device_type`, `amount_spent`, `bought_sku`, `email`, `country` with
   * `exists`, `session_time` with `=`, and `value` instead of `hours_ago`. */
  readonly acceptLegacyFilters: boolean;
  /** Takes JSON numbers for `value` and `hours_ago`, which every document quotes. */
  readonly acceptNumericValues: boolean;
  /** Properties a field has no use for, such as `hours_ago` on a tag: echo them, forget them, or refuse them.
   * Properties no document knows are forgotten in the first two cases. */
  readonly unusedFilterProperties: "keep" | "drop" | "refuse";
  /** `ignore` assigns an id of the vendor's own even when the client sent one. */
  readonly clientIds: "honour" | "ignore";
  /** The id of a deleted segment cannot be used again. */
  readonly burnDeletedIds: boolean;
  /** False answers a used id with 400, because OpenAPI 11.6 dropped the 409 of the v9 page. */
  readonly usedIdIsConflict: boolean;
  /** Whether a create that repeats both id and name is told of the id (`id`) or of the name (`name`). */
  readonly firstComplaint: "id" | "name";
  /** Create refuses a taken name, as update is documented to do. */
  readonly uniqueNamesOnCreate: boolean;
  readonly namesIgnoreCase: boolean;
  /** False answers create and update with the documented 403 of a plan without this API. */
  readonly planAllowsApi: boolean;
  /** Active segments an app may have before create answers 422; those shipped with the app do not count. */
  readonly maxSegments: number | null;
  /** Update and delete refuse segments marked `read_only`. */
  readonly protectReadOnly: boolean;
  /** Delete refuses a segment in an active Journey; documented for update only. */
  readonly journeyBlocksDelete: boolean;
  /** Delete wants a Content-Type as well, which its documented 400 hints at. */
  readonly deleteNeedsContentType: boolean;
  /** User-based segments appear in the list, although viewing them is refused. */
  readonly listUserBased: boolean;
  /** `total_count` of the list: of the app (OpenAPI) or of the page (older page and SDK comments). */
  readonly totalCount: "app" | "page";
  /** A `limit` above 300: answered 400, or read as 300. */
  readonly overLimit: "refuse" | "clamp";
  /** How long a created segment stays invisible to list and view. */
  readonly readDelayMs: number;
  /** Spells out the AND that a request may leave out. */
  readonly echoExplicitAnd: boolean;
  /** Numeric texts come back as sent, as decimals (`"24"` becomes `"24.0"`), as JSON numbers, or as the vendor's typed
   * clients read them (5.18.0): radius, lat and long as JSON numbers, which OpenAPI 11.6 has as texts, and texts else. */
  readonly echoNumbers: "as-sent" | "decimal" | "json" | "as-in-sdk";
  /** Adds keys no document knows to every answer that describes segments. */
  readonly extraAnswerKeys: boolean;
}

export const oneSignalDefaults: OneSignalSettings = {
  acceptLegacyFilters: false,
  acceptNumericValues: false,
  unusedFilterProperties: "keep",
  clientIds: "honour",
  burnDeletedIds: false,
  usedIdIsConflict: true,
  firstComplaint: "id",
  uniqueNamesOnCreate: true,
  namesIgnoreCase: false,
  planAllowsApi: true,
  maxSegments: null,
  protectReadOnly: true,
  journeyBlocksDelete: false,
  deleteNeedsContentType: false,
  listUserBased: true,
  totalCount: "app",
  overLimit: "refuse",
  readDelayMs: 0,
  echoExplicitAnd: false,
  echoNumbers: "as-sent",
  extraAnswerKeys: false,
};

const aFlag = optional(flag);

const readers: {
  readonly [K in keyof OneSignalSettings]: Reader<OneSignalSettings[K] | undefined>;
} = {
  acceptLegacyFilters: aFlag,
  acceptNumericValues: aFlag,
  unusedFilterProperties: optional(oneOf("keep", "drop", "refuse")),
  clientIds: optional(oneOf("honour", "ignore")),
  burnDeletedIds: aFlag,
  usedIdIsConflict: aFlag,
  firstComplaint: optional(oneOf("id", "name")),
  uniqueNamesOnCreate: aFlag,
  namesIgnoreCase: aFlag,
  planAllowsApi: aFlag,
  maxSegments: optional(nullable(whole(0))),
  protectReadOnly: aFlag,
  journeyBlocksDelete: aFlag,
  deleteNeedsContentType: aFlag,
  listUserBased: aFlag,
  totalCount: optional(oneOf("app", "page")),
  overLimit: optional(oneOf("refuse", "clamp")),
  readDelayMs: optional(whole(0, 600_000)),
  echoExplicitAnd: aFlag,
  echoNumbers: optional(oneOf("as-sent", "decimal", "json", "as-in-sdk")),
  extraAnswerKeys: aFlag,
};

export const readOneSignalSettings: Reader<Patch<OneSignalSettings>> = objectOf(readers);
