import { expect } from "chai";
import { asset } from "../../../provider/core/asset";
import { print } from "../../../provider/core/path";
import { unknown } from "../../../provider/core/value";
import { bag, kind } from "./project";

const rule = (passPercentage: number, conditions: readonly object[], more: object = {}) => ({
  name: "A",
  passPercentage,
  conditions,
  ...more,
});
const german = { type: "country", operator: "any", targetValueList: ["DE", "AT"] };
const adult = { type: "custom_field", field: "age", operator: "gt", targetValue: "17" };

const ruled = (...rules: readonly object[]) => ({ type: "rule_based", rules });

const inWords = (inputs: object): unknown => {
  const request = {
    inputs: bag({ name: "test", ...inputs }),
    olds: undefined,
    oldInputs: undefined,
  };
  const preview = kind.preview({ ...request, settings: {} });
  return preview._tag === "Right" ? preview.right["expression"] : preview.left;
};

const spoken: readonly (readonly [words: string, inputs: object])[] = [
  ["nobody", ruled()],
  ["A: everybody", ruled(rule(100, []))],
  ["A: 0.01 % of everybody", ruled(rule(0.01, []))],
  ["A: everybody where country is AT or DE", ruled(rule(100, [german]))],
  [
    "A: 33.33 % of those where country is AT or DE, and age is greater than 17 (in production and staging only)",
    ruled(rule(33.33, [adult, german], { environments: ["staging", "production"] })),
  ],
  [
    "A: everybody where age is greater than 17; otherwise B: 5 % of everybody",
    ruled(rule(100, [adult]), { ...rule(5, []), name: "B" }),
  ],
  [
    "A: everybody where email does not contain @a.com nor @b.com",
    ruled(
      rule(100, [
        { type: "email", operator: "str_contains_none", targetValueList: ["@b.com", "@a.com"] },
      ]),
    ),
  ],
  [
    "A: everybody where stableID is missing",
    ruled(rule(100, [{ type: "unit_id", customID: "stableID", operator: "is_null" }])),
  ],
  [
    "A: everybody where since is before 2026-01-31T00:00:00.000Z",
    ruled(
      rule(100, [
        { type: "custom_field", field: "since", operator: "before", targetValue: "2026-01-31" },
      ]),
    ),
  ],
  [
    "A: everybody where in segment staff",
    ruled(rule(100, [{ type: "passes_segment", targetValue: "staff" }])),
  ],
  [
    "A: everybody where not in segment staff",
    ruled(rule(100, [{ type: "fails_segment", targetValue: "staff" }])),
  ],
  [
    "A: everybody where environment is production",
    ruled(rule(100, [{ type: "environment_tier", targetValue: "production" }])),
  ],
  ["2 listed ids", { type: "id_list", ids: ["b", "a", "a"] }],
  ["the ids of a file", { type: "id_list", idsFile: asset({ path: "x" }) }],
  ["a list that is kept elsewhere", { type: "user_store_id_list" }],
  ["a list for analysis", { type: "analysis_list" }],
];

const lintOf = (inputs: object): readonly string[] =>
  kind
    .check({ news: bag(inputs), olds: undefined, proposedName: "test", settings: {} })
    .warnings.map(({ path, problem }) => `${print(path)} ${problem}`);

const doubted: readonly (readonly [RegExp, object])[] = [
  [/^rules are not there: nobody passes/, { type: "rule_based" }],
  [/^ids is empty/, { type: "id_list", ids: [] }],
  [
    /^ids holds 1001 ids, all of which are kept in state/,
    { type: "id_list", ids: Array.from({ length: 1001 }, (_, i) => `u${i}`) },
  ],
  [/^rules\[0\].passPercentage is 0, and no rule below/, ruled(rule(0, [german]))],
  [
    /^rules\[1\] is never reached: rule "A" above/,
    ruled(rule(100, []), { ...rule(100, [german]), name: "B" }),
  ],
  [
    /^rules\[1\] is never reached/,
    ruled(rule(10, [german]), { ...rule(100, [adult, german]), name: "B" }),
  ],
  [
    /^rules\[1\] is never reached/,
    ruled(rule(1, [german], { environments: ["production", "staging"] }), {
      ...rule(1, [german], { environments: ["staging"] }),
      name: "B",
    }),
  ],
  [/^rules\[1\].name is the name of another rule/, ruled(rule(100, [german]), rule(100, [adult]))],
  [
    /^rules\[0\].conditions\[1\] cannot hold together with conditions\[0\]/,
    ruled(
      rule(100, [
        german,
        { type: "country", operator: "none", targetValueList: ["at", "DE", "US"] },
      ]),
    ),
  ],
  [
    /conditions\[1\] cannot hold/,
    ruled(rule(100, [german, { type: "country", operator: "any", targetValue: "US" }])),
  ],
  [
    /conditions\[1\] cannot hold/,
    ruled(rule(100, [adult, { ...adult, operator: "lt", targetValue: 17 }])),
  ],
  [
    /conditions\[1\] cannot hold/,
    ruled(
      rule(100, [
        { type: "fails_segment", targetValue: "abc" },
        { type: "passes_segment", targetValue: "abc" },
      ]),
    ),
  ],
  [
    /"Crome" is not among the names .* did you mean "Chrome"\?/,
    ruled(rule(100, [{ type: "browser_name", operator: "any", targetValue: "Crome" }])),
  ],
  [
    /"UK" is no country code of ISO 3166-1; did you mean "GB"\?/,
    ruled(rule(100, [{ type: "country", operator: "any", targetValue: "UK" }])),
  ],
  [
    /refers to the segment itself/,
    ruled(rule(100, [{ type: "passes_segment", targetValue: "test" }])),
  ],
];

const fine: readonly object[] = [
  ruled(rule(0, [german]), { ...rule(100, []), name: "B" }),
  ruled(rule(100, [german, adult]), { ...rule(100, [german]), name: "B" }),
  ruled(rule(100, [german], { environments: ["staging"] }), { ...rule(100, [german]), name: "B" }),
  ruled(rule(100, [adult, { ...adult, operator: "lt", targetValue: 18.5 }])),
  ruled(rule(100, [adult, { ...adult, field: "height", operator: "lt", targetValue: 17 }])),
  ruled(rule(100, [german, { type: "country", operator: "none", targetValue: "AT" }])),
  ruled(rule(100, [{ type: "browser_name", operator: "any", targetValue: "chrome mobile" }])),
  { type: "id_list" },
];

describe("A Statsig segment in words", () => {
  for (const [words, inputs] of spoken) {
    it(words, () => expect(inWords(inputs)).to.equal(words));
  }

  it("is not known while its rules are not", () => {
    expect(inWords({ type: "rule_based", rules: unknown })).to.equal(unknown);
  });
});

describe("Doubts about a Statsig segment", () => {
  for (const [doubt, inputs] of doubted) {
    it(String(doubt), () => {
      const warnings = lintOf(inputs);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.match(doubt);
    });
  }
  for (const inputs of fine) {
    it(`none about ${JSON.stringify(inputs)}`, () => expect(lintOf(inputs)).to.deep.equal([]));
  }
});
