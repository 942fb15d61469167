import { expect } from "chai";
import fc from "fast-check";
import type { Value } from "../../provider/core/value";
import { flat } from "../../provider/hosts/cli/program/flat";
import * as builders from "../../provider/vendors/statsig/builder";
import { rulesText } from "../../provider/vendors/statsig/rule/identity";
import { rulesSource } from "../../provider/vendors/statsig/source";
import { pair } from "../vendors/statsig/arbitrary";
import { runCode } from "./run-code";

/** The words before the first parenthesis of each condition. */
const literals = (text: string): number => text.split("type: ").length - 1;

describe("rules in TypeScript", () => {
  it("mean what the project has, in whatever spelling it has it", () => {
    fc.assert(
      fc.property(pair, ([, rules]) => {
        const code = rulesSource(rules as unknown as Value);
        const wanted = rulesText(rules as unknown as Value);
        expect(rulesText(runCode(code, builders)), flat(code)).to.equal(wanted);
      }),
      { numRuns: 2000 },
    );
  });

  for (const [condition, code] of [
    [{ type: "user_id", operator: "any", targetValue: "7" }, 'userId.is("7")'],
    [
      { type: "country", operator: "none", targetValueList: ["US", "CA"] },
      'country.isNoneOf("US", "CA")',
    ],
    [
      { type: "email", operator: "str_contains_any", targetValue: "@example.com" },
      'email.contains("@example.com")',
    ],
    [
      { type: "email", operator: "str_matches", targetValue: "@example\\.(com|org)$" },
      'email.matches("@example\\\\.(com|org)$")',
    ],
    [
      { type: "custom_field", field: "age", operator: "gt", targetValue: "17" },
      'customField("age").isGreaterThan(17)',
    ],
    [
      { type: "custom_field", field: "build", operator: "version_gte", targetValue: "2.10" },
      'customField("build").asVersion.isAtLeast("2.10")',
    ],
    [
      { type: "custom_field", field: "since", operator: "before", targetValue: 1769817600000 },
      'customField("since").asTime.isBefore("2026-01-31T00:00:00Z")',
    ],
    [
      {
        type: "custom_field",
        field: "tags",
        operator: "array_contains_all",
        targetValueList: ["a", "b"],
      },
      'customField("tags").holdsAllOf("a", "b")',
    ],
    [
      { type: "unit_id", customID: "companyID", operator: "is_not_null" },
      'unitId("companyID").exists()',
    ],
    [
      { type: "app_version", operator: "version_lt", targetValue: "2.0.0" },
      'appVersion.isBefore("2.0.0")',
    ],
    [{ type: "environment_tier", targetValue: "production" }, 'environmentTier.is("production")'],
    [{ type: "passes_segment", targetValue: "staff" }, 'inSegment("staff")'],
    [{ type: "fails_segment", targetValue: "staff" }, 'notInSegment("staff")'],
    [
      { type: "app_version", operator: "version_lt", targetValueList: ["1.0", "2.0"] },
      '{ type: "app_version", operator: "version_lt", targetValueList: ["1.0", "2.0"] }',
    ],
    [
      { type: "unsupported_in_api", definition: '{"type":"locale"}' },
      `{ type: "unsupported_in_api", definition: '{"type":"locale"}' }`,
    ],
  ] as const) {
    it(`read ${code}`, () => {
      const rules = [{ name: "Staff", passPercentage: 100, conditions: [condition] }];
      expect(flat(rulesSource(rules))).to.equal(
        `[rule("Staff", { passPercentage: 100 }, ${code})]`,
      );
    });
  }

  it("are written with builders wherever there is one", () => {
    const all = fc.sample(pair, { numRuns: 300, seed: 1 }).map(([, rules]) => rules);
    const text = all.map((rules) => flat(rulesSource(rules as unknown as Value))).join("\n");
    const several = all
      .flatMap((rules) => rules.flatMap(({ conditions }) => conditions))
      .filter(({ operator, targetValueList }) => {
        const isVersion = String(operator).startsWith("version_");
        return isVersion && new Set((targetValueList as readonly unknown[]) ?? []).size > 1;
      });
    expect(literals(text)).to.equal(several.length);
  });
});
