import { isObject, parseJson } from "../json";
import type { Answer, Call } from "../vendor";
import { created, failed, noRoute, notFound, refused } from "./answers";
import { checkConstraints, storedConstraints } from "./grammar";
import { listed } from "./reads";
import { account, type Context, newId, type Segment } from "./segment";
import type { Push0Settings } from "./settings";

type Body = Readonly<Record<string, unknown>>;

const bodyOf = ({ body }: Call): Body => {
  const value = parseJson(body);
  return isObject(value) ? value : {};
};

/** A limit of length is not documented, and none is made up. */
const nameErrors = (name: unknown): readonly string[] => {
  if (name === undefined) return ["name is required"];
  return typeof name === "string" && name.trim() !== "" ? [] : ["name must be a string"];
};

const descriptionErrors = (description: unknown): readonly string[] =>
  description === undefined || typeof description === "string"
    ? []
    : ["description must be a string"];

const nameTaken = (context: Context, name: unknown, except?: string): readonly string[] =>
  context.settings().uniqueNames &&
  context.segments.all(account).some((other) => other.name === name && other.id !== except)
    ? ["Segment with this name already exists"]
    : [];

/** "Segments: Create". */
export const createSegment = (context: Context, call: Call): Answer => {
  const settings = context.settings();
  const { name, description, constraints } = bodyOf(call);
  const errors = [
    ...nameErrors(name),
    ...descriptionErrors(description),
    ...(constraints === undefined
      ? ["constraints is required"]
      : checkConstraints(constraints, settings)),
  ];
  if (errors.length > 0) return refused(errors, settings);
  const taken = nameTaken(context, name);
  if (taken.length > 0) return refused(taken, settings, 409);
  const id = newId();
  const now = context.now();
  context.segments.put(account, id, {
    id,
    name: String(name),
    description: typeof description === "string" ? description : null,
    constraints: storedConstraints(constraints),
    createdAt: now,
    updatedAt: null,
    visibleFromMs: now + settings.readDelayMs,
    isDefault: false,
  });
  return created(id, settings);
};

/** "Segments: Update": the id in the body, and "only fields sent with values will be updated". */
export const updateSegment = (context: Context, call: Call): Answer => {
  const settings = context.settings();
  const body = bodyOf(call);
  const segment = owned(context, body["id"]);
  if ("status" in segment) return segment;
  const { name, description, constraints } = body;
  const errors = [
    ...(name === undefined ? [] : nameErrors(name)),
    ...descriptionErrors(description),
    ...(constraints === undefined ? [] : checkConstraints(constraints, settings)),
  ];
  if (errors.length > 0) return refused(errors, settings);
  const taken = nameTaken(context, name, segment.id);
  if (taken.length > 0) return refused(taken, settings, 409);
  const changed = changedBy(segment, body, settings);
  context.segments.put(account, segment.id, { ...changed, updatedAt: context.now() });
  return done(changed, settings);
};

/** The segment that is to be changed, or why it cannot be. */
const owned = (context: Context, id: unknown): Segment | Answer => {
  const settings = context.settings();
  if (typeof id !== "string") return refused(["id is required"], settings);
  const segment = context.segments.get(account, id);
  if (segment === undefined) return notFound(settings);
  return segment.isDefault && settings.protectDefaults
    ? failed(400, "Default segments cannot be changed", settings)
    : segment;
};

const changedBy = (segment: Segment, body: Body, settings: Push0Settings): Segment => {
  const { name, description, constraints } = body;
  const isSent =
    typeof description === "string" &&
    (description !== "" || settings.emptyDescription === "clears");
  return {
    ...segment,
    ...(typeof name === "string" ? { name } : {}),
    ...(isSent ? { description } : {}),
    ...(constraints === undefined ? {} : { constraints: storedConstraints(constraints) }),
  };
};

/** Undocumented: by analogy with update, the id stands in the body. The other place is a switch. */
export const deleteSegment =
  (place: "body" | "path") =>
  (context: Context, call: Call): Answer => {
    const settings = context.settings();
    if (settings.deleteId !== place) return noRoute("DELETE", call.path, settings);
    const segment = owned(context, place === "path" ? call.params["id"] : bodyOf(call)["id"]);
    if ("status" in segment) return segment;
    if (!settings.deleteIsIdle) context.segments.remove(account, segment.id);
    return done(segment, settings);
  };

const done = (segment: Segment, settings: Push0Settings): Answer => {
  switch (settings.changeAnswer) {
    case "id":
      return { ...created(segment.id, settings), status: 200 };
    case "nothing":
      return { status: 200, text: "" };
    case "segment":
      return { status: 200, body: listed(segment, settings) };
  }
};
