import { expect } from "chai";
import fc from "fast-check";
import { canonicalText } from "../../../provider/vendors/onesignal/filter/canonical";
import { expression } from "../../../provider/vendors/onesignal/filter/expression";
import { condition, filters, listOf, memberOf } from "./arbitrary";
import { type Entry, plainSize } from "./evaluator";
import { respelled } from "./respelling";
import { asValue } from "./subject";

const words = (entries: readonly Entry[]): string => expression(asValue(entries));
const canonical = (entries: readonly Entry[]): string | undefined =>
  canonicalText(asValue(entries));
const fits = (entries: readonly Entry[]): boolean => plainSize(entries) <= 200;
const sendable = filters.filter(fits);

describe("Filters: the expression", () => {
  it("is the same for lists that mean the same", () => {
    fc.assert(
      fc.property(respelled(sendable), ([entries, other]) => {
        fc.pre(fits(other));
        expect(words(other)).to.equal(words(entries)).and.not.to.equal("");
      }),
      { numRuns: 2_000 },
    );
  });

  it("differs for lists that differ", () => {
    const few = listOf(memberOf(condition, 2), 2);
    fc.assert(
      fc.property(few, few, (a, b) => {
        expect(words(a) === words(b)).to.equal(canonical(a) === canonical(b));
      }),
      { numRuns: 2_500 },
    );
  });

  const examples: readonly (readonly [string, readonly Entry[]])[] = [
    [
      "country is AT or DE",
      [{ field: "country", relation: "in_array", valueList: ["DE", "AT", "DE"] }],
    ],
    ["country is not DE", [{ field: "country", relation: "not_in_array", valueList: ["DE"] }]],
    [
      "country is neither AT nor DE",
      [{ field: "country", relation: "not_in_array", value: "DE,AT" }],
    ],
    [
      "last session more than 7 days ago",
      [{ field: "last_session", relation: ">", hoursAgo: "168.0" }],
    ],
    [
      "first session less than 66 minutes ago",
      [{ field: "first_session", relation: "<", hoursAgo: 1.1 }],
    ],
    ["session time is more than 1 day", [{ field: "session_time", relation: ">", value: 86_400 }]],
    ["session count is 5", [{ field: "session_count", relation: "=", value: "5" }]],
    [
      "within 1000 m of 37.77, -122.43",
      [{ field: "location", radius: "1000", lat: "37.770", long: -122.43 }],
    ],
    ['tag "signed up" exists', [{ field: "tag", key: "signed up", relation: "exists" }]],
    [
      "tag renewed was more than 7 days ago",
      [{ field: "tag", key: "renewed", relation: "time_elapsed_gt", value: 604_800 }],
    ],
    ["tag plan is pro", [{ field: "tag", key: "plan", relation: "in_array", value: "pro" }]],
    [
      "last session less than 1.0001 hours ago",
      [{ field: "last_session", relation: "<", hoursAgo: 1.0001 }],
    ],
    ['tag plan is "a or b"', [{ field: "tag", key: "plan", relation: "=", value: "a or b" }]],
    ["tag vip is true", [{ field: "tag", key: "vip", relation: "=", value: true }]],
  ];
  for (const [text, entries] of examples) {
    it(`reads: ${text}`, () => {
      expect(words(entries)).to.equal(text);
    });
  }

  it("puts alternatives of several conditions in parentheses", () => {
    const list: readonly Entry[] = [
      { field: "country", relation: "=", value: "DE" },
      { field: "session_count", relation: ">", value: 5 },
      { operator: "OR" },
      { field: "tag", key: "vip", relation: "exists" },
    ];
    expect(words(list)).to.equal(
      "(country is DE, and session count is greater than 5), or tag vip exists",
    );
  });
});
