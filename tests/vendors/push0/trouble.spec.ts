import { expect } from "chai";
import type { Push0Settings } from "../../../emulator";
import { explain } from "../../../provider/core/failure";
import { create, destroy, openStage, type Stage, urnOf } from "./stage";

const inputs = {
  name: "poland",
  constraints: [{ type: "AND", constraints: [{ field: "country", relation: "==", value: "PL" }] }],
};
const urn = urnOf("poland");

describe("Push0 in trouble", () => {
  const withStage = async (
    options: Parameters<typeof openStage>[0],
    act: (stage: Stage) => Promise<void>,
  ): Promise<void> => {
    const stage = await openStage(options);
    try {
      await act(stage);
    } finally {
      await stage.close();
    }
  };
  const push0 = (settings: Partial<Push0Settings>) => ({ settings: { push0: settings } });

  for (const base of ["/v1", "/api/v1", "/v1/"]) {
    it(`lives under ${base}`, () =>
      withStage({ base }, async (stage) => {
        const { id } = await create(stage, inputs);
        await destroy(stage, id, "poland");
        expect(stage.names()).to.deep.equal([]);
      }));
  }

  for (const wrongKey of [401, 403] as const) {
    it(`says which setting is wrong when the key is answered ${wrongKey}, in every operation`, () =>
      withStage({ config: { apiKey: "another" }, ...push0({ wrongKey }) }, async (stage) => {
        const { operations } = stage;
        const all = [
          operations.create({ urn, inputs }),
          operations.read({ id: "sg_x", urn, inputs, outputs: {} }),
          operations.update({
            id: "sg_x",
            urn,
            olds: {},
            oldInputs: inputs,
            inputs: { ...inputs, name: "b" },
          }),
          operations.delete({ id: "sg_x", urn }),
        ];
        for (const operation of all) {
          const failure = explain(await stage.fails(operation));
          expect(failure)
            .to.match(/push0ApiKey is the right key/)
            .and.match(/PUSH0_API_KEY/);
          expect(failure).to.not.include("another");
        }
      }));
  }

  const places: readonly (readonly [deleteId: Push0Settings["deleteId"], request: string])[] = [
    ["body", "DELETE /segments"],
    ["path", "DELETE /segments/{id}"],
  ];
  for (const [deleteId, deleteRequest] of places) {
    it(`deletes with "${deleteRequest}" where that is how it is done`, () =>
      withStage({ config: { deleteRequest }, ...push0({ deleteId }) }, async (stage) => {
        const { id } = await create(stage, inputs);
        await destroy(stage, id, "poland");
        expect(stage.names()).to.deep.equal([]);
      }));
  }

  const liars: readonly (readonly [about: string, settings: Partial<Push0Settings>])[] = [
    ["the path is not there", { deleteId: "none" }],
    ["success is a lie", { deleteIsIdle: true }],
    ["success comes with an error message", { deleteId: "none", refusalsAre200: true }],
  ];
  for (const [about, settings] of liars) {
    it(`does not call deleted what is still there: ${about}`, () =>
      withStage(push0(settings), async (stage) => {
        const { id } = await create(stage, inputs);
        const later = stage.restarted();
        const failure = explain(await later.fails(later.operations.delete({ id, urn })));
        expect(failure).to.match(/still there.*audiences:push0DeleteRequest/);
        expect(stage.names()).to.deep.equal(["poland"]);
      }));
  }

  it("gives a deletion a moment to be seen", () =>
    withStage({}, async (stage) => {
      const { id } = await create(stage, inputs);
      const body = [{ id, name: "poland", constraints: [] }];
      stage.emulator.faults.add({ kind: "body", operation: "list", body });
      await destroy(stage, id, "poland");
      expect(stage.names()).to.deep.equal([]);
    }));

  it("does not take a wrong address for a deleted segment", () =>
    withStage({ base: "/v2" }, async (stage) => {
      const { operations } = stage;
      const read = operations.read({ id: "sg_x", urn, inputs, outputs: {} });
      for (const operation of [read, operations.delete({ id: "sg_x", urn })]) {
        expect(explain(await stage.fails(operation))).to.match(/Check audiences:push0Endpoint/);
      }
    }));

  it("tells of a delete request that cannot be read", () =>
    withStage({ config: { deleteRequest: "drop it" } }, async (stage) => {
      const failure = explain(await stage.fails(stage.operations.delete({ id: "sg_x", urn })));
      expect(failure).to.match(/push0DeleteRequest must be a method and a path/);
    }));

  it("repeats what may be repeated, and finishes", () =>
    withStage({}, async (stage) => {
      const { id, outputs } = await create(stage, inputs);
      for (const operation of ["list", "update", "delete"]) {
        stage.emulator.faults.add(
          { kind: "cut-after-write", operation },
          { kind: "status", status: 500, operation },
        );
      }
      const next = { ...inputs, name: "polska" };
      await stage.run(
        stage.operations.update({ id, urn, olds: outputs, oldInputs: inputs, inputs: next }),
      );
      expect(stage.names()).to.deep.equal(["polska"]);
      await destroy(stage, id, "poland");
      expect(stage.names()).to.deep.equal([]);
    }));

  it("passes on what Push0 says when it refuses, in either shape", async () => {
    for (const errorShape of ["text", "object"] as const) {
      await withStage(push0({ errorShape, existsValue: "not-empty" }), async (stage) => {
        const constraints = [
          { type: "AND", constraints: [{ field: "email", relation: "exists" }] },
        ];
        const failure = explain(
          await stage.fails(stage.operations.create({ urn, inputs: { ...inputs, constraints } })),
        );
        expect(failure).to.include("constraints[0].constraints[0].value of exists is not-empty");
        const said = [
          { type: "AND", constraints: [{ field: "email", relation: "exists", value: "true" }] },
        ];
        await stage.run(stage.operations.create({ urn, inputs: { ...inputs, constraints: said } }));
      });
    }
  });

  for (const changeAnswer of ["id", "nothing", "segment"] as const) {
    it(`needs nothing from the answer of an update: ${changeAnswer}`, () =>
      withStage(
        push0({ changeAnswer, extraAnswerKeys: true, noDescription: "absent" }),
        async (stage) => {
          const { id, outputs } = await create(stage, inputs);
          const next = { ...inputs, description: "now" };
          const after = await stage.run(
            stage.operations.update({ id, urn, olds: outputs, oldInputs: inputs, inputs: next }),
          );
          expect(after["updatedAt"]).to.be.a("string");
          expect(stage.said).to.deep.equal([]);
        },
      ));
  }
});
