import { expect } from "chai";
import * as t from "io-ts";
import { checked, closed, flag, list, oneOf, ScalarType, text } from "../../provider/core/codec";
import { ruled } from "../../provider/core/ruled";
import { variants } from "../../provider/core/variants";
import { propertySpec, typeSpec } from "../../provider/schema/from-codec";
import { namedTypes } from "../../provider/schema/named-types";
import type { TypeSpec } from "../../provider/schema/spec";
import { AnyOf, Filter, model, types } from "./paper-vendor";

const MODULE = "audiences:paper";
const ref = (name: string): string => `#/types/audiences:paper:${name}`;

const words = text("must be text");
const scalar = (...kinds: readonly ("string" | "number" | "boolean")[]) =>
  new ScalarType("Scalar", kinds, (u): u is unknown => u !== undefined, "must be a scalar");
const pair = closed("Pair", { left: words }, { right: words });
const one = closed("One", { type: t.literal("one") }, {});
const two = closed("Two", { type: t.literal("two") }, {});

const cases: readonly (readonly [what: string, codec: t.Mixed, spec: TypeSpec])[] = [
  ["text is a string", words, { type: "string" }],
  ["a flag is a boolean", flag, { type: "boolean" }],
  ["a plain io-ts number is a number", t.number, { type: "number" }],
  [
    "several scalars are a union, in the order of the codec",
    scalar("number", "string"),
    { oneOf: [{ type: "number" }, { type: "string" }] },
  ],
  ["a literal is of its own type", t.literal("tag"), { type: "string" }],
  ["a literal number is a number", t.literal(3), { type: "number" }],
  [
    "a list is an array",
    list("words", words, { min: 1, max: 2 }),
    { type: "array", items: { type: "string" } },
  ],
  ["an object is named", pair, { $ref: ref("Pair") }],
  ["words to choose from are named", oneOf("Side", ["left", "right"]), { $ref: ref("Side") }],
  ["a word without a choice is a string", oneOf("Side", ["left"]), { type: "string" }],
  ["checks do not show", checked("Short", words, () => undefined), { type: "string" }],
  ["rules across properties do not show", ruled(pair, () => []), { $ref: ref("Pair") }],
  [
    "a recursive codec is what it stands for",
    t.recursion("Pair", () => pair),
    { $ref: ref("Pair") },
  ],
  [
    "variants are written out, told apart by a word",
    variants("Either", "type", { one, two }),
    {
      oneOf: [{ $ref: ref("One") }, { $ref: ref("Two") }],
      discriminator: { propertyName: "type", mapping: { one: ref("One"), two: ref("Two") } },
    },
  ],
  [
    "a variant of several words is listed once",
    variants("Either", "type", { one, uno: one, two }),
    {
      oneOf: [{ $ref: ref("One") }, { $ref: ref("Two") }],
      discriminator: {
        propertyName: "type",
        mapping: { one: ref("One"), two: ref("Two"), uno: ref("One") },
      },
    },
  ],
  ["a single variant is no union", variants("Only", "type", { one }), { $ref: ref("One") }],
];

describe("The type of a codec", () => {
  for (const [what, codec, spec] of cases) {
    it(what, () => {
      expect(typeSpec(MODULE)(codec)).to.deep.equal(spec);
    });
  }
});

describe("The property of a codec", () => {
  const described = (codec: t.Mixed) => propertySpec(MODULE, codec, { doc: "What it is." });

  it("has the fact's words", () => {
    expect(described(words)).to.deep.equal({ type: "string", description: "What it is." });
  });

  it("is constant for a literal and for a word without a choice", () => {
    expect(described(t.literal("tag"))).to.include({ type: "string", const: "tag" });
    expect(described(oneOf("Relation", ["="]))).to.include({ type: "string", const: "=" });
  });

  it("is secret or deprecated when the fact says so", () => {
    const fact = { doc: "What it is.", secret: true, deprecated: "Use another." } as const;
    expect(propertySpec(MODULE, words, fact)).to.deep.equal({
      type: "string",
      description: "What it is.",
      secret: true,
      deprecationMessage: "Use another.",
    });
  });
});

describe("The named types of a codec", () => {
  const named = new Map(namedTypes(MODULE, Object.values(model.args.required), types));

  it("are its objects and enums, each once however often they recur", () => {
    const names = ["AgeFilter", "AgeRelation", "AnyOf", "Combination", "Operator", "TownFilter"];
    expect([...named.keys()].sort()).to.deep.equal(names.map((name) => `${MODULE}:${name}`));
  });

  it("refer to each other where the grammar is recursive", () => {
    expect(named.get(`${MODULE}:AnyOf`)).to.have.nested.property("properties.anyOf.items.oneOf");
    expect(typeSpec(MODULE)(AnyOf)).to.deep.equal({ $ref: ref("AnyOf") });
    expect(typeSpec(MODULE)(Filter).oneOf).to.deep.include({ $ref: ref("AnyOf") });
  });

  it("require what the codec requires, and offer what it allows", () => {
    expect(named.get(`${MODULE}:TownFilter`)).to.deep.include({
      description: "Compares the town.",
      required: ["field", "relation"],
    });
    expect(named.get(`${MODULE}:TownFilter`)).to.have.nested.property("properties.valueList");
  });

  it("keep silent about keys that a codec lets through without reading them", () => {
    expect(named.get(`${MODULE}:AgeFilter`)).not.to.have.nested.property("properties.comment");
  });

  it("name each word of an enum and say what it means, the vendor's own words first", () => {
    expect(named.get(`${MODULE}:AgeRelation`)).to.deep.equal({
      type: "string",
      description: "How ages compare.",
      enum: [
        { name: "Equal", value: "=", description: "Is the value." },
        { name: "NotEqual", value: "!=", description: "Is anything but the value." },
        { name: "GreaterThan", value: ">", description: "Older." },
        { name: "LessThan", value: "<", description: "Is less than the value." },
      ],
    });
  });

  it("describe an enum that has no facts by its words", () => {
    expect(named.get(`${MODULE}:Combination`)?.description).to.equal('Written "AND" or "OR".');
  });
});
