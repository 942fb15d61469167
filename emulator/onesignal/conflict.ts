import type { Answer } from "../vendor";
import { idTaken, invalid, nameTaken, planIsFull, usedId } from "./answers";
import { type App, type Context, everywhere, isNameTaken, type Segment } from "./segment";

/** Why a valid segment cannot be added to what is there already, if so. The order is not documented. */
export const conflict = (
  context: Context,
  app: App,
  id: string,
  name: string,
  path: string,
): Answer | undefined => {
  const { uniqueNamesOnCreate, usedIdIsConflict, firstComplaint } = context.settings();
  const idAnswer = usedIdIsConflict ? usedId : invalid("create", path, [idTaken]);
  const byId = isIdUsed(context, id) ? idAnswer : undefined;
  const taken = uniqueNamesOnCreate && isNameTaken(context, app.id, name);
  const byName = taken ? invalid("create", path, [nameTaken]) : undefined;
  const complaints = firstComplaint === "id" ? [byId, byName] : [byName, byId];
  const first = complaints.find((complaint) => complaint !== undefined);
  return first ?? (isFull(context, app) ? planIsFull : undefined);
};

/** In any app: an id is taken for a key of the vendor's whole database. */
const isIdUsed = (context: Context, id: string): boolean =>
  context.apps.some((app) => context.segments.get(app.id, id) !== undefined) ||
  (context.settings().burnDeletedIds && context.deleted.get(everywhere, id) !== undefined);

/** Paused segments leave room ("Segments"); that those shipped with the app do too is a guess. */
const isFull = (context: Context, app: App): boolean => {
  const { maxSegments } = context.settings();
  const counts = (segment: Segment) => segment.is_active && segment.source !== "default";
  return maxSegments !== null && context.segments.all(app.id).filter(counts).length >= maxSegments;
};
