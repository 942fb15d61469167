import type { Answer, Call, Method, Route } from "../vendor";
import { turnedAway } from "./access";
import type { Operation } from "./answers";
import { listSegments } from "./reads";
import type { Context } from "./segment";
import { createSegment, deleteSegment, updateSegment } from "./writes";

/** "Create", "Update" and "Authentication" have the first, "Segments List" the second. */
const bases = ["/v1/segments", "/api/v1/segments"];

/** The documented operations and the assumed delete, under both bases. */
export const push0Routes = (context: Context): readonly Route[] => {
  const at = (
    operation: Operation,
    method: Method,
    handle: (context: Context, call: Call) => Answer,
    below = "",
  ): readonly Route[] =>
    bases.map((base) => ({
      operation,
      method,
      path: `${base}${below}`,
      handle: (call) => turnedAway(context, call) ?? handle(context, call),
    }));
  return [
    ...at("create", "POST", createSegment),
    ...at("list", "GET", listSegments),
    ...at("update", "PATCH", updateSegment),
    ...at("delete", "DELETE", deleteSegment("body")),
    ...at("delete", "DELETE", deleteSegment("path"), "/:id"),
  ];
};
