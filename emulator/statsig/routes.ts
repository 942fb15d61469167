import type { Answer, Call, Method, Route } from "../vendor";
import { turnedAway, type Weight } from "./access";
import { notFound } from "./answers";
import {
  addToList,
  addToUserStore,
  removeFromList,
  removeFromUserStore,
  resetList,
} from "./id-lists";
import { listSegments, readIdList, readIdListMetadata, readSegment } from "./reads";
import { type Context, project, type Segment } from "./segment";
import { archiveSegment, createSegment, deleteSegment, updateRules } from "./writes";

const base = "/console/v1/segments";

type OfProject = (context: Context, call: Call) => Answer;
type OfSegment = (context: Context, segment: Segment, call: Call) => Answer;

/** The thirteen operations of the Console API on segments. There is none that changes a segment itself. */
export const statsigRoutes = (context: Context): readonly Route[] => {
  const route = (
    operation: string,
    method: Method,
    path: string,
    weight: Weight,
    handle: OfProject,
  ): Route => ({
    operation,
    method,
    path,
    handle: (call) => turnedAway(context, call, weight) ?? handle(context, call),
  });
  const ofSegment = (
    operation: string,
    method: Method,
    suffix: string,
    weight: Weight,
    handle: OfSegment,
  ): Route =>
    route(operation, method, `${base}/:id${suffix}`, weight, (_, call) => {
      const segment = context.segments.get(project, call.params["id"] ?? "");
      const isHidden = segment?.archived === true && !context.settings().showArchived;
      return segment === undefined || isHidden ? notFound : handle(context, segment, call);
    });
  const list = "id-list-write";
  return [
    route("list", "GET", base, "read", listSegments),
    route("create", "POST", base, "write", createSegment),
    ofSegment("view", "GET", "", "read", readSegment),
    ofSegment("delete", "DELETE", "", "write", deleteSegment),
    ofSegment("update-rules", "POST", "/conditional", "write", updateRules),
    ofSegment("archive", "PUT", "/archive", "write", archiveSegment),
    ofSegment("id-list", "GET", "/id_list", "read", readIdList),
    ofSegment("id-list-add", "PATCH", "/id_list", list, addToList),
    ofSegment("id-list-remove", "DELETE", "/id_list", list, removeFromList),
    ofSegment("id-list-reset", "POST", "/id_list/reset", "write", resetList),
    ofSegment("add-ids", "PATCH", "/add_ids", "write", addToUserStore),
    ofSegment("remove-ids", "PATCH", "/remove_ids", "write", removeFromUserStore),
    ofSegment("id-list-metadata", "GET", "/idlist_metadata", "read", readIdListMetadata),
  ];
};
