import { expect } from "chai";
import { bag, connect, places, remoteIds, urnOf, withProject } from "./project";

const list = (...ids: readonly string[]) => ({ type: "id_list", ids });

describe("The ids of a Statsig list", () => {
  const project = withProject();

  it("are sent when it is made, each once", async () => {
    const { create } = project();
    const state = await create("vip", list("b", "a", "b"));
    expect(state.outputs).to.include({ idCount: 2, expression: "2 listed ids" });
    expect(await remoteIds(project())).to.deep.equal(["a", "b"]);
  });

  it("are changed by their difference alone, additions first", async () => {
    const { create, update, writes } = project();
    const state = await create("vip", list("a", "b", "c"));
    writes();
    await update(state, list("c", "d", "b"));
    expect(writes()).to.deep.equal([
      'PATCH /console/v1/segments/vip/id_list {"ids":["d"]}',
      'DELETE /console/v1/segments/vip/id_list {"ids":["a"]}',
    ]);
  });

  it("in another order, or repeated, are the same", async () => {
    const { create, diff } = project();
    const state = await create("vip", list("a", "b"));
    expect(places(diff(state, list("b", "a", "a")))).to.deep.equal([]);
    expect(places(diff(state, list("b", "c")))).to.deep.equal(["add ids.1", "delete ids.0"]);
  });

  it("that somebody changed show as drift, and are healed", async () => {
    const { emulator, create } = project();
    const inputs = list("a", "b");
    const state = await create("vip", inputs);
    emulator.edit({ vendor: "statsig", id: "vip", set: { ids: ["a", "x"] } });
    const later = connect(emulator);
    const seen = await later.read(state);
    if (seen === undefined) throw new Error("The list is gone.");
    expect(places(later.diff(seen, inputs))).to.deep.equal(["add ids.1", "delete ids.1"]);
    await later.update(seen, inputs);
    expect(await remoteIds(later)).to.deep.equal(["a", "b"]);
  });

  it("are left to others where the program names none", async () => {
    const { emulator, create } = project();
    for (const more of [{}, { manageIds: false }]) {
      emulator.reset();
      const inputs = { type: "id_list", ...more };
      const state = await create("vip", inputs);
      emulator.edit({ vendor: "statsig", id: "vip", set: { ids: ["x"] } });
      emulator.forgetRequests();
      const later = connect(emulator);
      const seen = await later.read(state);
      expect(seen).to.deep.equal(state);
      expect(emulator.requests().operations).to.deep.equal({ "statsig.list": 1 });
    }
  });

  it("are emptied by an empty list, and kept by none", async () => {
    const { create, update } = project();
    const state = await create("vip", list("a"));
    const left = await update(state, { type: "id_list" });
    expect(await remoteIds(project())).to.deep.equal(["a"]);
    expect(left.outputs).not.to.include.keys("idCount", "idsHash");
    await update(left, list());
    expect(await remoteIds(project())).to.deep.equal([]);
  });

  it("of a list in the user store have endpoints of their own, which take 1,000", async () => {
    const { create, update, writes } = project();
    const ids = Array.from({ length: 2_001 }, (_, index) => `user-${index}`);
    const state = await create("vip", { type: "user_store_id_list", ids });
    const sizes = writes().map((line) => line.split('"user-').length - 1);
    expect(sizes).to.deep.equal([0, 1000, 1000, 1]);
    await update(state, { type: "user_store_id_list", ids: ids.slice(1) });
    expect(writes()).to.deep.equal([
      'PATCH /console/v1/segments/vip/remove_ids {"ids":["user-0"]}',
    ]);
  });

  it("are imported when they are few, and left to others when they are many", async () => {
    const { emulator } = project();
    const ids = Array.from({ length: 1_001 }, (_, index) => `user-${index}`);
    emulator.seed({
      vendor: "statsig",
      segments: [
        { name: "few", type: "id_list", ids: ids.slice(1) },
        { name: "many", type: "id_list", ids },
      ],
    });
    const { importing, diff } = connect(emulator);
    const [few, many] = [await importing("few"), await importing("many")];
    expect(few?.inputs["ids"]).to.have.length(1000);
    expect(many?.inputs).to.deep.equal({ name: "many", type: "id_list", manageIds: false });
    expect(few && places(diff(few, few.inputs))).to.deep.equal([]);
  });

  it("go on where an interrupted create stopped", async () => {
    const { emulator, create, fails, operations, writes } = project();
    const ids = Array.from({ length: 3_000 }, (_, index) => `user-${index}`);
    const inputs = { name: "vip", type: "user_store_id_list", ids };
    emulator.faults.add({ kind: "status", status: 403, operation: "add-ids", nth: 3 });
    const failure = await fails(operations.create({ urn: urnOf("vip"), inputs: bag(inputs) }));
    expect(failure).to.include({ _tag: "PlanForbids" });
    writes();
    const state = await create("vip", inputs);
    expect(state.outputs["idCount"]).to.equal(3000);
    const [create1 = "", add = "", ...others] = writes();
    expect(create1).to.match(/^POST \/console\/v1\/segments \{/);
    expect(add).to.contain('"user-2000"').and.not.contain('"user-1999"');
    expect(others).to.deep.equal([]);
  });

  it("that are not declared make it somebody else's list", async () => {
    const { emulator, fails, run, operations } = project();
    const segments = [{ name: "vip", type: "id_list" as const, ids: ["theirs"] }];
    emulator.seed({ vendor: "statsig", segments });
    const inputs = bag({ name: "vip", ...list("ours") });
    const failure = await fails(operations.create({ urn: urnOf("vip"), inputs }));
    expect(failure).to.include({ _tag: "AlreadyExists" });
    expect(await remoteIds(project())).to.deep.equal(["theirs"]);
    await run(operations.create({ urn: urnOf("vip"), inputs: { ...inputs, adopt: true } }));
    expect(await remoteIds(project())).to.deep.equal(["ours"]);
  });

  it("wait while the list is being updated", async () => {
    const { emulator, create } = project();
    emulator.faults.add({ kind: "status", status: 409, operation: "id-list-add", count: 2 });
    await create("vip", list("a"));
    expect(await remoteIds(project())).to.deep.equal(["a"]);
  });

  it("are read in smaller pages where the large one is refused", async () => {
    const { emulator, create } = project();
    const inputs = list(...Array.from({ length: 250 }, (_, index) => `user-${index}`));
    const state = await create("vip", inputs);
    emulator.settings({ statsig: { largestIdPage: 100, overLimit: "refuse" } });
    const { read, diff } = connect(emulator);
    const seen = await read(state);
    expect(seen && places(diff(seen, inputs))).to.deep.equal([]);
    expect(seen?.outputs["idCount"]).to.equal(250);
  });
});
