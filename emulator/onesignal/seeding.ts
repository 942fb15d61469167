import { createHash, randomUUID } from "node:crypto";
import type { JsonObject } from "../json";
import { patched, Refusal } from "../read";
import { dashboardOf } from "./dashboard";
import type { DashboardSegment, EditRequest, SeedRequest } from "./dashboard-segment";
import { type App, type Context, madeUpAudience, type Segment } from "./segment";

/** Answers the ids made, in order. */
export const seed = (
  context: Context,
  request: SeedRequest,
): { readonly ids: readonly string[] } => {
  const app = appNamed(context, request.appId);
  const owners = request.appId === undefined ? context.apps : [app];
  const dashboards = request.dashboard === true ? owners : [];
  const fill = (owner: App, segments: readonly DashboardSegment[]) =>
    segments.map((segment) => plant(context, owner, segment));
  return {
    ids: [
      ...dashboards.flatMap((owner) => fill(owner, dashboardOf(context.apps.indexOf(owner)))),
      ...fill(app, generated(app, request.generate ?? 0)),
      ...fill(app, request.segments ?? []),
    ],
  };
};

/** Answers the record as it is now, or null after a deletion. */
export const edit = (context: Context, request: EditRequest): JsonObject | null => {
  const app = appNamed(context, request.appId);
  if (request.id === undefined && request.name === undefined) {
    throw new Refusal('The edit needs an id or a name, such as {"name":"VIP customers"}.');
  }
  const key = request.id?.toLowerCase();
  const segment = context.segments
    .all(app.id)
    .find(({ id, name }) => (key === undefined ? name === request.name : id === key));
  if (segment === undefined) {
    throw new Refusal(
      `App ${app.id} has no segment with ${key === undefined ? `name "${request.name}"` : `id ${key}`}.`,
    );
  }
  if (request.delete === true) {
    context.segments.remove(app.id, segment.id);
    return null;
  }
  const { created_at, ...changes } = request.set ?? {};
  const createdMs = created_at === undefined ? segment.createdMs : Date.parse(created_at);
  const edited = { ...patched<Segment>(segment, changes), createdMs, updatedMs: context.now() };
  context.segments.put(app.id, segment.id, edited);
  return { ...edited };
};

const plant = (
  context: Context,
  app: App,
  { id: wantedId, created_at, ...given }: DashboardSegment,
): string => {
  const id = wantedId?.toLowerCase() ?? randomUUID();
  const createdMs = created_at === undefined ? context.now() : Date.parse(created_at);
  const blank: Segment = {
    id,
    app_id: app.id,
    name: given.name,
    description: null,
    filters: [],
    source: "custom",
    read_only: false,
    is_active: true,
    createdMs,
    updatedMs: createdMs,
    visibleFromMs: 0,
    subscriber_count: madeUpAudience(id),
    user_based: false,
    in_active_journey: false,
  };
  context.segments.put(app.id, id, patched(blank, given));
  return id;
};

const appNamed = (context: Context, id: string | undefined): App => {
  const app =
    id === undefined
      ? context.apps[0]
      : context.apps.find((known) => known.id === id.toLowerCase());
  if (app !== undefined) return app;
  throw new Refusal(
    `No app ${id}; the emulator has ${context.apps.map((known) => known.id).join(", ")}.`,
  );
};

const generated = (app: App, count: number): readonly DashboardSegment[] =>
  Array.from({ length: count }, (_, index) => ({
    id: hashed(`${app.id}/${index}`),
    name: `Generated segment ${index + 1}`,
    created_at: new Date(Date.UTC(2025, 5, 1) + index * 1000).toISOString(),
    filters: [
      { field: "tag", key: "cohort", relation: "=", value: String(index) },
      { operator: "AND" },
      { field: "session_count", relation: ">", value: String(index % 50) },
    ],
  }));

/** A UUID that depends on the text alone, so that a benchmark finds the same ids in every run. */
const hashed = (seedText: string): string => {
  const hex = createHash("sha256").update(seedText).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
};
