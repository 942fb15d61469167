import { expect } from "chai";
import type { Push0Settings } from "../../emulator";
import { emulated, groups } from "../vendors/push0/http";

describe("the emulated Push0 has a switch for", () => {
  let clock = Date.UTC(2026, 4, 1);
  const client = emulated({ now: () => clock });
  const set = (push0: Partial<Push0Settings>) => client().emulator.settings({ push0 });
  const body = { name: "a", constraints: groups };
  const post = () => client().send("POST", "/v1/segments", body);
  const remove = (path: string, id?: string) =>
    client().send("DELETE", path, id === undefined ? {} : { id });

  it("the answer of create", async () => {
    expect((await post()).headers.get("content-type")).to.match(/text\/plain/);
    set({ createAnswer: "json-text", createStatus: 201 });
    const { status, json } = await post();
    expect(status).to.equal(201);
    expect(json).to.match(/^sg_/);
    set({ createAnswer: "object" });
    expect((await post()).json).to.have.all.keys("id");
    set({ createAnswer: "data" });
    expect((await post()).json).to.have.nested.property("data.id");
  });

  it("the answer of update and delete", async () => {
    const id = await client().create(body);
    const patch = () => client().send("PATCH", "/v1/segments", { id, name: "b" });
    expect((await patch()).text).to.equal(id);
    set({ changeAnswer: "nothing" });
    expect((await patch()).text).to.equal("");
    set({ changeAnswer: "segment" });
    expect((await patch()).json).to.include({ id, name: "b" });
  });

  it("an unknown id in the list", async () => {
    expect((await client().send("GET", "/v1/segments?id=sg_x")).json).to.deep.equal([]);
    set({ unknownId: "not-found" });
    expect((await client().send("GET", "/v1/segments?id=sg_x")).status).to.equal(404);
  });

  it("where delete takes the id, and for deletes that do nothing", async () => {
    const id = await client().create(body);
    expect((await remove(`/v1/segments/${id}`)).status).to.equal(404);
    set({ deleteIsIdle: true });
    expect((await remove("/v1/segments", id)).status).to.equal(200);
    expect(await client().rows(`id=${id}`)).to.have.length(1);
    set({ deleteIsIdle: false, deleteId: "none" });
    expect((await remove("/v1/segments", id)).text).to.equal("Cannot DELETE /v1/segments");
    set({ deleteId: "path" });
    expect((await remove("/v1/segments", id)).status).to.equal(404);
    expect((await remove(`/api/v1/segments/${id}`)).status).to.equal(200);
    expect(await client().rows(`id=${id}`)).to.deep.equal([]);
  });

  it("names that must be unique", async () => {
    await post();
    expect((await post()).status).to.equal(200);
    set({ uniqueNames: true });
    expect((await post()).status).to.equal(409);
    set({ refusalsAre200: true, errorShape: "object" });
    const { status, json } = await post();
    expect(status).to.equal(200);
    expect(json).to.deep.equal({ message: "Segment with this name already exists" });
  });

  it("an empty description, sent and shown", async () => {
    const id = await client().create({ ...body, description: "x" });
    const clear = () => client().send("PATCH", "/v1/segments", { id, description: "" });
    const shown = async () => (await client().rows(`id=${id}`))[0];
    set({ emptyDescription: "is-ignored" });
    await clear();
    expect(await shown()).to.have.property("description", "x");
    set({ emptyDescription: "clears" });
    await clear();
    expect(await shown()).to.have.property("description", null);
    set({ noDescription: "empty" });
    expect(await shown()).to.have.property("description", "");
    set({ noDescription: "absent", extraAnswerKeys: true });
    expect(await shown()).to.not.have.property("description");
    expect(await shown()).to.have.property("undocumented");
  });

  it("paging that is left out, too large, or ignored", async () => {
    client().emulator.seed({ vendor: "push0", generate: 120 });
    set({ noPaging: "defaults" });
    expect(await client().rows("")).to.have.length(50);
    set({ overLimit: "refused" });
    expect((await client().send("GET", "/v1/segments?page=1&limit=101")).status).to.equal(400);
    set({ ignorePage: true });
    const names = await Promise.all(
      [1, 2].map(async (page) => (await client().rows(`page=${page}&limit=100`))[0]?.["name"]),
    );
    expect(names).to.deep.equal(["Generated segment 1", "Generated segment 1"]);
  });

  it("segments that can be read a moment later only", async () => {
    set({ readDelayMs: 500 });
    const id = await client().create(body);
    expect(await client().rows(`id=${id}`)).to.deep.equal([]);
    clock += 500;
    expect(await client().rows(`id=${id}`)).to.have.length(1);
  });

  it("segments of a new account that cannot be touched", async () => {
    const { ids } = client().emulator.seed({ vendor: "push0", dashboard: true });
    set({ protectDefaults: true });
    expect((await remove("/v1/segments", ids[0])).status).to.equal(400);
    set({ protectDefaults: false });
    expect((await remove("/v1/segments", ids[0])).status).to.equal(200);
  });
});
