import { expect } from "chai";
import { functionsOf } from "../../provider/core/function";
import { vendors } from "../../provider/registry";
import { functionSpec, functionTypes } from "../../provider/schema/function-spec";
import { modelsOf, packageSpec } from "../../provider/schema/package-spec";
import { resourceSpec } from "../../provider/schema/resource-spec";
import type { FunctionSpec, NamedSpec } from "../../provider/schema/spec";
import { model as bare, vendor } from "./paper-vendor";

const model = {
  ...bare,
  facts: { ...bare.facts, createdAt: { doc: "When it was made.", listed: true as const } },
  audience: { property: "readers", doc: "How many read it now." },
};
const specs = new Map(functionsOf(model).map(({ model: one }) => [one.token, functionSpec(one)]));
const types = new Map(functionsOf(model).flatMap(({ model: one }) => functionTypes(one)));

const specOf = (token: `audiences:paper:${string}`): FunctionSpec => {
  const spec = specs.get(token);
  if (spec === undefined) throw new Error(`there is no ${token}`);
  return spec;
};

const names = (properties: object | undefined): readonly string[] => Object.keys(properties ?? {});

describe("The schema of getSegment", () => {
  const { inputs, outputs } = specOf("audiences:paper:getSegment");

  it("takes an id or a name, and where to look", () => {
    expect(names(inputs.properties)).to.deep.equal(["id", "name", "project"]);
    expect(inputs.required).to.deep.equal([]);
  });

  it("tells what the resource has, its id and what fluctuates, but not how a program handles it", () => {
    const { properties } = resourceSpec(model);
    const expected = [...names(properties).filter((name) => name !== "adopt"), "id", "readers"];
    expect(names(outputs.properties)).to.have.members(expected);
  });

  it("promises what a segment always has", () => {
    expect(outputs.required).to.deep.equal(["createdAt", "filters", "id", "members", "name"]);
  });

  it("describes the account by the setting that stands in for it", () => {
    expect(inputs.properties["project"]?.description).to.include("`paperProject`");
  });
});

describe("The schema of getSegments", () => {
  const { inputs, outputs } = specOf("audiences:paper:getSegments");

  it("takes the same questions as a list of the resource", () => {
    expect(inputs.properties).to.deep.equal(resourceSpec(model).listInputs?.properties);
  });

  it("tells a list of what listings tell, as a type with a name", () => {
    const $ref = "#/types/audiences:paper:SegmentSummary";
    expect(outputs.properties["segments"]).to.deep.include({ type: "array", items: { $ref } });
    const summary: NamedSpec | undefined = types.get("audiences:paper:SegmentSummary");
    const properties = summary?.type === "object" ? summary.properties : {};
    expect(names(properties)).to.deep.equal(["changedAt", "createdAt", "id", "name"]);
  });
});

describe("The package's functions", () => {
  const about = {
    name: "pulumi-audiences",
    version: "1.2.3",
    description: "Segments as code.",
    keywords: [],
    license: "Apache-2.0",
    pulumiRange: "^3.260.0",
  };

  it("are two for each resource, and their types are in the package", () => {
    const spec = packageSpec([vendor], about);
    expect(names(spec.functions)).to.deep.equal([
      "audiences:paper:getSegment",
      "audiences:paper:getSegments",
    ]);
    expect(spec.types).to.have.property("audiences:paper:SegmentSummary");
  });

  it("are there for every vendor, and described", () => {
    const { functions } = packageSpec(vendors, about);
    expect(names(functions)).to.have.lengthOf(2 * modelsOf(vendors).length);
    const silent = Object.entries(functions).filter(([, { description }]) => description === "");
    expect(silent).to.deep.equal([]);
  });
});
