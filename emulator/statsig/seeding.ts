import type { JsonObject } from "../json";
import { patched, Refusal } from "../read";
import { demoProject } from "./console";
import type { ConsoleSegment, StatsigEdit, StatsigSeed } from "./console-segment";
import { storedRules } from "./rules";
import { blank, type Context, keep, project, type Segment, touched } from "./segment";

/** Answers the ids made, in order. */
export const seed = (
  context: Context,
  request: StatsigSeed,
): { readonly ids: readonly string[] } => ({
  ids: [
    ...(request.dashboard === true ? demoProject : []),
    ...generated(request.generate ?? 0),
    ...(request.segments ?? []),
  ].map((segment) => plant(context, segment)),
});

/** Answers the record as it is now, or null after a deletion. */
export const edit = (context: Context, request: StatsigEdit): JsonObject | null => {
  const segment = context.segments
    .all(project)
    .find(({ id, name }) => (request.id === undefined ? name === request.name : id === request.id));
  if (segment === undefined) {
    const what = request.id === undefined ? `name "${request.name}"` : `id ${request.id}`;
    throw new Refusal(`The Statsig project has no segment with ${what}.`);
  }
  if (request.delete === true) {
    context.segments.remove(project, segment.id);
    context.members.remove(project, segment.id);
    return null;
  }
  const { ids, rules, ...set } = request.set ?? {};
  if (ids !== undefined) context.members.put(project, segment.id, { ids });
  const kept = rules === undefined ? segment.rules : written(context, rules, segment.rules);
  const changed = patched<Segment>({ ...touched(segment, context.now()), rules: kept }, set);
  return { ...keep(context, { ...changed, lastModifierName: "Someone in the console" }) };
};

/** The console gives ids as the API does, and writes conditions that the API would refuse. */
const written = (
  context: Context,
  rules: readonly JsonObject[],
  known: readonly JsonObject[],
): readonly JsonObject[] => storedRules(rules, known, { ...context.settings(), keepRuleIds: true });

const plant = (context: Context, given: ConsoleSegment): string => {
  const { id = slugOf(given.name), name, type = "rule_based", ids, rules = [], ...set } = given;
  const segment = patched<Segment>(
    { ...blank(id, name, type, context.now()), creatorName: "Someone in the console" },
    set,
  );
  keep(context, { ...segment, rules: written(context, rules, []) });
  if (ids !== undefined) context.members.put(project, id, { ids });
  return id;
};

const slugOf = (name: string): string => name.toLowerCase().replaceAll(" ", "_");

const generated = (count: number): readonly ConsoleSegment[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `Generated segment ${index + 1}`,
    rules: [
      {
        name: "Cohort",
        passPercentage: 100,
        conditions: [
          { type: "custom_field", field: "cohort", operator: "any", targetValue: String(index) },
          { type: "country", operator: "any", targetValue: ["NZ", "US"] },
        ],
      },
    ],
  }));
