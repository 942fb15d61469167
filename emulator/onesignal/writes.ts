import { randomUUID } from "node:crypto";
import type { Answer, Call } from "../vendor";
import { invalid, nameTaken, notFound, planForbids, removed, userBased, written } from "./answers";
import { type Body, createErrors, notAnObject, readBody, textOf, updateErrors } from "./body";
import { conflict } from "./conflict";
import { storedFilters } from "./entry";
import {
  type App,
  type Context,
  everywhere,
  isNameTaken,
  madeUpAudience,
  type Segment,
} from "./segment";

// No page prints these two.
const journeyHolds = "Segment is used by an active Journey.";
const readOnly = "Segment is read only.";

/** "Create segment": only the id comes back. */
export const createSegment = (context: Context, app: App, call: Call): Answer => {
  const settings = context.settings();
  if (!settings.planAllowsApi) return planForbids("create");
  const body = readBody(call.body);
  if (body === undefined) return invalid("create", call.path, [notAnObject]);
  const errors = createErrors(body, settings);
  if (errors.length > 0) return invalid("create", call.path, errors);

  // Lower case, as every id the pages print; a path finds it in either.
  const sentId = settings.clientIds === "honour" ? textOf(body, "id")?.toLowerCase() : undefined;
  const id = sentId === undefined || sentId === "" ? randomUUID() : sentId;
  const name = textOf(body, "name") ?? "";
  const refused = conflict(context, app, id, name, call.path);
  if (refused !== undefined) return refused;

  const now = context.now();
  const description = textOf(body, "description");
  context.segments.put(app.id, id, {
    id,
    app_id: app.id,
    name,
    description: description === undefined || description === "" ? null : description,
    filters: storedFilters(body["filters"], settings),
    source: "custom",
    read_only: false,
    is_active: true,
    createdMs: now,
    updatedMs: now,
    visibleFromMs: now + settings.readDelayMs,
    subscriber_count: madeUpAudience(id),
    user_based: false,
    in_active_journey: false,
  });
  return written(201, id);
};

/** "Update segment": what is not sent stays; filters are replaced as a whole; an empty description is cleared. */
export const updateSegment = (context: Context, segment: Segment, call: Call): Answer => {
  const settings = context.settings();
  if (!settings.planAllowsApi) return planForbids("update");
  const body = readBody(call.body);
  if (body === undefined) return invalid("update", call.path, [notAnObject]);
  const invalidities = updateErrors(body, settings);
  const errors = invalidities.length > 0 ? invalidities : heldBy(context, segment, body);
  if (errors.length > 0) return invalid("update", call.path, errors);

  const description = textOf(body, "description") ?? segment.description;
  const { filters } = body;
  context.segments.put(segment.app_id, segment.id, {
    ...segment,
    name: textOf(body, "name") ?? segment.name,
    description: description === "" ? null : description,
    filters: filters === undefined ? segment.filters : storedFilters(filters, settings),
    updatedMs: context.now(),
  });
  return written(200, segment.id);
};

/** Why this segment cannot be updated, whatever is asked. That only the dashboard edits user-based ones is inferred. */
const heldBy = (context: Context, segment: Segment, body: Body): readonly string[] => {
  if (segment.user_based) return [userBased];
  if (segment.in_active_journey) return [journeyHolds];
  if (segment.read_only && context.settings().protectReadOnly) return [readOnly];
  const name = textOf(body, "name") ?? segment.name;
  return isNameTaken(context, segment.app_id, name, segment.id) ? [nameTaken] : [];
};

/** "Delete segment". What it says of segments in use is not documented, so the Journey is a switch. */
export const deleteSegment = (context: Context, segment: Segment, call: Call): Answer => {
  const settings = context.settings();
  if (segment.in_active_journey && settings.journeyBlocksDelete)
    return invalid("delete", call.path, [journeyHolds]);
  if (segment.read_only && settings.protectReadOnly)
    return invalid("delete", call.path, [readOnly]);
  if (!context.segments.remove(segment.app_id, segment.id)) return notFound("delete");
  context.deleted.put(everywhere, segment.id, { id: segment.id });
  return removed;
};
