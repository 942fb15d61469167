import { expect } from "chai";
import * as O from "fp-ts/Option";
import type { Push0Settings } from "../../../emulator";
import type { Bag } from "../../../provider/core/value";
import { create, destroy, openStage, refresh, type Stage, urnOf } from "./stage";
import { push0Segment } from "./subject";

const poland = [{ type: "AND", constraints: [{ field: "country", relation: "==", value: "PL" }] }];
const spain = [{ type: "AND", constraints: [{ field: "country", relation: "==", value: "ES" }] }];
const lapsing = {
  name: "lapsing",
  description: "For the win-back push",
  constraints: [
    { type: "AND", constraints: [{ field: "lastSession", relation: "<", value: "2026-01-01" }] },
    {
      type: "OR",
      constraints: [
        { field: "sessionCount", relation: ">=", value: 5 },
        { field: "email", relation: "exists" },
      ],
    },
  ],
};

const at = Date.UTC(2026, 4, 1);

describe("the life of a Push0 segment", () => {
  let stage: Stage;
  let clock = at;
  before(async () => {
    stage = await openStage({ now: () => clock });
  });
  beforeEach(() => {
    stage.emulator.reset();
    stage = stage.restarted();
    clock = at;
  });
  after(() => stage.close());

  const set = (push0: Partial<Push0Settings>) => stage.emulator.settings({ push0 });
  const changes = (olds: Bag, news: Bag) =>
    push0Segment.diff({ olds, oldInputs: olds, news, ignoreChanges: [], settings: {} }).changes;

  it("is created, read and found unchanged", async () => {
    const { id, outputs } = await create(stage, lapsing);
    expect(id).to.match(/^sg_[A-Za-z0-9]{21}$/);
    expect(outputs).to.include({
      segmentId: id,
      expression:
        "(email is known, or session count is at least 5), and last session is before 2026-01-01",
      createdAt: "2026-05-01T00:00:00.000Z",
    });
    expect(outputs).to.not.have.property("updatedAt");
    const found = await refresh(stage, id, lapsing, outputs);
    expect(found?.inputs).to.deep.equal(lapsing);
    expect(found?.outputs).to.deep.equal(outputs);
  });

  it("is imported by id and by name, in a spelling that previews clean", async () => {
    const { id } = await create(stage, lapsing);
    for (const wanted of [id, "name:lapsing", ` ${id} `]) {
      const request = { id: wanted, urn: urnOf("other"), inputs: undefined, outputs: undefined };
      const found = O.toUndefined(await stage.run(stage.operations.read(request)));
      expect(found?.id).to.equal(id);
      expect(changes(found?.inputs ?? {}, lapsing)).to.deep.equal([]);
      expect(found?.inputs["constraints"]).to.deep.equal([
        {
          type: "AND",
          constraints: [{ field: "lastSession", relation: "<", value: "2026-01-01T00:00:00.000Z" }],
        },
        lapsing.constraints[1],
      ]);
    }
  });

  it("sends only what differs, and tells when it was changed", async () => {
    const { id, outputs } = await create(stage, lapsing);
    stage.emulator.forgetRequests();
    clock += 60_000;
    const urn = urnOf("lapsing");
    const inputs = { ...lapsing, constraints: poland };
    const update = { id, urn, olds: outputs, oldInputs: lapsing, inputs };
    const after = await stage.run(stage.operations.update(update));
    expect(after).to.include({
      updatedAt: "2026-05-01T00:01:00.000Z",
      expression: "country is PL",
    });
    const [sent] = stage.emulator.requests().requests.filter(({ method }) => method === "PATCH");
    expect(JSON.parse(sent?.body ?? "")).to.deep.equal({ id, constraints: poland });
    const found = await refresh(stage, id, inputs, after);
    expect(found?.inputs).to.deep.equal(inputs);
  });

  it("asks nothing when only `adopt` differs", async () => {
    const { id, outputs } = await create(stage, lapsing);
    stage.emulator.forgetRequests();
    const inputs = { ...lapsing, adopt: true };
    await stage.run(
      stage.operations.update({
        id,
        urn: urnOf("lapsing"),
        olds: outputs,
        oldInputs: lapsing,
        inputs,
      }),
    );
    expect(stage.emulator.requests().total).to.equal(0);
  });

  it("does not know in a preview when an update will have been", async () => {
    const { outputs } = await create(stage, lapsing);
    const inputs = { ...lapsing, constraints: poland };
    const preview = push0Segment.preview({
      inputs,
      olds: outputs,
      oldInputs: lapsing,
      settings: {},
    });
    const promised = "right" in preview ? preview.right : {};
    expect(promised["updatedAt"]).to.be.a("symbol");
    expect(promised["createdAt"]).to.equal(outputs["createdAt"]);
  });

  it("clears a description, and says so when Push0 keeps it", async () => {
    const { id, outputs } = await create(stage, lapsing);
    const { description, ...inputs } = lapsing;
    const update = { id, urn: urnOf("lapsing"), olds: outputs, oldInputs: lapsing, inputs };
    set({ emptyDescription: "is-ignored" });
    await stage.run(stage.operations.update(update));
    expect(stage.said.join()).to.match(/warning: Segment "lapsing" .* keeps its description/);
    set({ emptyDescription: "clears" });
    stage.said.length = 0;
    await stage.run(stage.operations.update(update));
    expect(stage.said).to.deep.equal([]);
    expect((await refresh(stage, id, inputs, outputs))?.inputs).to.deep.equal(inputs);
  });

  it("shows what was changed in the console as drift, and a deletion as gone", async () => {
    const { id, outputs } = await create(stage, lapsing);
    stage.emulator.edit({
      vendor: "push0",
      id,
      set: { description: "by hand", constraints: spain },
    });
    const drifted = await refresh(stage, id, lapsing, outputs);
    expect(drifted?.inputs).to.include({ description: "by hand", name: "lapsing" });
    expect(changes(lapsing, drifted?.inputs ?? {}).map(({ path }) => path[0])).to.include.members([
      "description",
      "constraints",
    ]);
    stage.emulator.edit({ vendor: "push0", id, delete: true });
    expect(await refresh(stage.restarted(), id, lapsing, outputs)).to.equal(undefined);
  });

  for (const unknownId of ["empty", "not-found"] as const) {
    it(`takes an unknown id that is answered ${unknownId} for a deleted segment`, async () => {
      set({ unknownId });
      expect(await refresh(stage, "sg_nobody", lapsing, {})).to.equal(undefined);
      const update = {
        id: "sg_nobody",
        urn: urnOf("lapsing"),
        olds: {},
        oldInputs: lapsing,
        inputs: { ...lapsing, constraints: poland },
      };
      const failure = await stage.fails(stage.operations.update(update));
      expect(failure._tag).to.equal("NotFound");
    });
  }

  it("is deleted, and deleting it twice is deleting it once", async () => {
    const { id } = await create(stage, lapsing);
    await destroy(stage, id, "lapsing");
    await destroy(stage, id, "lapsing");
    expect(stage.names()).to.deep.equal([]);
  });
});
