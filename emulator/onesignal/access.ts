import type { Answer, Call } from "../vendor";
import { accessDenied, missingApp, missingHeader, type Operation } from "./answers";
import type { App, Context } from "./segment";

/** Who may pass: the app the path names, or the answer that turns the request away. */
export type Admission = { readonly app: App } | { readonly refused: Answer };

/**
 * The order is inferred: header, app, key, Content-Type. `Basic` is the scheme of keys made before 2024-11-14, which
 * the vendor still accepts ("Keys & IDs"); no page says on which base path, so both take both. `Bearer` is the scheme
 * of the vendor's OpenAPI 1.2.2 (2023), whose one server is the legacy base, and of the clients made from it. The scheme
 * compares without case, since "Keys & IDs" itself prints `key`.
 */
export const admit = (context: Context, operation: Operation, call: Call): Admission => {
  const credentials = call.headers["authorization"];
  if (credentials === undefined || credentials.trim() === "") return { refused: missingHeader };
  const appId = call.params["app_id"]?.toLowerCase();
  const app = context.apps.find(({ id }) => id === appId);
  if (app === undefined) return { refused: missingApp };
  const [, scheme, key] = /^(\S+)\s+(\S+)$/.exec(credentials.trim()) ?? [];
  const known = scheme !== undefined && schemesOf(call.path).includes(scheme.toLowerCase());
  if (!known || key !== app.apiKey) return { refused: accessDenied };
  const lacksType =
    needsContentType(context, operation) && !isJsonType(call.headers["content-type"]);
  return lacksType ? { refused: missingApp } : { app };
};

const schemesOf = (path: string): readonly string[] =>
  path.startsWith("/api/v1/") ? ["key", "basic", "bearer"] : ["key", "basic"];

const needsContentType = (context: Context, operation: Operation): boolean =>
  operation === "create" ||
  operation === "update" ||
  (operation === "delete" && context.settings().deleteNeedsContentType);

const isJsonType = (header: string | undefined): boolean =>
  header?.split(";")[0]?.trim().toLowerCase() === "application/json";
