import type { JsonObject } from "../json";
import type { Answer, Call } from "../vendor";
import { invalid, notFound, userBased } from "./answers";
import { echoFilters, extraKeys } from "./echo";
import { type App, type Context, isVisible, type Segment } from "./segment";
import type { OneSignalSettings } from "./settings";

const largestPage = 300;

/**
 * "View segments": no filters, ISO times, oldest first. 200 as OpenAPI 11.6 has it; the official clients declare 201.
 * What a limit outside 1 to 300 or a negative offset does is not documented; here it is refused.
 */
export const listSegments = (context: Context, app: App, call: Call): Answer => {
  const settings = context.settings();
  const offset = wholeNumber(call.query["offset"], 0);
  const wanted = wholeNumber(call.query["limit"], largestPage);
  const limit = settings.overLimit === "clamp" ? Math.min(wanted, largestPage) : wanted;
  const errors = [
    ...(offset >= 0 ? [] : ["offset must be a whole number of 0 or more"]),
    ...(limit >= 1 && limit <= largestPage
      ? []
      : [`limit must be a whole number from 1 to ${largestPage}`]),
  ];
  if (errors.length > 0) return invalid("list", call.path, errors);
  const all = context.segments
    .all(app.id)
    .filter(
      (segment) =>
        isVisible(segment, context.now()) && (settings.listUserBased || !segment.user_based),
    )
    .toSorted((a, b) => a.createdMs - b.createdMs);
  const page = all.slice(offset, offset + limit);
  return {
    status: 200,
    body: {
      total_count: settings.totalCount === "app" ? all.length : page.length,
      offset,
      limit,
      segments: page.map((segment) => listed(segment, settings)),
      ...extraKeys(settings),
    },
  };
};

/** NaN for what is no whole number, so that no comparison accepts it. */
const wholeNumber = (text: string | undefined, fallback: number): number => {
  if (text === undefined) return fallback;
  return /^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
};

const listed = (segment: Segment, settings: OneSignalSettings): JsonObject => ({
  id: segment.id,
  name: segment.name,
  description: segment.description,
  created_at: new Date(segment.createdMs).toISOString(),
  updated_at: new Date(segment.updatedMs).toISOString(),
  app_id: segment.app_id,
  read_only: segment.read_only,
  is_active: segment.is_active,
  ...extraKeys(settings),
});

/** A boolean in a query, as the vendor's clients spell it: `true` in JavaScript, `True` in Python, `1` in PHP. */
const isTrue = (text: string | undefined): boolean =>
  ["true", "1"].includes(text?.toLowerCase() ?? "");

/** "View segment": the count alone, or with `include-segment-detail=true` the definition beside it. */
export const viewSegment = (context: Context, segment: Segment, call: Call): Answer => {
  if (!isVisible(segment, context.now())) return notFound("view");
  // Refused with and without detail: the page ties the error to the segment, not to the parameter.
  if (segment.user_based) return invalid("view", call.path, [userBased]);
  const settings = context.settings();
  const count = { subscriber_count: segment.subscriber_count + drift(context.now()) };
  if (!isTrue(call.query["include-segment-detail"]))
    return { status: 200, body: { ...count, ...extraKeys(settings) } };
  return {
    status: 200,
    body: {
      ...count,
      payload: {
        id: segment.id,
        name: segment.name,
        description: segment.description,
        created_at: Math.floor(segment.createdMs / 1000),
        source: segment.source,
        filters: echoFilters(segment.filters, settings),
        ...extraKeys(settings),
      },
      ...extraKeys(settings),
    },
  };
};

/** Audiences come and go: the count moves by itself, so nobody can mistake it for part of the definition. */
const drift = (now: number): number => Math.floor(now / 100) % 10;
