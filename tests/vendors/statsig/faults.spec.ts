import { expect } from "chai";
import { explain, type Operation } from "../../../provider/core/failure";
import { type Send, type Transport, transport } from "../../../provider/http/send";
import { statsig } from "../../../provider/vendors/statsig/vendor";
import { bag, connect, type Project, type State, urnOf, withProject } from "./project";

const inputs = { name: "some", type: "rule_based", rules: [] };
const other = {
  ...inputs,
  rules: [{ name: "A", passPercentage: 1, conditions: [] }],
};

const updating = ({ operations }: Project, { id, urn, outputs, inputs: olds }: State) =>
  operations.update({ id, urn, olds: outputs, oldInputs: olds, inputs: bag(other) });

const reading = ({ operations }: Project, { id, urn, outputs, inputs: olds }: State) =>
  operations.read({ id, urn, inputs: olds, outputs });

const deleting = ({ operations }: Project, { id, urn, outputs, inputs: olds }: State) =>
  operations.delete({ id, urn, inputs: olds, outputs });

type Deed = (project: Project, state: State) => Operation<unknown>;

const deeds: Readonly<Record<string, Deed>> = {
  update: updating,
  read: reading,
  delete: deleting,
};

describe("Statsig's refusals", () => {
  const project = withProject();

  for (const [name, deed] of Object.entries(deeds)) {
    it(`a wrong key is an error on ${name}, that names the setting and not the key`, async () => {
      const { emulator, create } = project();
      const state = await create("some", inputs);
      const stranger = connect(emulator, { apiKey: "console-made-up-wrong" });
      const failure = await stranger.fails(deed(stranger, state));
      expect(failure).to.include({ _tag: "Unauthorized" });
      expect(explain(failure)).to.contain("statsigApiKey").and.not.contain("made-up-wrong");
      expect(await connect(emulator).read(state)).not.to.equal(undefined);
    });

    it(`a 403 is an error on ${name}`, async () => {
      const { emulator, create } = project();
      const state = await create("some", inputs);
      emulator.faults.add({ kind: "status", status: 403, count: "always" });
      const fresh = connect(emulator);
      expect(await fresh.fails(deed(fresh, state))).to.include({ _tag: "PlanForbids" });
    });

    for (const status of [429, 500, 503]) {
      it(`a ${status} on ${name} is waited for`, async () => {
        const { emulator, create } = project();
        const state = await create("some", inputs);
        emulator.faults.add({ kind: "status", status, count: 2, retryAfter: 0 });
        const fresh = connect(emulator);
        await fresh.run(deed(fresh, state));
      });
    }
  }

  it("a 404 is an error on update, and success on delete", async () => {
    const { emulator, create } = project();
    const state = await create("some", inputs);
    emulator.edit({ vendor: "statsig", id: "some", delete: true });
    const fresh = connect(emulator);
    expect(await fresh.fails(updating(fresh, state))).to.include({ _tag: "NotFound" });
    await fresh.run(deleting(fresh, state));
  });

  it("a segment that goes between the look and the update is an error", async () => {
    const { emulator, create, fails } = project();
    const state = await create("some", inputs);
    emulator.faults.add({ kind: "status", status: 404, operation: "update-rules" });
    expect(await fails(updating(project(), state))).to.include({ _tag: "NotFound" });
  });

  it("a listing that breaks off on its second page is an error, and never a deletion", async () => {
    const { emulator, create } = project();
    const state = await create("some", inputs);
    emulator.seed({ vendor: "statsig", generate: 150 });
    emulator.faults.add({ kind: "status", status: 400, operation: "list", nth: 2 });
    const fresh = connect(emulator);
    expect(await fresh.fails(reading(fresh, state))).to.include({ _tag: "Refused" });
  });

  it("half an answer is an error, and no half segment", async () => {
    const { emulator, create } = project();
    const state = await create("some", inputs);
    emulator.faults.add({
      kind: "body",
      operation: "list",
      body: { message: "?", data: [{ id: "some" }] },
    });
    const fresh = connect(emulator);
    expect(await fresh.fails(reading(fresh, state))).to.include({ _tag: "Unexpected" });
  });

  it("keys that no document knows change nothing", async () => {
    const { emulator, create } = project();
    emulator.settings({ statsig: { extraAnswerKeys: true } });
    const state = await create("some", other);
    const fresh = connect(emulator);
    expect(await fresh.read(state)).to.deep.equal(state);
  });

  it("an update whose answer is a message alone is an update", async () => {
    const { emulator, create, update, remote } = project();
    emulator.settings({ statsig: { rulesAnswerSegment: false } });
    const state = await create("some", inputs);
    await update(state, other);
    expect((await remote("some"))?.["rules"]).to.have.length(1);
  });

  it("the reasons of the vendor are told", async () => {
    const { emulator, operations, fails } = project();
    emulator.settings({ statsig: { unknownTags: "refuse" } });
    const failure = await fails(
      operations.create({ urn: urnOf("some"), inputs: bag({ ...inputs, tags: ["new"] }) }),
    );
    expect(explain(failure))
      .to.contain('Tag \\"new\\" does not exist')
      .and.contain("Create the tag");
  });

  it("respect of the review settings is asked for where the provider is told to", async () => {
    const { emulator } = project();
    const seen: (string | undefined)[] = [];
    const real = transport();
    const spy: Transport = {
      send:
        (place): Send =>
        (request) => {
          seen.push(request.headers["x-respect-review-settings"]);
          return real.send(place)(request);
        },
    };
    for (const reviewSettings of [undefined, "true"]) {
      const values = { endpoint: `${emulator.url}/console/v1/`, apiKey: emulator.statsigApiKey };
      const { operations } = statsig.connect({ ...values, reviewSettings }, spy);
      await project().run(operations("audiences:statsig:Segment").list({}));
    }
    expect(seen).to.deep.equal([undefined, "true"]);
  });
});
