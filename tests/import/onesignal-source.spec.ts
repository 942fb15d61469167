import { expect } from "chai";
import fc from "fast-check";
import { flat } from "../../provider/hosts/cli/program/flat";
import * as builders from "../../provider/vendors/onesignal/builder";
import { canonicalText } from "../../provider/vendors/onesignal/filter/canonical";
import { fromWire } from "../../provider/vendors/onesignal/filter/wire";
import { filtersSource } from "../../provider/vendors/onesignal/source";
import { condition, legacyCondition, listOf, wildCondition } from "../vendors/onesignal/arbitrary";
import { spelled } from "./dashboard";
import { runCode } from "./run-code";

const remote = listOf(fc.oneof(condition, wildCondition, legacyCondition), 6).map((entries) =>
  fromWire(entries.map(spelled)),
);

describe("filters in TypeScript", () => {
  it("mean what the account has, in whatever spelling it has it", () => {
    fc.assert(
      fc.property(remote, (filters) => {
        const wanted = canonicalText(filters);
        fc.pre(wanted !== undefined);
        const code = filtersSource(filters);
        expect(canonicalText(runCode(code, builders)), flat(code)).to.equal(wanted);
      }),
      { numRuns: 2000 },
    );
  });

  for (const [filters, code] of [
    [[{ field: "tag", key: "plan", relation: "=", value: "pro" }], 'tag("plan").is("pro")'],
    [[{ field: "tag", key: "age", relation: ">", value: "18" }], 'tag("age").isGreaterThan(18)'],
    [[{ field: "last_session", relation: ">", hours_ago: "168" }], "lastSession.moreThan(days(7))"],
    [
      [{ field: "first_session", relation: "<", hours_ago: "1.1" }],
      "firstSession.lessThan(minutes(66))",
    ],
    [[{ field: "session_time", relation: ">", value: "7200" }], "sessionTime.moreThan(hours(2))"],
    [[{ field: "country", relation: "in_array", value: "DE,AT" }], 'country.in("DE", "AT")'],
    [[{ field: "country", relation: "in_array", value: "DE" }], 'country.is("DE")'],
    [
      [{ field: "location", radius: "5000", lat: "52.52", long: "13.40" }],
      "location.within(5000).of(52.52, 13.4)",
    ],
    [
      [
        { field: "tag", key: "a", relation: "exists" },
        { operator: "OR" },
        { field: "tag", key: "b", relation: "exists" },
      ],
      'anyOf(tag("a").exists(), tag("b").exists())',
    ],
    [
      [
        { field: "tag", key: "a", relation: "exists" },
        { field: "tag", key: "b", relation: "exists" },
        { operator: "OR" },
        { field: "tag", key: "a", relation: "exists" },
        { field: "tag", key: "c", relation: "exists" },
      ],
      'tag("a").exists(), anyOf(tag("b").exists(), tag("c").exists())',
    ],
    [
      [{ field: "tag", key: "age", relation: ">", value: "old" }],
      '{ field: "tag", key: "age", relation: ">", value: "old" }',
    ],
  ] as const) {
    it(`read ${code}`, () => {
      expect(flat(filtersSource(fromWire(filters)))).to.equal(`[${code}]`);
    });
  }
});
