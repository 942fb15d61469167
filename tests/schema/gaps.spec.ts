import { expect } from "chai";
import * as t from "io-ts";
import { closed, oneOf, text } from "../../provider/core/codec";
import type { Model } from "../../provider/core/lifecycle";
import { variants } from "../../provider/core/variants";
import { gaps } from "../../provider/schema/gaps";
import { model, types } from "./paper-vendor";

const words = text("must be text");
const fact = { doc: "Something." };

/** The paper vendor's resource with one more property, of which everything is said that has to be. */
const having = (codec: t.Mixed, facts: Model["types"] = {}): Model => ({
  ...model,
  outputs: closed("SegmentOutputs", { createdAt: t.string, members: t.number, extra: codec }, {}),
  facts: { ...model.facts, extra: fact },
  types: { ...types, ...facts },
});

const thing = (shape: { readonly [key: string]: t.Mixed }) => closed("Thing", shape, {});
const { AgeFilter, ...others } = types;

const cases: readonly (readonly [what: string, model: Model, gap: string])[] = [
  [
    "a property without a fact",
    { ...model, facts: {} },
    "audiences:paper:Segment: the facts say nothing about `filters`",
  ],
  [
    "a property about which the fact has no words",
    { ...model, facts: { ...model.facts, name: { doc: "" } } },
    "audiences:paper:Segment: the facts say nothing about `name`",
  ],
  [
    "a fact about no property",
    { ...model, facts: { ...model.facts, colour: fact } },
    "audiences:paper:Segment: the facts tell of `colour`, which the codec does not have",
  ],
  [
    "a resource without a doc",
    { ...model, doc: "" },
    "audiences:paper:Segment: the model has no doc",
  ],
  [
    "a type without facts",
    { ...model, types: others },
    "audiences:paper:AgeFilter: the facts do not say what this type is",
  ],
  [
    "a property of a type without a fact",
    having(thing({ size: words }), { Thing: { doc: "A thing.", properties: {} } }),
    "audiences:paper:Thing: the facts say nothing about `size`",
  ],
  [
    "facts about a type that is nowhere used",
    { ...model, types: { ...types, Ghost: { doc: "Boo.", properties: {} } } },
    "audiences:paper: the facts tell of a type Ghost, which no property uses",
  ],
  [
    "a codec of a kind that schemas do not have",
    having(t.null),
    "audiences:paper: a codec called null has no counterpart in a schema",
  ],
  [
    "a variant that is no object",
    having(variants("Odd", "type", { word: words })),
    "audiences:paper: the variant `word` of `type` is no object",
  ],
  [
    "two types of one name",
    having(oneOf("AgeRelation", ["young", "old"])),
    "audiences:paper:AgeRelation: two different types have this name",
  ],
  [
    "a word that makes no name",
    having(oneOf("Marks", ["?", "ok"])),
    'audiences:paper:Marks: "?" makes no name',
  ],
  [
    "two words that make the same name",
    having(oneOf("Marks", ["is_set", "is set"])),
    'audiences:paper:Marks: "is set" has the name of another value',
  ],
  [
    "a fact about no word of an enum",
    having(oneOf("Marks", ["a", "b"]), { Marks: { doc: "Marks.", properties: { c: fact } } }),
    'audiences:paper:Marks: the facts tell of "c", which is no value',
  ],
];

describe("What is missing for a schema", () => {
  it("is nothing when facts and codecs agree", () => {
    expect(gaps([model])).to.deep.equal([]);
  });

  for (const [what, incomplete, gap] of cases) {
    it(`is told: ${what}`, () => {
      expect(gaps([incomplete])).to.include(gap);
    });
  }

  it("is told all at once", () => {
    const incomplete = { ...model, doc: "", facts: {}, types: others };
    expect(gaps([incomplete])).to.have.lengthOf.greaterThan(6);
  });
});
