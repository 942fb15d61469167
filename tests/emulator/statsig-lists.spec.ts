import { expect } from "chai";
import { at, emulated } from "./statsig-client";

const many = (count: number) => ({ ids: Array.from({ length: count }, (_, index) => `u${index}`) });

describe("The emulator's Statsig id lists", () => {
  const client = emulated();

  it("add, remove and reset ids, as the documents print it", async () => {
    const { create, send } = client();
    await create({ name: "vip", type: "id_list" });
    const added = await send("PATCH", "/vip/id_list", { ids: ["user-1", "user-2"] });
    expect(added.body).to.deep.equal({ message: "IDs successfully added to Segment ID List" });
    await send("PATCH", "/vip/id_list", { ids: ["user-2", "user-3"] });
    const removed = await send("DELETE", "/vip/id_list", { ids: ["user-1", "nobody"] });
    expect(removed.body).to.deep.equal({
      message: "IDs successfully removed from Segment ID List",
    });
    const ids = async () => at((await send("GET", "/vip/id_list")).body, "data");
    expect(await ids()).to.deep.equal({ name: "vip", count: 2, ids: ["user-2", "user-3"] });
    const reset = await send("POST", "/vip/id_list/reset", { ids: ["a"] });
    expect(reset.body).to.deep.equal({ message: "Segment Reset reset successfully." });
    expect(await ids()).to.deep.equal({ name: "vip", count: 1, ids: ["a"] });
    expect(at((await send("GET", "/vip")).body, "data.count")).to.equal(1);
  });

  it("in the user store have paths of their own", async () => {
    const { create, send } = client();
    await create({ name: "store", type: "user_store_id_list" });
    expect(
      (await send("PATCH", "/store/add_ids", { ids: ["a", "b"], version: 1 })).status,
    ).to.equal(200);
    expect((await send("PATCH", "/store/remove_ids", { ids: ["a"] })).status).to.equal(200);
    expect(at((await send("GET", "/store/id_list")).body, "data.ids")).to.deep.equal(["b"]);
    expect((await send("PATCH", "/store/id_list", { ids: ["a"] })).status).to.equal(400);
    expect((await send("GET", "/store/idlist_metadata")).body).to.deep.equal({
      message: "ID List metadata read successfully",
      data: { currentVersion: 3, isUpdating: false },
    });
  });

  for (const [type, path, most] of [
    ["id_list", "id_list", 100_000],
    ["user_store_id_list", "add_ids", 1_000],
  ] as const) {
    it(`of type ${type} take ${most} ids at once, and not one more`, async () => {
      const { create, send } = client();
      await create({ name: "list", type });
      expect((await send("PATCH", `/list/${path}`, many(most + 1))).status).to.equal(400);
      expect((await send("PATCH", `/list/${path}`, many(most))).status).to.equal(200);
    });
  }

  it("come in pages", async () => {
    const { emulator, send } = client();
    emulator.seed({
      vendor: "statsig",
      segments: [{ name: "vip", type: "id_list", ...many(250) }],
    });
    const sizes: number[] = [];
    for (const page of [1, 2, 3]) {
      const { body } = await send("GET", `/vip/id_list?page=${page}&limit=100`);
      sizes.push([at(body, "data.ids")].flat().length);
      expect(at(body, "pagination.nextPage") === null).to.equal(page === 3);
    }
    expect(sizes).to.deep.equal([100, 100, 50]);
  });

  it("are no affair of other segments", async () => {
    const { create, send } = client();
    await create({ name: "ruled", type: "rule_based" });
    await create({ name: "analysis", type: "analysis_list" });
    for (const id of ["ruled", "analysis"]) {
      expect((await send("PATCH", `/${id}/id_list`, { ids: ["a"] })).status).to.equal(400);
      expect((await send("GET", `/${id}/id_list`)).status).to.equal(400);
    }
    expect((await send("PATCH", "/nobody/id_list", { ids: ["a"] })).status).to.equal(404);
  });
});
