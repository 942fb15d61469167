/** The numbers of Statsig's Console API. Source: its OpenAPI 20240601 and the page "Console API", unless said otherwise. */
export const limits = {
  nameLength: { min: 3, max: 100 },
  idLength: { min: 3, max: 100 },
  descriptionLength: 1000,
  /** Statsig's own importer cuts rule names here; the specification names no limit. */
  ruleNameLength: 100,
  /**
   * Of one request to `id_list`, and to `add_ids` or `remove_ids` of a list in the user store. The former takes 100,000; half of
   * it keeps the memory of a million ids 50 MB lower, and costs a wait of ten seconds.
   */
  idsPerRequest: { id_list: 50_000, user_store_id_list: 1_000 },
  /** Of a whole project. */
  ids: 10_000_000,
  /** Requests within a time. Newer pages count what changes something only, older ones everything. */
  rates: {
    all: { requests: 100, ms: 10_000 },
    writes: { requests: 900, ms: 900_000 },
    idListWrites: { requests: 12, ms: 10_000 },
  },
} as const;

export const segmentTypes = [
  "rule_based",
  "id_list",
  "analysis_list",
  "user_store_id_list",
] as const;

/** The types whose members the API can change, and so this provider. */
export const listTypes = ["id_list", "user_store_id_list"] as const;
export type ListType = (typeof listTypes)[number];

export const isListType = (type: unknown): type is ListType =>
  listTypes.some((one) => one === type);
