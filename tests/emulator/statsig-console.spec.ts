import { expect } from "chai";
import { at, emulated } from "./statsig-client";

describe("Statsig's console in the emulator", () => {
  const client = emulated({ seed: true });

  it("starts with a project that somebody made", async () => {
    const { body } = await client().send("GET", "");
    const rows = [at(body, "data")].flat();
    expect(rows.map((row) => at(row, "id"))).to.deep.equal([
      "internal_staff",
      "beta_users",
      "old_apps",
      "vip_customers",
      "churned_in_spring",
    ]);
    expect(rows.map((row) => at(row, "count"))).to.deep.equal([0, 0, 0, 3, 0]);
  });

  it("edits and deletes what the API cannot", async () => {
    const { emulator, send } = client();
    emulator.edit({
      vendor: "statsig",
      name: "Old apps",
      set: { description: "new", tags: ["x"] },
    });
    const changed = await send("GET", "/old_apps");
    expect(at(changed.body, "data")).to.deep.include({
      description: "new",
      tags: ["x"],
      version: 2,
    });
    emulator.edit({ vendor: "statsig", id: "old_apps", delete: true });
    expect((await send("GET", "/old_apps")).status).to.equal(404);
    expect(() => emulator.edit({ vendor: "statsig", id: "old_apps", delete: true })).to.throw(
      "The Statsig project has no segment with id old_apps.",
    );
  });

  it("takes the same over HTTP", async () => {
    const { emulator, send } = client();
    const control = (path: string, body: object) =>
      fetch(emulator.url + path, { method: "POST", body: JSON.stringify(body) });
    await control("/_seed", { vendor: "statsig", segments: [{ name: "Over HTTP" }] });
    await control("/_edit", { vendor: "statsig", id: "over_http", set: { description: "seen" } });
    await control("/_settings", { statsig: { createStatus: 200 } });
    expect(at((await send("GET", "/over_http")).body, "data.description")).to.equal("seen");
    expect((await send("POST", "", { name: "new", type: "id_list" })).status).to.equal(200);
    const wrong = await control("/_settings", { statsig: { createStatus: 204 } });
    expect(await wrong.json()).to.deep.equal({
      error: "The settings.statsig.createStatus must be 200 or 201.",
    });
  });
});
