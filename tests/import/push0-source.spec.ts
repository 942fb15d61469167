import { expect } from "chai";
import fc from "fast-check";
import type { Value } from "../../provider/core/value";
import { flat } from "../../provider/hosts/cli/program/flat";
import * as builders from "../../provider/vendors/push0/builder";
import { canonicalText } from "../../provider/vendors/push0/constraint/canonical";
import { constraintsSource } from "../../provider/vendors/push0/source";
import { groups, respelled } from "../vendors/push0/arbitrary";
import { runCode } from "./run-code";

const spelled = groups.chain(respelled);

describe("constraints in TypeScript", () => {
  it("mean what the account has, in whatever spelling it has it", () => {
    fc.assert(
      fc.property(spelled, (said) => {
        const code = constraintsSource(said as unknown as Value);
        const wanted = canonicalText(said as unknown as Value);
        expect(canonicalText(runCode(code, builders)), flat(code)).to.equal(wanted);
      }),
      { numRuns: 2000 },
    );
  });

  it("are written with builders throughout", () => {
    for (const said of fc.sample(spelled, { numRuns: 300, seed: 1 })) {
      expect(flat(constraintsSource(said as unknown as Value))).to.not.contain("field:");
    }
  });

  const country = { field: "country", relation: "==", value: "PL" };
  const regular = { field: "sessionCount", relation: ">=", value: "20" };
  const galaxy = { field: "deviceModel", relation: "contains", value: "Galaxy" };
  const phone = { field: "type", relation: "==", value: "phone" };
  const tablet = { field: "type", relation: "==", value: "tablet" };
  const recent = { field: "lastSession", relation: ">", value: "1767225600000" };
  const known = { field: "email", relation: "exists", value: "" };

  for (const [said, code] of [
    [[{ type: "OR", constraints: [country] }], 'allOf(country.is("PL"))'],
    [
      [
        { type: "OR", constraints: [country] },
        { type: "AND", constraints: [regular, known] },
      ],
      'allOf(country.is("PL"), sessionCount.isAtLeast(20), email.exists())',
    ],
    [
      [
        { type: "OR", constraints: [phone, tablet] },
        { type: "AND", constraints: [recent] },
      ],
      'allOf(lastSession.isAfter("2026-01-01")), deviceType.isOneOf("phone", "tablet")',
    ],
    [
      [{ type: "OR", constraints: [galaxy, regular] }],
      'anyOf(deviceModel.contains("Galaxy"), sessionCount.isAtLeast(20))',
    ],
    [
      [
        {
          type: "AND",
          constraints: [
            { field: "country", relation: "!=", value: "PL" },
            { field: "country", relation: "!=", value: "CZ" },
          ],
        },
      ],
      'country.isNoneOf("PL", "CZ")',
    ],
  ] as const) {
    it(`read ${code}`, () => {
      expect(flat(constraintsSource(said))).to.equal(`[${code}]`);
    });
  }

  it("fill no group beyond what Push0 takes", () => {
    const many = ["a", "b", "c", "d", "e", "f"].map((value) => ({
      field: "deviceModel",
      relation: "starts_with",
      value,
    }));
    const ends = many.map((one) => ({ ...one, relation: "ends_with" }));
    const code = constraintsSource([
      { type: "AND", constraints: many },
      { type: "AND", constraints: ends },
    ]);
    const made = runCode(code, builders) as readonly { readonly constraints: readonly unknown[] }[];
    expect(made.map(({ constraints }) => constraints.length)).to.deep.equal([6, 6]);
  });
});
