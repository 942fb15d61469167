/** Small worlds, so that constraints meet: few fields, few values, devices that have them or not. */
import fc from "fast-check";
import type { Constraint, Device, Group } from "./evaluator";

const DAY = 86_400_000;
const days = [0, 1, 2, 3].map((day) => Date.UTC(2026, 0, 1) + day * DAY);
const models = ["Galaxy S23", "galaxy s23", "Galaxy S26", "Redmi", "S23"];
const parts = ["Gal", "S23", "galaxy s23", "Red", "S2"];

const one = <A>(values: readonly A[]): fc.Arbitrary<A> => fc.constantFrom(...values);

/** The same time in the spellings that a program may use. */
const timeSpelled = (ms: number): fc.Arbitrary<string | number> =>
  one([
    ms,
    String(ms),
    new Date(ms).toISOString(),
    new Date(ms).toISOString().slice(0, 10),
    new Date(ms).toISOString().replace(".000Z", "+00:00"),
  ]);

const countSpelled = (n: number): fc.Arbitrary<string | number> => one([n, String(n), `0${n}`]);

const whole = fc.record({
  field: one(["sessionCount", "appVersionCode"]),
  relation: one(["==", "!=", ">", ">=", "<", "<="]),
  value: fc.nat(4).chain(countSpelled),
});

const time = fc.record({
  field: one(["lastSession", "createdAt"]),
  relation: one(["==", "!=", ">", ">=", "<", "<="]),
  value: one(days).chain(timeSpelled),
});

const model = fc.oneof(
  fc.record({
    field: one(["deviceModel"]),
    relation: one(["==", "!="]),
    value: one(models),
  }),
  fc.record({
    field: one(["deviceModel"]),
    relation: one(["starts_with", "ends_with", "contains"]),
    value: one(parts),
  }),
  fc.record({ field: one(["deviceModel", "country"]), relation: fc.constant("exists") }),
);

const country = fc.record({
  field: fc.constant("country"),
  relation: one(["==", "!="]),
  value: one(["PL", "US", "GB"]),
});

export const constraint: fc.Arbitrary<Constraint> = fc.oneof(whole, time, model, country);

const groupsOf = (
  constraints: fc.Arbitrary<Constraint>,
  most: number,
): fc.Arbitrary<readonly Group[]> => {
  const group = fc.record({
    type: fc.constantFrom("AND" as const, "OR" as const),
    constraints: fc.array(constraints, { minLength: 1, maxLength: most }),
  });
  return fc.array(group, { minLength: 1, maxLength: most });
};

export const groups = groupsOf(constraint, 4);

/** So few constraints that two lists often mean the same by chance. */
export const fewGroups = groupsOf(
  fc.constantFrom(
    { field: "country", relation: "==", value: "PL" },
    { field: "sessionCount", relation: ">", value: 2 },
    { field: "deviceModel", relation: "exists" },
  ),
  3,
);

const maybe = <A>(values: readonly A[]): fc.Arbitrary<A | undefined> =>
  fc.oneof({ weight: 4, arbitrary: one(values) }, { weight: 1, arbitrary: fc.constant(undefined) });

export const device: fc.Arbitrary<Device> = fc.record({
  sessionCount: maybe([0, 1, 2, 3, 4, 5]),
  appVersionCode: maybe([0, 1, 2, 3, 4, 5]),
  lastSession: maybe(days.flatMap((ms) => [ms, ms + 1])),
  createdAt: maybe(days.flatMap((ms) => [ms, ms - 1])),
  deviceModel: maybe([...models, "Redmi Note", "other"]),
  country: maybe(["PL", "US", "GB", "DE"]),
});

const shuffled = <A>(items: readonly A[]): fc.Arbitrary<A[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length });

const respelledConstraint = (said: Constraint): fc.Arbitrary<Constraint> => {
  const { field, value } = said;
  if (value === undefined) return one([said, { ...said, value: "" }, { ...said, value: "yes" }]);
  if (field === "lastSession" || field === "createdAt") {
    const ms = /^\d+$/.test(String(value)) ? Number(value) : Date.parse(String(value));
    return timeSpelled(ms).map((spelled) => ({ ...said, value: spelled }));
  }
  return field === "sessionCount" || field === "appVersionCode"
    ? countSpelled(Number(value)).map((spelled) => ({ ...said, value: spelled }))
    : fc.constant(said);
};

const alone = (constraint: Constraint, index: number): Group => ({
  type: index % 2 === 0 ? "OR" : "AND",
  constraints: [constraint],
});

/** A group of AND as one or as many, one of one under either type. */
const regrouped = (
  type: Group["type"],
  constraints: readonly Constraint[],
  split: boolean,
): readonly Group[] =>
  split && (type === "AND" || constraints.length === 1)
    ? constraints.map(alone)
    : [{ type, constraints }];

const respelledGroup = ({ type, constraints }: Group): fc.Arbitrary<readonly Group[]> =>
  fc
    .tuple(fc.tuple(...constraints.map(respelledConstraint)), fc.boolean(), fc.boolean())
    .chain(([spelled, split, repeat]) =>
      shuffled(repeat ? [...spelled, ...spelled.slice(0, 1)] : spelled).map((mixed) =>
        regrouped(type, mixed, split),
      ),
    );

/** Another way to write the same. */
export const respelled = (said: readonly Group[]): fc.Arbitrary<readonly Group[]> =>
  fc.tuple(...said.map(respelledGroup)).chain((parted) => shuffled(parted.flat()));
