import type { Answer, Call, Method, Route } from "../vendor";
import { admit } from "./access";
import { notFound, type Operation } from "./answers";
import { listSegments, viewSegment } from "./reads";
import type { App, Context, Segment } from "./segment";
import { createSegment, deleteSegment, updateSegment } from "./writes";

/** `https://api.onesignal.com` today and `https://onesignal.com/api/v1` before, as one server. */
const bases = ["/apps/:app_id/segments", "/api/v1/apps/:app_id/segments"];

/** The five operations of the segment API, under both bases. */
export const oneSignalRoutes = (context: Context): readonly Route[] => {
  const ofApp = (
    operation: Operation,
    method: Method,
    handle: (context: Context, app: App, call: Call) => Answer,
  ) =>
    bases.map((path) => ({
      operation,
      method,
      path,
      handle: (call: Call) => {
        const admission = admit(context, operation, call);
        return "refused" in admission ? admission.refused : handle(context, admission.app, call);
      },
    }));
  const ofSegment = (
    operation: Operation,
    method: Method,
    handle: (context: Context, segment: Segment, call: Call) => Answer,
  ) =>
    ofApp(operation, method, (_, app, call) => {
      const id = call.params["segment_id"]?.toLowerCase() ?? "";
      const segment = context.segments.get(app.id, id);
      return segment === undefined ? notFound(operation) : handle(context, segment, call);
    }).map((route) => ({ ...route, path: `${route.path}/:segment_id` }));
  return [
    ...ofApp("create", "POST", createSegment),
    ...ofApp("list", "GET", listSegments),
    ...ofSegment("view", "GET", viewSegment),
    ...ofSegment("update", "PATCH", updateSegment),
    ...ofSegment("delete", "DELETE", deleteSegment),
  ];
};
