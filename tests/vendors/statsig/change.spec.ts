import { expect } from "chai";
import { places, withProject } from "./project";
import { buyers, german, paying, rule } from "./sample";

describe("A change of a Statsig segment", () => {
  const project = withProject();
  const changes: readonly (readonly [
    name: string,
    change: object,
    ...wanted: readonly string[],
  ])[] = [
    ["nothing", {}],
    ["its description", { description: "b" }, "update description!"],
    ["its name", { name: "other" }, "update name!"],
    ["its id", { segmentId: "other_id" }, "update segmentId!"],
    ["its idType", { idType: "stableID" }, "add idType!"],
    ["idType, spelled out", { idType: "userID" }],
    ["its tags", { tags: ["a"] }, "add tags.0!"],
    ["tags, empty", { tags: [] }],
    ["its team", { team: "growth" }, "add team!"],
    ["onDelete, spelled out", { onDelete: "delete" }],
    ["onDelete", { onDelete: "archive" }, "add onDelete"],
    ["adopt", { adopt: true }],
    ["its rules", { rules: [] }, "delete rules.0"],
    [
      "a percentage",
      { rules: [rule("Paying", 50, german, paying)] },
      "update rules.0.passPercentage",
    ],
  ];
  for (const [name, change, ...wanted] of changes) {
    it(`of ${name} is ${wanted.join(", ") || "none"}`, async () => {
      const { create, diff } = project();
      const state = await create("some", { ...buyers, description: "a" });
      const inputs = { ...buyers, description: "a", ...change };
      expect(places(diff(state, inputs))).to.deep.equal(wanted);
    });
  }

  it("deletes first where the id or the name stays, and not otherwise", async () => {
    const { create, diff } = project();
    const state = await create("some", buyers);
    const first = (change: object) => diff(state, { ...buyers, ...change }).deleteBeforeReplace;
    expect(first({ description: "new" })).to.equal(true);
    expect(first({ segmentId: "other" })).to.equal(true);
    expect(first({ name: "other" })).to.equal(false);
    expect(first({ name: "other", segmentId: "some" })).to.equal(true);
    expect(first({})).to.equal(false);
  });

  it("does not delete first what would keep its id in the archive", async () => {
    const { create, diff } = project();
    const inputs = { ...buyers, onDelete: "archive" };
    const state = await create("some", inputs);
    expect(diff(state, { ...inputs, description: "new" }).deleteBeforeReplace).to.equal(false);
  });

  it("that replaces is explained in the preview", async () => {
    const { create, check } = project();
    const state = await create("some", { type: "id_list", description: "a" });
    const { warnings } = check("some", { type: "id_list", description: "b", tags: ["x"] }, state);
    expect(warnings).to.have.length(1);
    expect(warnings[0]?.path).to.deep.equal(["description"]);
    expect(warnings[0]?.problem)
      .to.match(/^differs from what Statsig has, as does tags, and no endpoint changes them: /)
      .and.match(/the segment is deleted and made anew/)
      .and.match(/ids in the list are not managed here, and are lost/);
    expect(check("some", { type: "id_list", description: "a" }, state).warnings).to.deep.equal([]);
  });

  it("is not taken for one where an import left out the name, because it is the resource's", async () => {
    const { create, check } = project();
    const state = await create("some", buyers);
    const { name: _, ...inputs } = state.inputs;
    expect(check("some", buyers, { ...state, inputs }).warnings).to.deep.equal([]);
    expect(check("other", buyers, { ...state, inputs: state.inputs }).warnings).to.deep.equal([]);
  });

  it("that gives it another id says who is left behind", async () => {
    const { create, check } = project();
    const state = await create("some people", { type: "rule_based", rules: buyers.rules });
    const { warnings } = check("some people", { ...buyers, name: "Other people" }, state);
    expect(warnings[0]?.path).to.deep.equal(["name"]);
    expect(warnings[0]?.problem)
      .to.match(/segment "other_people" is made in place of "some_people"/)
      .and.match(/refer to "some_people" find nobody in it from then on/);
  });
});
