import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import {
  appVersion,
  browserName,
  browserVersion,
  country,
  customField,
  email,
  environmentTier,
  inSegment,
  ipAddress,
  notInSegment,
  osName,
  osVersion,
  rule,
  unitId,
  userId,
} from "../../../provider/vendors/statsig/builder";
import { bag, kind } from "./project";

const plan = { type: "custom_field", field: "plan" };
const company = { type: "unit_id", customID: "companyID" };

const built: readonly (readonly [condition: object, wanted: object])[] = [
  [userId.isOneOf("1", 2), { type: "user_id", operator: "any", targetValueList: ["1", 2] }],
  [userId.isNoneOf(["1", "2"]), { type: "user_id", operator: "none", targetValueList: ["1", "2"] }],
  [
    email.contains("@a.com"),
    { type: "email", operator: "str_contains_any", targetValueList: ["@a.com"] },
  ],
  [
    email.doesNotContain("+", "test"),
    { type: "email", operator: "str_contains_none", targetValueList: ["+", "test"] },
  ],
  [
    email.matches("@a\\.com$"),
    { type: "email", operator: "str_matches", targetValue: "@a\\.com$" },
  ],
  [customField("plan").is("pro"), { ...plan, operator: "any", targetValue: "pro" }],
  [customField("plan").isNot("pro"), { ...plan, operator: "none", targetValue: "pro" }],
  [customField("plan").isLessThan(18), { ...plan, operator: "lt", targetValue: 18 }],
  [customField("plan").isGreaterThan(17), { ...plan, operator: "gt", targetValue: 17 }],
  [
    customField("plan").asVersion.isAtLeast("1.2"),
    { ...plan, operator: "version_gte", targetValue: "1.2" },
  ],
  [
    customField("plan").asTime.isBefore(new Date(1e12)),
    { ...plan, operator: "before", targetValue: 1e12 },
  ],
  [
    customField("plan").asTime.isAfter("2026-01-31"),
    { ...plan, operator: "after", targetValue: "2026-01-31" },
  ],
  [customField("plan").asTime.isOn(1e12), { ...plan, operator: "on", targetValue: 1e12 }],
  [
    customField("plan").holdsAnyOf("a"),
    { ...plan, operator: "array_contains_any", targetValueList: ["a"] },
  ],
  [
    customField("plan").holdsAllOf("a"),
    { ...plan, operator: "array_contains_all", targetValueList: ["a"] },
  ],
  [
    customField("plan").holdsNoneOf("a"),
    { ...plan, operator: "array_contains_none", targetValueList: ["a"] },
  ],
  [
    customField("plan").lacksOneOf("a"),
    { ...plan, operator: "not_array_contains_all", targetValueList: ["a"] },
  ],
  [unitId("companyID").exists(), { ...company, operator: "is_not_null" }],
  [unitId("companyID").doesNotExist(), { ...company, operator: "is_null" }],
  [unitId("companyID").is("c1"), { ...company, operator: "any", targetValue: "c1" }],
  [appVersion.isBefore("2.0"), { type: "app_version", operator: "version_lt", targetValue: "2.0" }],
  [
    browserVersion.isAtMost("99"),
    { type: "browser_version", operator: "version_lte", targetValue: "99" },
  ],
  [osVersion.isAfter(11), { type: "os_version", operator: "version_gt", targetValue: 11 }],
  [browserName.is("Chrome"), { type: "browser_name", operator: "any", targetValue: "Chrome" }],
  [osName.isNot("iOS"), { type: "os_name", operator: "none", targetValue: "iOS" }],
  [
    country.isOneOf("DE", "AT"),
    { type: "country", operator: "any", targetValueList: ["DE", "AT"] },
  ],
  [ipAddress.is("1.1.1.1"), { type: "ip_address", operator: "any", targetValue: "1.1.1.1" }],
  [
    environmentTier.is("production"),
    { type: "environment_tier", operator: "any", targetValue: "production" },
  ],
  [inSegment("staff"), { type: "passes_segment", targetValue: "staff" }],
  [notInSegment("staff"), { type: "fails_segment", targetValue: "staff" }],
];

describe("Builders of Statsig rules", () => {
  for (const [condition, wanted] of built) {
    it(`make ${JSON.stringify(wanted)}, which Check accepts`, () => {
      expect(condition).to.deep.equal(wanted);
      const rules = [{ name: "A", passPercentage: 1, conditions: [condition] }];
      const news = bag({ type: "rule_based", rules });
      const request = { news, olds: undefined, proposedName: "test", settings: {} };
      expect(kind.check(request).failures).to.deep.equal([]);
    });
  }

  it("make a rule as one would write it by hand", () => {
    const options = { passPercentage: 33.33, environments: ["production"] };
    expect(rule("Paying", options, country.is("DE"), customField("plan").is("pro"))).to.deep.equal({
      name: "Paying",
      passPercentage: 33.33,
      environments: ["production"],
      conditions: [country.is("DE"), customField("plan").is("pro")],
    });
    expect(rule("All", { passPercentage: 100 })).to.deep.equal({
      name: "All",
      passPercentage: 100,
      conditions: [],
    });
  });

  it("take what Pulumi knows only later", () => {
    const later = pulumi.output("staff");
    expect(inSegment(later).targetValue).to.equal(later);
    expect(
      rule(later, { passPercentage: pulumi.output(10) }, country.isOneOf(later)).name,
    ).to.equal(later);
  });

  it("do not compile with what Statsig does not know", () => {
    // @ts-expect-error A country has no order.
    expect(country.isLessThan).to.equal(undefined);
    // @ts-expect-error Text is not compared as a number.
    expect(customField("age").isGreaterThan("old")).to.be.an("object");
    // @ts-expect-error A rule says how many pass.
    expect(rule("A", {}, country.is("DE"))).to.be.an("object");
    // @ts-expect-error A gate is no condition of a segment.
    expect(rule("A", { passPercentage: 1 }, { type: "passes_gate", targetValue: "x" })).to.be.an(
      "object",
    );
  });
});
