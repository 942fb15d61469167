import { expect } from "chai";
import * as O from "fp-ts/Option";
import type { Push0Settings } from "../../../emulator";
import { explain } from "../../../provider/core/failure";
import { create, openStage, type Stage, urnOf } from "./stage";

const lapsing = {
  name: "lapsing",
  constraints: [{ type: "AND", constraints: [{ field: "email", relation: "exists" }] }],
};

describe("reading Push0 segments", () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage({ now: () => Date.UTC(2026, 4, 1) });
  });
  beforeEach(() => {
    stage.emulator.reset();
    stage = stage.restarted();
  });
  after(() => stage.close());

  const set = (push0: Partial<Push0Settings>) => stage.emulator.settings({ push0 });

  it("reads a thousand with one listing", async () => {
    const { ids } = stage.emulator.seed({ vendor: "push0", generate: 1_000 });
    const read = (id: string) =>
      stage.run(
        stage.operations.read({ id, urn: urnOf(id), inputs: undefined, outputs: undefined }),
      );
    const found = await Promise.all(ids.map(read));
    expect(found.filter(O.isSome)).to.have.length(1_000);
    expect(stage.emulator.requests().total).to.be.at.most(11);
  });

  it("sees what it wrote itself, although a listing of a moment ago does not", async () => {
    expect(await stage.run(stage.operations.list({}))).to.deep.equal([]);
    const { id } = await create(stage, lapsing);
    const rows = await stage.run(stage.operations.list({}));
    expect(rows.map((row) => row.id)).to.deep.equal([id]);
  });

  it("asks for the segment itself before it calls a listing's gap a deletion", async () => {
    const { ids } = stage.emulator.seed({ vendor: "push0", generate: 250 });
    set({ ignorePage: true });
    const id = ids[249] ?? "";
    const request = { id, urn: urnOf("x"), inputs: undefined, outputs: undefined };
    expect(O.isSome(await stage.run(stage.operations.read(request)))).to.equal(true);
    expect(stage.emulator.requests().total).to.be.at.most(4);
  });

  it("lists the account, with what the listing tells", async () => {
    await create(stage, lapsing);
    const [row] = await stage.run(stage.operations.list({}));
    expect(row).to.deep.include({
      name: "lapsing",
      changedAt: "2026-05-01T00:00:00.000Z",
      outputs: { createdAt: "2026-05-01T00:00:00.000Z" },
    });
  });

  it("refuses to import what no program can write, and says which part", async () => {
    const tagged = [
      { type: "AND", constraints: [{ field: "tags", relation: "contains", value: "x" }] },
    ];
    const { ids } = stage.emulator.seed({
      vendor: "push0",
      segments: [
        { name: "tagged", constraints: tagged },
        { name: "All", constraints: [] },
      ],
    });
    for (const [index, says] of [
      /constraints\[0\]\.constraints\[0\]\.field `tags`/,
      /at least one group/,
    ].entries()) {
      const request = {
        id: ids[index] ?? "",
        urn: urnOf("x"),
        inputs: undefined,
        outputs: undefined,
      };
      const failure = await stage.fails(stage.operations.read(request));
      expect(failure._tag).to.equal("Unsupported");
      expect(explain(failure)).to.match(says);
    }
  });

  it("imports EQUALS and CONTAINS as the relations that they are", async () => {
    const words = [
      {
        type: "OR",
        constraints: [
          { field: "osVersion", relation: "EQUALS", value: "13" },
          { field: "email", relation: "CONTAINS", value: "@" },
        ],
      },
    ];
    const { ids } = stage.emulator.seed({
      vendor: "push0",
      segments: [{ name: "old", constraints: words }],
    });
    const request = { id: ids[0] ?? "", urn: urnOf("old"), inputs: undefined, outputs: undefined };
    const found = O.toUndefined(await stage.run(stage.operations.read(request)));
    expect(found?.outputs["expression"]).to.equal("email contains @, or OS version is 13");
  });

  it("refuses an id that is none, and a name that two segments have", async () => {
    const read = (id: string) =>
      stage.operations.read({ id, urn: urnOf("x"), inputs: undefined, outputs: undefined });
    expect(explain(await stage.fails(read("two words")))).to.match(
      /expected .*"name:<segment name>"/,
    );
    const { ids } = stage.emulator.seed({
      vendor: "push0",
      segments: [{ name: "twin" }, { name: "twin" }],
    });
    const failure = explain(await stage.fails(read("name:twin")));
    for (const id of ids) expect(failure).to.include(id);
  });
});
