/** The numbers of OneSignal's segment API. Source: "Create segment" and "Segments", OpenAPI 11.6, mid 2026. */
export const limits = {
  /** Entries of a filter list, operators included. Explicit ANDs count, so they are never sent. */
  entries: 200,
  /** Values of one `in_array` or `not_in_array`. */
  listValues: 20,
  nameLength: 128,
  descriptionLength: 255,
  /** Metres. */
  smallestRadius: 1,
} as const;
