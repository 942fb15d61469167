/** Values as they travel between a program and a resource. */
import fc from "fast-check";
import { Secret } from "../../provider/core/secret";
import { type Bag, unknown, type Value } from "../../provider/core/value";

const key = fc.oneof(
  fc.constantFrom(
    "a",
    "b",
    "filters",
    "toString",
    "__proto__",
    'quo"te',
    "back\\slash",
    "dot.ted",
    "",
  ),
  fc.string({ unit: "binary" }),
);

const leaf = fc.oneof(
  fc.string(),
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.constant(null),
  fc.constant(unknown),
);

const tree = (leaves: fc.Arbitrary<unknown>, wrap: (inner: unknown) => unknown) =>
  fc.letrec<{ value: unknown; bag: Record<string, unknown> }>((tie) => {
    const entries = fc.array(fc.tuple(key, tie("value")), { maxLength: 4 });
    return {
      bag: entries.map((pairs): Record<string, unknown> => Object.fromEntries(pairs)),
      value: fc.oneof(
        { maxDepth: 4 },
        leaves,
        fc.array(tie("value"), { maxLength: 4 }),
        tie("bag"),
        tie("value").map(wrap),
      ),
    };
  });

const plain = tree(leaf, (inner) => inner);

export const value = plain.value as fc.Arbitrary<Value>;
export const bag = plain.bag as fc.Arbitrary<Bag>;

/** No secret directly inside another: marking twice says no more than marking once. */
const conceal = (inner: unknown): unknown =>
  inner instanceof Secret ? inner : new Secret(inner as Value);

export const marked = tree(leaf, conceal).bag as fc.Arbitrary<Bag>;

/** Paths without the wildcard of `ignoreChanges`. */
export const path = fc.array(
  fc.oneof(
    key.filter((name) => name !== "*"),
    fc.nat(1_000),
  ),
  { maxLength: 6 },
);
