import { expect } from "chai";
import { asset } from "../../../provider/core/asset";
import { print } from "../../../provider/core/path";
import { sentence } from "../../../provider/core/problem";
import { unknown } from "../../../provider/core/value";
import { bag, kind } from "./project";

const check = (inputs: object) =>
  kind.check({ news: bag(inputs), olds: undefined, proposedName: "test", settings: {} });

const failuresOf = (inputs: object): readonly string[] =>
  check(inputs).failures.map((one) => `${print(one.path)} ${sentence(one, false)}`);

const withRule = (rule: object) => ({
  type: "rule_based",
  rules: [{ name: "A", passPercentage: 100, conditions: [], ...rule }],
});
const withCondition = (condition: object) => withRule({ conditions: [condition] });

const refused: readonly (readonly [inputs: object, ...failures: readonly (string | RegExp)[]])[] = [
  [
    {},
    'type is required; it must be "rule_based", "id_list", "analysis_list" or "user_store_id_list"',
  ],
  [
    { type: "id_lists" },
    /^type must be "rule_based", "id_list", "analysis_list" or "user_store_id_list"/,
  ],
  [
    { type: "id_list", rules: [] },
    'rules must be left out with type "id_list": rules go with type "rule_based"',
  ],
  [{ type: "rule_based", ids: [] }, /^ids must be left out with type "rule_based": ids go with/],
  [{ type: "analysis_list", ids: [] }, /documents no way to fill an analysis list/],
  [
    { type: "id_list", ids: [], idsFile: asset({ text: "" }) },
    /^idsFile must be left out beside `ids`/,
  ],
  [
    { type: "id_list", ids: [], manageIds: false },
    /^ids must be left out beside `manageIds: false`/,
  ],
  [{ type: "id_list", manageIds: true }, /^manageIds needs `ids` or `idsFile`/],
  [{ type: "id_list", ids: [], idsColumn: "x" }, /^idsColumn goes with `idsFile`/],
  [{ type: "id_list", ids: [1] }, "ids[0] must be text, in quotes, not 1"],
  [{ type: "id_list", ids: ["a", " b"] }, /^ids\[1\] must be neither empty nor padded/],
  [
    { type: "id_list", idsFile: "ids.txt" },
    /^idsFile must be a Pulumi asset: `new pulumi.asset.FileAsset/,
  ],
  [{ type: "id_list", idsFile: asset({ uri: "https://x" }) }, /download the remote file first/],
  [{ type: "id_list", name: "ab" }, "name must have 3 to 100 characters; it has 2"],
  [{ type: "id_list", name: "a.b.c" }, /^name must be made of letters/],
  [{ type: "id_list", segmentId: "a b c" }, /^segmentId must have 3 to 100 letters/],
  [
    { type: "id_list", description: "x".repeat(1001) },
    /^description must have at most 1000 characters; it has 1001/,
  ],
  [{ type: "id_list", onDelete: "keep" }, /^onDelete must be "delete" or "archive"/],
  [
    { type: "id_list", id_type: "userID" },
    /^id_type is not a property of Segment; write `idType` instead/,
  ],
  [{ type: "id_list", creatorID: "x" }, /^creatorID .* write `creatorId` instead/],
  [
    withRule({ passPercentage: 33.333 }),
    /^rules\[0\].passPercentage must have at most two decimals/,
  ],
  [withRule({ passPercentage: 101 }), "rules[0].passPercentage must be from 0 to 100, not 101"],
  [withRule({ passPercentage: "10" }), /^rules\[0\].passPercentage must be a number from 0 to 100/],
  [withRule({ name: "" }), /^rules\[0\].name must have 1 to 100 characters; it has 0/],
  [
    withRule({ environments: [""] }),
    /^rules\[0\].environments\[0\] must be the name of an environment/,
  ],
  [
    withRule({ pass_percentage: 10 }),
    /^rules\[0\].pass_percentage .* write `passPercentage` instead/,
  ],
  [
    withCondition({ type: "countri" }),
    /^rules\[0\].conditions\[0\].type must be .*did you mean country/,
  ],
  [withCondition({ type: "public" }), /Leave `conditions` empty to mean everybody/],
  [
    withCondition({ type: "passes_gate", targetValue: "x" }),
    /only into gates. Use `passes_segment`/,
  ],
  [
    withCondition({ type: "time", operator: "after", targetValue: 1 }),
    /Use a `custom_field` that holds a time/,
  ],
  [
    withCondition({ type: "country", operator: "gt", targetValue: "DE" }),
    /conditions\[0\].operator must be "any" or "none"/,
  ],
  [
    withCondition({ type: "country", operator: "any", targetValue: "Germany" }),
    /targetValue must be a country code of two letters/,
  ],
  [
    withCondition({ type: "country", operator: "any" }),
    /targetValue is required; `targetValueList` takes several/,
  ],
  [
    withCondition({ type: "country", operator: "any", targetValue: ["DE"] }),
    /targetValue must be text or a number/,
  ],
  [
    withCondition({ type: "country", operator: "any", targetValueList: [] }),
    /targetValueList must have at least 1/,
  ],
  [
    withCondition({ type: "user_id", operator: "any", targetValue: "a", targetValueList: ["b"] }),
    /targetValue must be left out beside/,
  ],
  [
    withCondition({ type: "user_id", operator: "any", targetValueList: ["a", ""] }),
    /targetValueList\[1\] must not be empty/,
  ],
  [
    withCondition({ type: "custom_field", operator: "any", targetValue: "x" }),
    /conditions\[0\].field is required/,
  ],
  [
    withCondition({ type: "custom_field", field: "age", operator: "gt", targetValue: "old" }),
    /targetValue must be a number, for the operator compares/,
  ],
  [
    withCondition({ type: "custom_field", field: "age", operator: "gt", targetValueList: [1, 2] }),
    /targetValueList must hold one value; it has 2/,
  ],
  [
    withCondition({ type: "custom_field", field: "at", operator: "before", targetValue: "soon" }),
    /targetValue must be a time: Unix milliseconds/,
  ],
  [
    withCondition({
      type: "custom_field",
      field: "a",
      operator: "str_starts_with_any",
      targetValue: "x",
    }),
    /operator must be/,
  ],
  [
    withCondition({ type: "app_version", operator: "version_gt", targetValue: "latest" }),
    /targetValue must be a version such as "1.10.2"/,
  ],
  [
    withCondition({ type: "email", operator: "str_matches", targetValue: "(" }),
    /must be a regular expression of JavaScript/,
  ],
  [
    withCondition({ type: "unit_id", operator: "any", targetValue: "x" }),
    /conditions\[0\].customID is required/,
  ],
  [
    withCondition({ type: "unit_id", customID: "a", operator: "is_null", targetValue: "x" }),
    /targetValue must be left out: operator "is_null" compares with no value/,
  ],
  [
    withCondition({ type: "passes_segment", operator: "any", targetValue: "x" }),
    /operator is not a property of PassesSegmentCondition/,
  ],
  [
    withCondition({ type: "passes_segment", targetValueList: ["a1b", "b2c"] }),
    /must hold one value; it has 2/,
  ],
  [
    withCondition({ type: "fails_segment", targetValue: "The others" }),
    /must be the id of a segment: `segment.segmentId`, not its name/,
  ],
];

const accepted: readonly object[] = [
  { type: "id_list", ids: ["a"], tags: [], description: "" },
  {
    type: "id_list",
    idsFile: asset({ path: "ids.csv", hash: "x" }),
    idsColumn: "id",
    manageIds: true,
  },
  { type: "user_store_id_list", ids: [] },
  { type: "analysis_list" },
  withCondition({ type: "custom_field", field: "age", operator: "gt", targetValueList: ["31"] }),
  withCondition({
    type: "custom_field",
    field: "at",
    operator: "after",
    targetValue: "2026-01-31",
  }),
  withCondition({ type: "app_version", operator: "version_gte", targetValue: 11 }),
  withCondition({ type: "unit_id", customID: "stableID", operator: "is_not_null" }),
  withCondition({ type: "passes_segment", targetValueList: ["growth_org"] }),
  withRule({ passPercentage: 0.01, returnValue: { key: true }, id: "a", baseID: "b" }),
];

describe("Inputs of a Statsig segment", () => {
  for (const [inputs, ...wanted] of refused) {
    it(`${JSON.stringify(inputs)} is refused`, () => {
      const failures = failuresOf(inputs);
      expect(failures).to.have.length(wanted.length);
      wanted.forEach((one, index) => {
        if (typeof one === "string") expect(failures[index]).to.equal(one);
        else expect(failures[index]).to.match(one);
      });
    });
  }

  for (const inputs of accepted) {
    it(`${JSON.stringify(inputs)} is taken as it is written`, () => {
      const { failures, inputs: kept } = check(inputs);
      expect(failures).to.deep.equal([]);
      expect(kept).to.deep.equal({ ...inputs, name: "test" });
    });
  }

  it("are all looked at at once", () => {
    const conditions = [
      { type: "public" },
      { type: "country", operator: "is", targetValue: "Germany" },
    ];
    const inputs = { ...withRule({ passPercentage: 200, conditions }), name: "x" };
    expect(failuresOf(inputs).map((text) => text.split(" ")[0])).to.have.members([
      "name",
      "rules[0].passPercentage",
      "rules[0].conditions[0].type",
      "rules[0].conditions[1].operator",
    ]);
  });

  for (const inputs of [
    { type: unknown },
    { type: "rule_based", rules: unknown },
    { type: "id_list", ids: unknown, name: unknown },
    { type: "id_list", ids: ["a", unknown] },
    { type: "id_list", idsFile: unknown, idsColumn: unknown },
    withCondition({ type: "passes_segment", targetValue: unknown }),
    withCondition({ type: "custom_field", field: unknown, operator: "gt", targetValue: unknown }),
    withRule({ passPercentage: unknown, environments: unknown, conditions: unknown }),
  ]) {
    it(`${JSON.stringify(inputs, (_, value) => (typeof value === "symbol" ? "?" : value))} is fine in a preview`, () => {
      expect(failuresOf(inputs)).to.deep.equal([]);
    });
  }
});
