import fc from "fast-check";

/** Any JSON at all, with the words of the grammar sprinkled in, so that it gets past the first door. */
export const anything: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => {
  const names = fc.constantFrom(
    ...["field", "key", "relation", "value", "valueList", "hoursAgo", "hours_ago", "radius", "lat"],
    ...["long", "operator", "anyOf", "allOf", "definition", "toString", "__proto__", "constructor"],
  );
  const words = fc.constantFrom(
    ...["tag", "country", "language", "last_session", "session_count", "location", "app_version"],
    ...[
      "operator",
      "any_of",
      "all_of",
      "unsupported_in_api",
      "device_type",
      "email",
      "constructor",
    ],
    ...[
      "toString",
      "__proto__",
      "OR",
      "AND",
      "=",
      "!=",
      ">",
      "<",
      "in_array",
      "exists",
      "DE",
      "1.5",
    ],
  );
  return {
    value: fc.oneof(
      { maxDepth: 5 },
      words,
      fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null)),
      fc.array(tie("value"), { maxLength: 4 }),
      fc
        .array(fc.tuple(fc.oneof({ weight: 5, arbitrary: names }, fc.string()), tie("value")), {
          maxLength: 5,
        })
        .map(Object.fromEntries),
    ),
  };
}).value;
