import { expect } from "chai";
import { resourceSpec } from "../../provider/schema/resource-spec";
import { model } from "./paper-vendor";

const spec = resourceSpec(model);

describe("A resource's spec", () => {
  it("offers the inputs and demands those without which there is no segment", () => {
    expect(Object.keys(spec.inputProperties)).to.deep.equal([
      "adopt",
      "filters",
      "name",
      "project",
    ]);
    expect(spec.requiredInputs).to.deep.equal(["filters"]);
  });

  it("gives the inputs back, and what the vendor adds", () => {
    expect(Object.keys(spec.properties)).to.have.members([
      ...Object.keys(spec.inputProperties),
      "createdAt",
      "members",
    ]);
  });

  it("promises outputs that are always there, a defaulted name among them", () => {
    expect(spec.required).to.deep.equal(["createdAt", "filters", "members", "name"]);
  });

  it("says on the output that a change replaces, where generators read it, and on the input for readers", () => {
    expect(spec.properties["project"]).to.include({ replaceOnChanges: true });
    expect(spec.inputProperties["project"]).to.include({ willReplaceOnChanges: true });
    expect(spec.inputProperties["project"]).not.to.have.property("replaceOnChanges");
    expect(spec.properties["name"]).not.to.have.property("replaceOnChanges");
  });

  it("marks what is secret and what is not to be used any more", () => {
    expect(spec.properties["createdAt"]).to.include({ secret: true });
    expect(spec.inputProperties["adopt"]).to.include({ deprecationMessage: "Import it." });
  });

  it("can be listed, by account, name and time", () => {
    const asked = Object.keys(spec.listInputs?.properties ?? {});
    expect(asked).to.deep.equal(["changedSince", "nameContains", "project"]);
  });
});
