/** The base that v9 documented; it takes the REST API key raw, under `Basic`. Source: "Create Segments", v9. */
export const isLegacy = (endpoint: string): boolean => /\/api\/v1\/?$/.test(endpoint);
