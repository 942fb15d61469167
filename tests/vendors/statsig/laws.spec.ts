import { expect } from "chai";
import * as fc from "fast-check";
import type { PropertyChange } from "../../../provider/core/diff";
import { fromWire, toWire } from "../../../provider/vendors/statsig/rule/wire";
import { type Condition, pair, type Rule, respelled, rules } from "./arbitrary";
import { decide, type Person } from "./evaluator";
import { bag, kind } from "./project";

const inputsOf = (list: unknown) => bag({ name: "test", type: "rule_based", rules: list });

const check = (news: object) =>
  kind.check({ news: bag(news), olds: undefined, proposedName: "test", settings: {} });

const changes = (old: unknown, now: unknown): readonly PropertyChange[] =>
  kind.diff({
    olds: { ...inputsOf(old), segmentId: "test" },
    oldInputs: inputsOf(old),
    news: inputsOf(now),
    ignoreChanges: [],
    settings: {},
  }).changes;

const words = (list: unknown): unknown => {
  const preview = kind.preview({
    inputs: inputsOf(list),
    olds: undefined,
    oldInputs: undefined,
    settings: {},
  });
  return preview._tag === "Right" ? preview.right["expression"] : preview.left;
};

/** Somebody about whom the conditions of the rules have something to say. */
const personFor = (list: readonly Rule[]): fc.Arbitrary<Person> => {
  const mentioned = list.flatMap(({ conditions }) => conditions);
  const subject = ({ type, field, customID }: Condition) =>
    String(field ?? customID ?? (type.endsWith("_segment") ? "segments" : type));
  const value = (condition: Condition) =>
    [condition["targetValueList"] ?? condition["targetValue"] ?? ""].flat()[0];
  const entries = mentioned.map((condition) => [subject(condition), value(condition)] as const);
  return fc
    .subarray(entries)
    .map((some) => Object.fromEntries(some.map(([key, item]) => [key, String(item)])));
};

const environment = fc.constantFrom("production", "staging", "development");

describe("Laws of Statsig rules", () => {
  it("check accepts everything that the documents allow", () => {
    fc.assert(
      fc.property(rules, (list) => {
        expect(check(inputsOf(list)).failures).to.deep.equal([]);
      }),
    );
  });

  it("check is total: anything at all gets an answer, and the same one twice", () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom("name", "type", "rules", "ids", "idsFile", "tags", "x"),
          fc.jsonValue(),
        ),
        (news) => {
          const first = check(news);
          expect(check(first.inputs)).to.deep.equal(first);
        },
      ),
    );
  });

  it("diff(a, a) is empty", () => {
    fc.assert(
      fc.property(rules, (list) => {
        expect(changes(list, structuredClone(list))).to.deep.equal([]);
      }),
    );
  });

  it("the same in other words is no change, and reads the same", () => {
    fc.assert(
      fc.property(pair, ([list, same]) => {
        expect(changes(list, same)).to.deep.equal([]);
        expect(words(same)).to.equal(words(list));
      }),
    );
  });

  it("what is no change decides alike about everybody, and what decides otherwise is a change", () => {
    const cases = fc
      .tuple(rules, rules)
      .chain(([a, b]) => fc.tuple(fc.constant(a), fc.constant(b), personFor([...a, ...b])));
    fc.assert(
      fc.property(cases, environment, ([a, b, person], place) => {
        const differs = decide(a, person, place) !== decide(b, person, place);
        expect(differs && changes(a, b).length === 0).to.equal(false);
      }),
      { numRuns: 500 },
    );
  });

  it("other words decide alike about everybody", () => {
    const cases = pair.chain(([a, b]) => fc.tuple(fc.constant(a), fc.constant(b), personFor(a)));
    fc.assert(
      fc.property(cases, environment, ([a, b, person], place) => {
        expect(decide(b, person, place)).to.equal(decide(a, person, place));
      }),
      { numRuns: 500 },
    );
  });

  it("a change is seen from both sides, and expressions differ where rules do", () => {
    fc.assert(
      fc.property(rules, rules, (a, b) => {
        const there = changes(a, b).length > 0;
        expect(changes(b, a).length > 0).to.equal(there);
        if (there) expect(words(a)).not.to.equal(words(b));
      }),
    );
  });

  it("another order of rules is a change", () => {
    const several = rules.filter((list) => list.length > 1);
    fc.assert(
      fc.property(several, (list) => {
        expect(changes(list, list.toReversed()).length).to.be.greaterThan(0);
      }),
    );
  });

  it("paths of changes lead to what the program wrote", () => {
    fc.assert(
      fc.property(rules, rules, (a, b) => {
        for (const { path, kind: how } of changes(a, b)) {
          const root: unknown = { rules: how === "delete" ? a : b };
          const found = path.reduce<unknown>((value, step) => Object(value)[step], root);
          expect(found, JSON.stringify(path)).not.to.equal(undefined);
        }
      }),
    );
  });

  it("fromWire ∘ toWire means the same", () => {
    fc.assert(
      fc.property(rules, (list) => {
        const wire = toWire(list as never);
        expect(changes(list, fromWire(wire as never))).to.deep.equal([]);
      }),
    );
  });

  it("nothing that is sent is null, empty or of two types", () => {
    fc.assert(
      fc.property(rules.chain(respelled), (list) => {
        const sent = JSON.stringify(toWire(list as never));
        expect(sent).not.to.match(/:null|"(targetValue|environments)":\[\]/);
        for (const [, values = ""] of sent.matchAll(/"targetValue":\[([^\]]*)\]/g)) {
          const types = JSON.parse(`[${values}]`).map((value: unknown) => typeof value);
          expect(new Set(types).size).to.equal(1);
        }
      }),
    );
  });
});
