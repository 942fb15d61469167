import { expect } from "chai";
import fc from "fast-check";
import * as E from "fp-ts/Either";
import * as t from "io-ts";
import { checked, closed, list, oneOf, text } from "../../provider/core/codec";
import { print } from "../../provider/core/path";
import { fromErrors, sentence } from "../../provider/core/problem";
import { ruled } from "../../provider/core/ruled";
import { unknown } from "../../provider/core/value";
import { variants } from "../../provider/core/variants";

const Name = checked("Name", text("must be text"), (name) =>
  name === "" ? "must not be empty" : undefined,
);
const Colour = oneOf("Colour", ["red", "green"]);
const Paint = closed("Paint", { colour: Colour }, { name: Name }, ["note"]);
const Paints = list("paints", Paint, { min: 1, max: 3 });
const Thing = variants(
  "Thing",
  "kind",
  {
    paint: closed("PaintThing", { kind: t.literal("paint"), colour: Colour }, {}),
    box: closed("BoxThing", { inside: Paints }, { kind: t.literal("box") }),
  },
  { inside: "box" },
  { brush: "must not be a brush" },
);

const said = (codec: t.Mixed, value: unknown): readonly string[] => {
  const result = codec.decode(value);
  if (E.isRight(result)) return [];
  return fromErrors(result.left).map((one) => `${print(one.path)} ${sentence(one, false)}`.trim());
};

const parts = fc.oneof(
  fc.constantFrom("red", "green", "", "paint", unknown),
  fc.jsonValue({ maxDepth: 1 }),
);
const objects = fc.dictionary(
  fc.constantFrom("colour", "name", "note", "kind", "inside", "color", "toString", "__proto__"),
  fc.oneof(
    parts,
    fc.array(fc.dictionary(fc.constantFrom("colour", "name"), parts), { maxLength: 4 }),
  ),
);
const anything = fc.oneof(objects, fc.array(objects), parts);

describe("Codecs", () => {
  for (const codec of [Name, Colour, Paint, Paints, Thing] as readonly t.Mixed[]) {
    it(`${codec.name}: is agrees with decode, and decode gives back the very value`, () => {
      fc.assert(
        fc.property(anything, (value) => {
          const result = codec.decode(value);
          expect(E.isRight(result)).to.equal(codec.is(value));
          if (E.isRight(result)) expect(codec.encode(result.right)).to.equal(value);
        }),
        { numRuns: 1_000 },
      );
    });
  }

  const cases: readonly (readonly [t.Mixed, unknown, readonly string[]])[] = [
    [Paint, { colour: "red", note: 1 }, []],
    [Paint, { colour: "red", name: undefined }, []],
    [Paint, {}, ['colour is required; it must be "red" or "green"']],
    [Paint, { color: "red" }, ["color is not a property of Paint; write `colour` instead"]],
    [
      Paint,
      { colour: "red", size: 1 },
      ["size is not a property of Paint; it has colour and name"],
    ],
    [Paint, { colour: "rot" }, ['colour must be "red" or "green", not "rot"']],
    [Paint, [], ["must be an object with colour or name"]],
    [Paints, [], ["must have 1 to 3 entries, not 0"]],
    [Paints, [{ colour: "red" }, { colour: 1 }], ['[1].colour must be "red" or "green", not 1']],
    [Paints, [{ colour: unknown }, unknown], []],
    [Thing, { kind: "brush" }, ["kind must not be a brush"]],
    [Thing, { kind: "pant" }, ['kind must be paint (did you mean paint?), not "pant"']],
    [
      Thing,
      { inside: [{ colour: "blue" }] },
      ['inside[0].colour must be "red" or "green", not "blue"'],
    ],
  ];
  for (const [codec, value, expected] of cases) {
    it(`${codec.name}: ${expected.join("; ") || "nothing"}`, () => {
      expect(said(codec, value)).to.deep.equal(expected);
    });
  }

  it("say no more than 200 things about one list, however long", () => {
    const many = Array.from({ length: 300_000 }, () => 1);
    expect(said(list("colours", Colour, { min: 0, max: 1e9 }), many)).to.have.length(200);
  });

  it("rules are asked only when each property alone is right", () => {
    const Pair = closed("Pair", { low: t.number, high: t.number }, {});
    const Range = ruled(Pair, ({ low, high }) =>
      low > high ? [{ key: "low", message: "must not be above `high`" }] : [],
    );
    expect(said(Range, { low: 2, high: 1 })).to.deep.equal(["low must not be above `high`"]);
    expect(said(Range, { low: 2, high: "1" })).to.have.length(1);
    expect(said(Range, { low: 1, high: 2 })).to.deep.equal([]);
  });
});
