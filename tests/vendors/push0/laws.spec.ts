import { expect } from "chai";
import fc from "fast-check";
import { canonicalText } from "../../../provider/vendors/push0/constraint/canonical";
import { expression } from "../../../provider/vendors/push0/constraint/expression";
import { fromWire, toWire } from "../../../provider/vendors/push0/constraint/wire";
import { device, fewGroups, groups, respelled } from "./arbitrary";
import { type Device, type Group, isIn, readings } from "./evaluator";
import { changed, checked, failures } from "./subject";

const twice = groups.chain((said) => fc.tuple(fc.constant(said), respelled(said)));

describe("constraints of Push0: laws", () => {
  it("another spelling of the same has the same canonical form and the same words", () => {
    fc.assert(
      fc.property(twice, ([said, other]) => {
        expect(canonicalText(other)).to.equal(canonicalText(said));
        expect(expression(other)).to.equal(expression(said));
      }),
    );
  });

  it("diff between two spellings of the same is empty", () => {
    fc.assert(
      fc.property(twice, ([said, other]) => {
        expect(changed(said, other)).to.deep.equal([]);
      }),
    );
  });

  it("the same canonical form means the same devices, however the documents are read", () => {
    const pairs = fc.tuple(fewGroups, fewGroups, fc.array(device, { minLength: 20 }));
    fc.assert(
      fc.property(pairs, ([a, b, devices]) => {
        fc.pre(canonicalText(a) === canonicalText(b));
        for (const reading of readings) {
          for (const one of devices) expect(isIn(a, one, reading)).to.equal(isIn(b, one, reading));
        }
      }),
    );
  });

  it("what is sent means the same devices as what was written", () => {
    fc.assert(
      fc.property(groups, device, fc.constantFrom(...readings), (said, one, reading) => {
        expect(isIn(toWire(said) as readonly Group[], one, reading)).to.equal(
          isIn(said, one, reading),
        );
      }),
    );
  });

  it("fromWire ∘ toWire means the same as before, and is a fixed point", () => {
    fc.assert(
      fc.property(groups, (said) => {
        const read = fromWire(JSON.parse(JSON.stringify(toWire(said))));
        expect(changed(said, read)).to.deep.equal([]);
        expect(fromWire(toWire(read))).to.deep.equal(read);
        expect(failures({ constraints: read })).to.deep.equal([]);
      }),
    );
  });

  it("a diff that names nothing is between lists of one meaning, and the other way round", () => {
    fc.assert(
      fc.property(groups, groups, (a, b) => {
        expect(changed(a, b).length === 0).to.equal(canonicalText(a) === canonicalText(b));
        expect(changed(a, a)).to.deep.equal([]);
      }),
    );
  });

  it("check accepts what the documents allow, and gives back what was written", () => {
    fc.assert(
      fc.property(groups, (constraints) => {
        const { inputs, failures: wrong } = checked({ constraints });
        expect(wrong).to.deep.equal([]);
        expect(inputs).to.deep.equal({ constraints, name: "a-segment" });
      }),
    );
  });

  it("check has an answer for anything at all", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (constraints, field) => {
        const anything = [constraints, [constraints], [{ type: "AND", constraints: [{ field }] }]];
        for (const one of anything) {
          const answer = checked({ constraints: one as never });
          expect(answer.failures).to.be.an("array");
        }
      }),
    );
  });
});

describe("warnings about Push0 constraints: laws", () => {
  const world = fc.tuple(groups, fc.array(device, { minLength: 30, maxLength: 30 }));

  const about = (said: readonly Group[], words: RegExp) =>
    checked({ constraints: said }).warnings.filter(({ problem }) => words.test(problem));

  it("what is called empty is empty, however the documents are read", () => {
    fc.assert(
      fc.property(world, ([said, devices]) => {
        fc.pre(about(said, /so that the segment is empty/).length > 0);
        for (const reading of readings) {
          expect(devices.filter((one) => isIn(said, one, reading))).to.deep.equal([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("what is called superfluous can go, one at a time, and nobody comes or goes", () => {
    const without = (said: readonly Group[], path: readonly (string | number)[]): Group[] => {
      const [, i, , j] = path;
      return said.flatMap((group, at): Group[] => {
        if (at !== i) return [group];
        const left = group.constraints.filter((_, index) => index !== j);
        return j === undefined || left.length === 0 ? [] : [{ ...group, constraints: left }];
      });
    };
    fc.assert(
      fc.property(world, ([said, devices]) => {
        const [first] = about(said, /remove it$/);
        fc.pre(first !== undefined);
        const rest = without(said, first?.path ?? []);
        for (const reading of readings) {
          for (const one of devices) {
            expect(isIn(rest, one, reading)).to.equal(isIn(said, one, reading));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  const isComplete = (one: Device, { constraints }: Group): boolean =>
    constraints.every(({ field }) => one[field] !== undefined);

  it("what is called always true holds for every device that has the field", () => {
    fc.assert(
      fc.property(world, ([said, devices]) => {
        const found = about(said, /holds for every device whose .* is known/);
        fc.pre(found.length > 0);
        for (const group of found.flatMap(({ path }) => said[Number(path[1])] ?? [])) {
          for (const reading of readings) {
            const out = devices.filter(
              (one) => isComplete(one, group) && !isIn([group], one, reading),
            );
            expect(out).to.deep.equal([]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
