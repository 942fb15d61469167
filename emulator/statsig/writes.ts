import { isObject, parseJson } from "../json";
import type { Answer, Call } from "../vendor";
import { done, invalid, taken, wrongType } from "./answers";
import { type Body, createErrors, notAnObject, readBody } from "./body";
import { dtoOf, visible } from "./reads";
import { rulesErrors, storedRules } from "./rules";
import {
  blank,
  type Context,
  keep,
  project,
  type Segment,
  type SegmentType,
  touched,
} from "./segment";

/** "A Segment" becomes `a_segment`: lower case, underscores for spaces. What repeated spaces become is not documented. */
const slugOf = (name: string): string => name.toLowerCase().replaceAll(" ", "_");

const textOf = (body: Body, key: string): string | undefined => {
  const value = body[key];
  return typeof value === "string" ? value : undefined;
};

const idOf = (context: Context, body: Body): string => {
  const sent = textOf(body, "id");
  if (sent === undefined) return slugOf(textOf(body, "name") ?? "");
  return context.settings().upperCaseIds === "lower" ? sent.toLowerCase() : sent;
};

/** An archived segment keeps its id and its name. */
const conflict = (context: Context, id: string, name: string): Answer | undefined => {
  const settings = context.settings();
  if (context.segments.get(project, id) !== undefined) return taken(settings, "ID");
  const isUsed = context.segments.all(project).some((other) => other.name === name);
  return settings.uniqueNames && isUsed ? taken(settings, "Name") : undefined;
};

/** A body that passed the checks, as a segment. */
const made = (context: Context, id: string, body: Body): Segment => {
  const { name, type, tags, rules } = body;
  return {
    ...blank(id, String(name), type as SegmentType, context.now()),
    description: textOf(body, "description") ?? "",
    idType: textOf(body, "idType") ?? "userID",
    tags: Array.isArray(tags) ? tags.map(String) : [],
    rules: storedRules(rules, [], context.settings()),
    team: textOf(body, "team") ?? null,
    teamID: textOf(body, "teamID") ?? null,
    creatorID: textOf(body, "creatorID") ?? null,
    creatorEmail: textOf(body, "creatorEmail") ?? null,
  };
};

export const createSegment = (context: Context, call: Call): Answer => {
  const settings = context.settings();
  const body = readBody(call.body);
  if (body === undefined) return invalid(settings, [notAnObject]);
  const errors = createErrors(body, settings);
  if (errors.length > 0) return invalid(settings, errors);
  const id = idOf(context, body);
  const refused = conflict(context, id, String(body["name"]));
  if (refused !== undefined) return refused;
  const segment = keep(context, made(context, id, body));
  return done("Segment created successfully.", dtoOf(context, segment), settings.createStatus);
};

/** The rules, as a bare array; in an object only behind its switch. */
const rulesIn = (text: string, acceptWrapped: boolean): unknown => {
  const body = parseJson(text);
  return acceptWrapped && isObject(body) ? body["rules"] : body;
};

/** Replaces all rules. */
export const updateRules = (context: Context, segment: Segment, call: Call): Answer => {
  const settings = context.settings();
  if (segment.type !== "rule_based") return wrongType(settings, "rule_based");
  const rules = rulesIn(call.body, settings.acceptWrappedRules);
  const errors = rulesErrors(rules, settings);
  if (errors.length > 0) return invalid(settings, errors);
  const changed = keep(context, {
    ...touched(segment, context.now()),
    rules: storedRules(rules, segment.rules, settings),
  });
  const shown = settings.rulesAnswerSegment ? dtoOf(context, changed) : undefined;
  return done("Rules successfully updated", shown);
};

const refersTo = (id: string, segment: Segment): boolean =>
  segment.rules
    .flatMap(({ conditions }) => (Array.isArray(conditions) ? conditions : []))
    .filter(isObject)
    .some(
      ({ type, targetValue }) =>
        ["passes_segment", "fails_segment"].includes(String(type)) &&
        [targetValue].flat().includes(id),
    );

/** Whether a segment in use can be deleted is not documented, so that it is a switch. */
export const deleteSegment = (context: Context, segment: Segment): Answer => {
  const settings = context.settings();
  const users = visible(context).filter(
    (other) => other.id !== segment.id && refersTo(segment.id, other),
  );
  if (settings.protectReferenced && users.length > 0) {
    return invalid(settings, [`Segment is used by ${users.map(({ id }) => id).join(", ")}`]);
  }
  context.segments.remove(project, segment.id);
  context.members.remove(project, segment.id);
  return done("Segment deleted successfully.");
};

export const archiveSegment = (context: Context, segment: Segment): Answer => {
  const archived = keep(context, { ...touched(segment, context.now()), archived: true });
  return done("Segment archived successfully.", dtoOf(context, archived));
};
