/** Users on both sides of every limit that generated filters set. */
import fc from "fast-check";
import type { Entry, User } from "./evaluator";
import { COUNTRIES, HOURS, KEYS, LANGUAGES, NOW, TEXTS, VERSIONS } from "./stock";

/** Conditions of which each can hold or not hold whatever the others do. */
export const INDEPENDENT: readonly Entry[] = ["a", "b", "c", "d"].map((name) => ({
  field: "tag",
  key: name,
  relation: "exists",
}));

const somebody: User = {
  tags: {},
  now: NOW,
  lastSessionHours: 0,
  firstSessionHours: 0,
  sessionCount: 0,
  sessionSeconds: 0,
  language: undefined,
  country: undefined,
  appVersion: "1",
  lat: 0,
  long: 0,
  deviceType: "iOS",
  amountSpent: 0,
};

/** One user for every way in which the independent conditions can hold. */
export const everyone: readonly User[] = Array.from(
  { length: 2 ** INDEPENDENT.length },
  (_, bits) => ({
    ...somebody,
    tags: Object.fromEntries(
      INDEPENDENT.filter((_, index) => (bits >> index) % 2 === 1).map(({ key }) => [key, "yes"]),
    ),
  }),
);

const near = (numbers: readonly number[]) =>
  fc.constantFrom(...numbers.flatMap((number) => [number - 0.25, number, number + 0.25]));

const tagText = fc.constantFrom(
  ...TEXTS,
  "1z",
  ...[0, 30, 60, 90, 604_801, 200_000_000].map((ago) => String(NOW - ago)),
);

export const user: fc.Arbitrary<User> = fc.record({
  tags: fc.dictionary(fc.constantFrom(...KEYS), tagText, { maxKeys: 4 }),
  now: fc.constant(NOW),
  lastSessionHours: near(HOURS).filter((hours) => hours >= 0),
  firstSessionHours: near(HOURS).filter((hours) => hours >= 0),
  sessionCount: fc.nat(4),
  sessionSeconds: near([0, 60, 61, 86_400]).filter((seconds) => seconds >= 0),
  language: fc.option(fc.constantFrom(...LANGUAGES, "fr"), { nil: undefined }),
  country: fc.option(fc.constantFrom(...COUNTRIES, "FR"), { nil: undefined }),
  appVersion: fc.constantFrom(...VERSIONS, "1.5"),
  lat: fc.constantFrom(-90, 0, 0.001, 37.77, 37.775),
  long: fc.constantFrom(-180, 0, 0.001, -122.43),
  deviceType: fc.constantFrom("iOS", "Android"),
  amountSpent: fc.constantFrom(0, 5, 9.99, 10),
});

export const users = fc.array(user, { minLength: 20, maxLength: 20 });
