/** A vendor on paper only: every kind of codec once, in the smallest grammar that has them all. */
import * as t from "io-ts";
import { checked, closed, flag, list, oneOf, ScalarType, text } from "../../provider/core/codec";
import type { Fact, TypeFact } from "../../provider/core/facts";
import type { Model } from "../../provider/core/lifecycle";
import { variants } from "../../provider/core/variants";
import type { Described } from "../../provider/schema/package-spec";

const Name = checked("Name", text("must be text"), (name) =>
  name === "" ? "must not be empty" : undefined,
);

const Amount = new ScalarType(
  "Amount",
  ["string", "number"],
  (u): u is string | number => typeof u === "string" || typeof u === "number",
  "must be a number or text",
);

const AgeRelation = oneOf("AgeRelation", ["=", "!=", ">", "<"]);

const AgeFilter = closed(
  "AgeFilter",
  { field: t.literal("age"), relation: AgeRelation, value: Amount },
  {},
  ["comment"],
);

const TownFilter = closed(
  "TownFilter",
  { field: t.literal("town"), relation: oneOf("TownRelation", ["="]) },
  { valueList: list("towns", text("must be text"), { min: 1, max: 20 }) },
);

const Operator = closed(
  "Operator",
  { operator: oneOf("Combination", ["AND", "OR"]) },
  { field: t.literal("operator") },
);

export const AnyOf: t.Mixed = closed(
  "AnyOf",
  { anyOf: t.recursion("Filters", (): t.Mixed => Filters) },
  { field: t.literal("any_of") },
);

export const Filter = variants(
  "Filter",
  "field",
  { age: AgeFilter, town: TownFilter, operator: Operator, any_of: AnyOf },
  { operator: "operator", anyOf: "any_of" },
);

const Filters: t.Mixed = list("filters", Filter, { min: 1, max: 200 });

const fact = (doc: string): Fact => ({ doc });

export const types: { readonly [name: string]: TypeFact } = {
  AgeFilter: {
    doc: "Compares the age.",
    properties: {
      field: fact("Always `age`."),
      relation: fact("How the age compares."),
      value: fact("Years."),
    },
  },
  AgeRelation: { doc: "How ages compare.", properties: { ">": fact("Older.") } },
  TownFilter: {
    doc: "Compares the town.",
    properties: {
      field: fact("Always `town`."),
      relation: fact("Always `=`."),
      valueList: fact("Towns, one of which it is."),
    },
  },
  Operator: {
    doc: "Stands between two filters.",
    properties: { field: fact("May be left out."), operator: fact("AND binds tighter.") },
  },
  AnyOf: {
    doc: "One of several.",
    properties: { field: fact("May be left out."), anyOf: fact("The alternatives.") },
  },
};

export const model: Model = {
  token: "audiences:paper:Segment",
  doc: "Everybody whom the filters let through.",
  args: closed("SegmentArgs", { filters: Filters }, { name: Name, project: Name, adopt: flag }),
  outputs: closed("SegmentOutputs", { createdAt: t.string, members: t.number }, {}),
  facts: {
    filters: { doc: "Who is in the segment." },
    name: { doc: "Shown in the dashboard.", autonamed: true },
    project: { doc: "Owns the segment.", replaces: true, setting: "project" },
    adopt: { doc: "Takes over a segment of that name.", local: true, deprecated: "Import it." },
    createdAt: { doc: "When it was made.", secret: true },
    members: { doc: "How many there were." },
  },
  types,
};

export const vendor: Described = {
  name: "paper",
  title: "Paper",
  settings: {
    apiKey: { doc: "Opens the account.", environment: ["PAPER_KEY"], secret: true, required: true },
    endpoint: {
      doc: "Where the API is.",
      environment: ["PAPER_ENDPOINT"],
      secret: false,
      required: false,
      default: "https://paper.example",
    },
  },
  resources: [{ model }],
};
