import { expect } from "chai";
import { connect, places, withProject } from "./project";
import { buyers, german, paying, rule } from "./sample";

const ruleIds = (remote: Record<string, unknown> = {}): readonly (readonly unknown[])[] =>
  [remote["rules"]].flat().map((one) => ["name", "baseID", "id"].map((key) => Object(one)[key]));

describe("The life of a Statsig segment", () => {
  const project = withProject();

  it("begins with one POST, and an id that follows from the name", async () => {
    const { create, writes } = project();
    const state = await create("Loyal Buyers", buyers);
    expect(state.id).to.equal("loyal_buyers");
    expect(state.outputs).to.include({
      segmentId: "loyal_buyers",
      name: "Loyal Buyers",
      expression: "Paying: 33.33 % of those where country is AT or DE, and plan is pro",
      version: 1,
    });
    expect(state.outputs["createdAt"]).to.match(/^\d{4}-\d\d-\d\dT/);
    expect(writes().map((line) => line.split(" ").slice(0, 2).join(" "))).to.deep.equal([
      "POST /console/v1/segments",
    ]);
  });

  for (const passPercentage of [0.01, 0.5, 33.33, 99.99, 29, 57.6]) {
    it(`keeps ${passPercentage} %`, async () => {
      const { emulator, create } = project();
      const inputs = { type: "rule_based", rules: [rule("A", passPercentage, paying)] };
      const state = await create("some", inputs);
      const { read, diff } = connect(emulator);
      const seen = await read(state);
      expect(seen?.inputs["rules"]).to.deep.equal(inputs.rules);
      expect(seen && places(diff(seen, inputs))).to.deep.equal([]);
    });
  }

  it("updates rules through /conditional with a bare array, and rules of one name keep their ids", async () => {
    const { create, update, writes, remote } = project();
    const state = await create("some", {
      type: "rule_based",
      rules: [rule("A", 10, paying), rule("B", 100, german)],
    });
    const before = ruleIds(await remote("some"));
    writes();
    await update(state, {
      type: "rule_based",
      rules: [rule("B", 100, paying), rule("New", 5, german), rule("A", 20, paying)],
    });
    const [request = "", ...others] = writes();
    expect(others).to.deep.equal([]);
    expect(request).to.match(/^POST \/console\/v1\/segments\/some\/conditional \[\{/);
    const after = ruleIds(await remote("some"));
    expect(after[0]).to.deep.equal(before[1]);
    expect(after[2]?.slice(0, 2)).to.deep.equal(before[0]?.slice(0, 2));
    expect(after[2]?.[2]).to.equal(`${before[0]?.[1]}:20.00:2`);
    expect(after[1]?.[1]).not.to.be.oneOf(before.map(([, base]) => base));
  });

  it("goes with one DELETE, and twice is as good as once", async () => {
    const { emulator, create, writes, remote } = project();
    const state = await create("some", buyers);
    const { remove } = connect(emulator);
    writes();
    await remove(state);
    await remove(state);
    expect(writes()).to.deep.equal([
      "DELETE /console/v1/segments/some",
      "DELETE /console/v1/segments/some",
    ]);
    expect(await remote("some")).to.equal(undefined);
  });

  it("is archived where the program says so", async () => {
    const { emulator, create, writes, remote } = project();
    const state = await create("some", { ...buyers, onDelete: "archive" });
    writes();
    await connect(emulator).remove(state);
    expect(writes()).to.deep.equal(["PUT /console/v1/segments/some/archive"]);
    expect(await remote("some")).not.to.equal(undefined);
  });

  it("tells whose rules refer to it when it goes", async () => {
    const { emulator, create } = project();
    const { told, remove } = connect(emulator);
    const state = await create("base", buyers);
    const asks = (type: string) => ({
      type: "rule_based",
      rules: [rule("A", 100, { type, targetValue: "base" })],
    });
    await create("one", asks("passes_segment"));
    await create("two", asks("fails_segment"));
    await create("three", buyers);
    emulator.forgetRequests();
    await remove(state);
    expect(told.filter(({ severity }) => severity === "warning")).to.deep.equal([
      {
        severity: "warning",
        message:
          "the rules of one and two refer to segment base: when it is deleted, and until it is there again, they find nobody in it",
      },
    ]);
    expect(emulator.requests().counts).to.deep.equal({
      "GET /console/v1/segments": 1,
      "DELETE /console/v1/segments/:id": 1,
    });
  });
});
