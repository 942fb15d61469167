import { expect } from "chai";
import { connect, places, withProject } from "./project";
import { buyers } from "./sample";

describe("Reading Statsig segments", () => {
  const project = withProject();

  it("reads a hundred segments with one listing", async () => {
    const { emulator, create } = project();
    const names = Array.from({ length: 100 }, (_, index) => `segment ${index}`);
    emulator.seed({ vendor: "statsig", generate: 99 });
    const state = await create("some", buyers);
    emulator.forgetRequests();
    const fresh = connect(emulator);
    const ids = names.map((_, index) => (index === 0 ? "some" : `generated_segment_${index}`));
    const found = await Promise.all(ids.map((id) => fresh.read({ ...state, id })));
    expect(found.filter((one) => one !== undefined)).to.have.length(100);
    expect(emulator.requests().total).to.equal(1);
  });

  for (const total of [99, 100, 101, 1_000]) {
    it(`lists ${total} segments, page by page`, async () => {
      const { emulator, operations, run } = project();
      emulator.seed({ vendor: "statsig", generate: total });
      const rows = await run(operations.list({}));
      expect(new Set(rows.map(({ id }) => id)).size).to.equal(total);
      expect(emulator.requests().total).to.equal(Math.ceil(total / 100));
    });
  }

  it("is none when somebody deleted it, also after a listing that still had it", async () => {
    const { emulator, create, read } = project();
    const state = await create("some", buyers);
    expect(await read(state)).not.to.equal(undefined);
    emulator.edit({ vendor: "statsig", id: "some", delete: true });
    expect(await connect(emulator).read(state)).to.equal(undefined);
  });

  it("shows what somebody changed in the console: rules, description, tags, percentage", async () => {
    const { emulator, create } = project();
    const state = await create("some", { ...buyers, description: "as declared" });
    const drifts = [
      { description: "changed" },
      { tags: ["added"] },
      { rules: [{ name: "Paying", passPercentage: 33.5, conditions: [] }] },
      { rules: [] },
    ];
    const seen: (readonly string[])[] = [];
    for (const set of drifts) {
      emulator.edit({
        vendor: "statsig",
        id: "some",
        set: { description: "as declared", tags: [], ...set },
      });
      const { read, diff } = connect(emulator);
      const now = await read(state);
      seen.push(
        now === undefined ? [] : places(diff(now, { ...buyers, description: "as declared" })),
      );
    }
    expect(seen).to.deep.equal([
      ["update description!"],
      ["delete tags.0!"],
      ["update rules.0.passPercentage", "add rules.0.conditions.0", "add rules.0.conditions.1"],
      ["add rules"],
    ]);
  });

  it("heals what somebody changed", async () => {
    const { emulator, create } = project();
    const state = await create("some", buyers);
    emulator.edit({ vendor: "statsig", id: "some", set: { rules: [] } });
    const later = connect(emulator);
    const seen = await later.read(state);
    if (seen === undefined) throw new Error("The segment is gone.");
    await later.update(seen, buyers);
    const healed = await connect(emulator).read(seen);
    expect(healed?.inputs["rules"]).to.deep.equal(state.inputs["rules"]);
  });

  it("is imported by its id, its name or the address of the console, and previews clean", async () => {
    const { emulator } = project();
    emulator.seed({ vendor: "statsig", dashboard: true });
    const ids = [
      "beta_users",
      "name:Beta users",
      "https://console.statsig.com/5p1/segments/beta_users?tab=setup",
    ];
    for (const id of ids) {
      const { importing, diff, check } = connect(emulator);
      const state = await importing(id);
      expect(state?.id).to.equal("beta_users");
      const inputs = state?.inputs ?? {};
      expect(check("imported", inputs).failures).to.deep.equal([]);
      expect(state && places(diff(state, inputs))).to.deep.equal([]);
      expect(inputs).to.include({ name: "Beta users", type: "rule_based" });
      expect(inputs).not.to.include.keys("segmentId", "idType", "tags", "creatorEmail");
    }
  });

  it("says which id it wanted when it cannot use one", async () => {
    const { operations, fails } = project();
    const read = (id: string) =>
      operations.read({ id, urn: "", inputs: undefined, outputs: undefined });
    expect(await fails(read("a b"))).to.include({ _tag: "BadId" });
  });

  it("shows a condition that no program may write, keeps it, and refuses to write it", async () => {
    const { emulator, importing, operations, fails } = project();
    const rules = [{ name: "All", passPercentage: 100, conditions: [{ type: "public" }] }];
    emulator.seed({ vendor: "statsig", segments: [{ name: "made there", rules }] });
    const state = await importing("made_there");
    expect(state?.inputs["rules"]).to.deep.equal([
      {
        name: "All",
        passPercentage: 100,
        conditions: [{ type: "unsupported_in_api", definition: '{"type":"public"}' }],
      },
    ]);
    const news = {
      ...state?.inputs,
      rules: [
        {
          ...rules[0],
          passPercentage: 50,
          conditions: [{ type: "unsupported_in_api", definition: '{"type":"public"}' }],
        },
      ],
    };
    const failure = await fails(
      operations.update({
        id: "made_there",
        urn: state?.urn ?? "",
        olds: state?.outputs ?? {},
        oldInputs: state?.inputs,
        inputs: news,
      }),
    );
    expect(failure).to.include({ _tag: "Unsupported" });
  });

  it("says the id of an imported segment only where it does not follow from the name", async () => {
    const { emulator, importing } = project();
    const segments = [{ id: "elsewhere", name: "Staff people" }, { name: "Other people" }];
    emulator.seed({ vendor: "statsig", segments });
    expect((await importing("elsewhere"))?.inputs["segmentId"]).to.equal("elsewhere");
    expect((await importing("other_people"))?.inputs).not.to.have.property("segmentId");
  });

  it("makes a segment of the default id when a program leaves such an id out, and says so", async () => {
    const { emulator, importing, check, diff } = project();
    emulator.seed({ vendor: "statsig", segments: [{ id: "elsewhere", name: "Staff people" }] });
    const state = await importing("elsewhere", "Staff people");
    if (state === undefined) throw new Error("The segment is not there.");
    const { warnings } = check("Staff people", { type: "rule_based" }, state);
    expect(places(diff(state, { type: "rule_based" }))).to.deep.equal(["update segmentId!"]);
    expect(warnings.map(({ problem }) => problem).join()).to.match(
      /segment "staff_people" is made in place of "elsewhere"/,
    );
    expect(diff(state, { type: "rule_based", segmentId: "elsewhere" }).changes).to.be.empty;
  });
});
