import { expect } from "chai";
import { explain } from "../../../provider/core/failure";
import { bag, connect, urnOf, withProject } from "./project";

const rules = [
  {
    name: "A",
    passPercentage: 100,
    conditions: [{ type: "email", operator: "str_contains_any", targetValue: "@example.com" }],
  },
];
const inputs = { name: "staff", type: "rule_based", description: "ours", rules };

describe("Creating a Statsig segment", () => {
  const project = withProject();
  const creating = (more: object = {}) =>
    project().operations.create({ urn: urnOf("staff"), inputs: bag({ ...inputs, ...more }) });

  it("twice makes one, for the second meets its own", async () => {
    const { run, emulator } = project();
    await run(creating());
    await run(creating());
    const again = connect(emulator);
    const state = await again.create("staff", inputs);
    expect(state.id).to.equal("staff");
    expect(emulator.requests().operations["statsig.create"]).to.equal(3);
    expect(await again.run(again.operations.list({}))).to.have.length(1);
  });

  for (const status of [400, 409] as const) {
    it(`refuses to overwrite what exists (answered ${status}), and says how to import it`, async () => {
      const { emulator, fails, writes } = project();
      emulator.settings({ statsig: { takenStatus: status } });
      emulator.seed({
        vendor: "statsig",
        segments: [{ id: "staff", name: "staff", description: "theirs" }],
      });
      const failure = await fails(creating());
      expect(explain(failure)).to.contain("`pulumi import audiences:statsig:Segment staff staff`");
      expect(writes()).to.have.length(1);
    });
  }

  it("adopts what exists when the program says so, changing rules alone", async () => {
    const { emulator, run, writes, remote } = project();
    emulator.seed({
      vendor: "statsig",
      segments: [
        { id: "staff", name: "staff", description: "ours", creatorEmail: "them@example.com" },
      ],
    });
    await run(creating({ adopt: true }));
    expect(writes().map((line) => line.split(" ").slice(0, 2).join(" "))).to.deep.equal([
      "POST /console/v1/segments",
      "POST /console/v1/segments/staff/conditional",
    ]);
    expect((await remote("staff"))?.["rules"]).to.have.length(1);
  });

  it("does not adopt what no endpoint could make as declared", async () => {
    const { emulator, fails, writes } = project();
    emulator.seed({
      vendor: "statsig",
      segments: [{ id: "staff", name: "staff", description: "theirs", tags: ["x"] }],
    });
    const failure = await fails(creating({ adopt: true }));
    expect(failure).to.include({ _tag: "Unsupported" });
    expect(explain(failure)).to.contain("its description and tags differ");
    expect(writes()).to.have.length(1);
  });

  it("names the segment that has the name under another id", async () => {
    const { emulator, fails } = project();
    emulator.seed({ vendor: "statsig", segments: [{ id: "elsewhere", name: "staff" }] });
    expect(await fails(creating())).to.deep.include({
      _tag: "AlreadyExists",
      subject: 'Segment "elsewhere"',
    });
  });

  it("says so when the id is taken by what is no segment to be seen", async () => {
    const { emulator, fails } = project();
    emulator.settings({ statsig: { showArchived: false } });
    emulator.seed({ vendor: "statsig", segments: [{ name: "staff", archived: true }] });
    const failure = await fails(creating());
    expect(explain(failure)).to.match(/ID is already in use.*an archived segment may have it/);
  });

  it("says that what it found may be archived, which no answer shows", async () => {
    const { emulator, create, told } = project();
    const archiving = { ...inputs, onDelete: "archive" };
    const state = await create("staff", archiving);
    await connect(emulator).remove(state);
    expect(told).to.deep.equal([]);
    await create("staff", archiving);
    expect(emulator.requests().operations).to.include({ "statsig.archive": 1 });
    expect(told.map(({ severity, message }) => `${severity}: ${message}`).join()).to.match(
      /^warning: segment staff was there already.* whether it is archived/,
    );
  });

  it("after a cut connection finds its own", async () => {
    const { emulator, run, operations } = project();
    emulator.faults.add({ kind: "cut-after-write", operation: "create" });
    const { id } = await run(creating());
    expect(id).to.equal("staff");
    expect(await run(operations.list({}))).to.have.length(1);
  });

  it("sends no rules with another type, and no null", async () => {
    const { run, operations, writes } = project();
    await run(operations.create({ urn: urnOf("x"), inputs: { name: "list", type: "id_list" } }));
    expect(writes()).to.deep.equal([
      'POST /console/v1/segments {"name":"list","id":"list","type":"id_list"}',
    ]);
  });

  it("keeps people apart from what Statsig does not show of them", async () => {
    const { emulator, create } = project();
    emulator.settings({ statsig: { showCreators: false } });
    const said = { ...inputs, creatorEmail: "me@example.com", creatorId: "abc" };
    const state = await create("staff", said);
    const { read, diff } = connect(emulator);
    const seen = await read(state);
    expect(seen && diff(seen, said).changes).to.deep.equal([]);
  });

  it("foresees what an adoption would meet, by the id that follows from the name", async () => {
    const { emulator, run, operations, writes } = project();
    emulator.seed({
      vendor: "statsig",
      segments: [{ id: "staff", name: "staff", description: "ours" }],
    });
    const foresight = await run(operations.foresee(bag({ ...inputs, adopt: true })));
    expect(foresight).to.have.nested.property("value.id", "staff");
    expect(writes()).to.deep.equal([]);
  });
});
