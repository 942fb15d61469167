import type { JsonObject } from "../json";
import { patched, Refusal } from "../read";
import { dashboard } from "./dashboard";
import type { DashboardSegment, Push0Edit, Push0Seed } from "./dashboard-segment";
import { account, type Context, newId, type Segment } from "./segment";

/** Answers the ids made, in order. */
export const seed = (
  context: Context,
  request: Push0Seed,
): { readonly ids: readonly string[] } => ({
  ids: [
    ...(request.dashboard === true ? dashboard : []),
    ...generated(request.generate ?? 0),
    ...(request.segments ?? []),
  ].map((segment) => plant(context, segment)),
});

/** Answers the record as it is now, or null after a deletion. */
export const edit = (context: Context, request: Push0Edit): JsonObject | null => {
  const segment = context.segments
    .all(account)
    .find(({ id, name }) => (request.id === undefined ? name === request.name : id === request.id));
  if (segment === undefined) {
    const what = request.id === undefined ? `name "${request.name}"` : `id ${request.id}`;
    throw new Refusal(`The Push0 account has no segment with ${what}.`);
  }
  if (request.delete === true) {
    context.segments.remove(account, segment.id);
    return null;
  }
  const changed = patched<Segment>({ ...segment, updatedAt: context.now() }, request.set ?? {});
  context.segments.put(account, segment.id, changed);
  return { ...changed };
};

const plant = (context: Context, { id = newId(), ...given }: DashboardSegment): string => {
  const blank: Segment = {
    id,
    name: given.name,
    description: null,
    constraints: [],
    createdAt: context.now(),
    updatedAt: null,
    visibleFromMs: 0,
    isDefault: false,
  };
  context.segments.put(account, id, patched(blank, given));
  return id;
};

const generated = (count: number): readonly DashboardSegment[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `sg_Generated${String(index + 1).padStart(12, "0")}`,
    name: `Generated segment ${index + 1}`,
    createdAt: Date.UTC(2026, 2, 1) + index * 1000,
    constraints: [
      {
        type: "AND",
        constraints: [
          { field: "appVersionCode", relation: ">=", value: String(index) },
          { field: "country", relation: "==", value: "PL" },
        ],
      },
    ],
  }));
