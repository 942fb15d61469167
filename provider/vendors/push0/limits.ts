/** The numbers of Push0's segment API. Sources: "Segments: Create" and "Segments List", REST API v1, 2026. */
export const limits = {
  /** Constraints of one group; how many groups there may be is not documented. */
  groupSize: 10,
  /** Rows of one page; 50 when nothing is asked for. */
  page: 100,
} as const;
