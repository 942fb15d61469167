import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { asset } from "../../../provider/core/asset";
import { explain } from "../../../provider/core/failure";
import type { Bag } from "../../../provider/core/value";
import { bag, connect, places, remoteIds, urnOf, withProject } from "./project";

describe("A file of ids", () => {
  const project = withProject();
  const folder = mkdtempSync(join(tmpdir(), "audiences-ids-"));
  const path = join(folder, "ids.csv");
  after(() => rmSync(folder, { recursive: true }));

  let revision = 0;
  /** Writes the file, and answers the asset as the engine sends it: the hash is of its content. */
  const file = (content: string) => {
    writeFileSync(path, content);
    revision += 1;
    return { type: "id_list", idsFile: asset({ path, hash: `made-up-${revision}` }) };
  };

  it("has one id on each line; state holds count and hash, and not an id", async () => {
    const { create } = project();
    const state = await create("vip", file("\uFEFFalpha-1\r\nbeta-2\n\n  gamma-3  \nalpha-1"));
    expect(await remoteIds(project())).to.deep.equal(["alpha-1", "beta-2", "gamma-3"]);
    expect(state.outputs).to.include({ idCount: 3, expression: "the ids of a file" });
    expect(state.outputs["idsHash"]).to.match(/^[0-9a-f]{32}$/);
    expect(JSON.stringify(state)).not.to.match(/alpha|beta|gamma/);
  });

  it("may be a text, or a column of comma-separated values", async () => {
    const { create } = project();
    const text = 'plan,"user id"\npro,"a,1"\n"free, small",b\n,"c""2"\n';
    await create("vip", { type: "id_list", idsFile: asset({ text }), idsColumn: "user id" });
    expect(await remoteIds(project())).to.deep.equal(["a,1", "b", 'c"2']);
  });

  it("is the same with the same content, wherever it is", async () => {
    const { create, diff } = project();
    const inputs = file("a\nb\n");
    const state = await create("vip", inputs);
    const at = (place: object) => places(diff(state, { ...inputs, idsFile: asset(place) }));
    const hash = inputs.idsFile.hash ?? "";
    expect(at({ path: "/elsewhere/ids.txt", hash })).to.deep.equal([]);
    expect(at({ path, hash: "other" })).to.deep.equal(["update idsFile"]);
  });

  it("that changed is sent as its difference", async () => {
    const { create, update, writes, told } = project();
    const state = await create("vip", file("a\nb\nc\n"));
    writes();
    const now = await update(state, file("c\nd\n"));
    expect(writes()).to.deep.equal([
      'PATCH /console/v1/segments/vip/id_list {"ids":["d"]}',
      'DELETE /console/v1/segments/vip/id_list {"ids":["a","b"]}',
    ]);
    expect(now.outputs["idCount"]).to.equal(2);
    expect(told.map(({ message }) => message)).to.include("vip: 2 of 2 ids removed");
  });

  it("takes out more ids than are held at a time, from among those that stay", async () => {
    const { emulator, create, update, writes, told } = project();
    const state = await create("vip", file("a\n"));
    const there = Array.from({ length: 300_000 }, (_, index) => `${index}`);
    const staying = there.filter((_, index) => index % 5 === 0);
    emulator.settings({ statsig: { largestIdPage: 7_000 } });
    emulator.edit({ vendor: "statsig", id: "vip", set: { ids: there } });
    writes();
    const now = await update(state, file(staying.join("\n")));
    expect(writes().filter((request) => request.startsWith("DELETE"))).to.have.length(5);
    expect(told.at(-1)?.message).to.equal("vip: 240,000 of 240,000 ids removed");
    const later = connect(emulator);
    expect(await later.read(now)).to.deep.equal(now);
    expect(now.outputs["idCount"]).to.equal(60_000);
  });

  it("is held against what is there without being read", async () => {
    const { emulator, create } = project();
    const inputs = file("a\nb\n");
    const state = await create("vip", inputs);
    writeFileSync(path, "something else");
    const later = connect(emulator);
    expect(await later.read(state)).to.deep.equal(state);
  });

  it("is known by its hash alone, which is all that an engine tells of it in a refresh", async () => {
    const { emulator, create } = project();
    const state = await create("vip", file("a\nb\n"));
    const { path: _, ...idsFile } = asset({ path, hash: `made-up-${revision}` });
    const told = (bag: Bag): Bag => ({ ...bag, idsFile });
    const refreshed = { ...state, inputs: told(state.inputs), outputs: told(state.outputs) };
    expect(await connect(emulator).read(refreshed)).to.deep.equal(refreshed);
  });

  it("that is no longer what is there shows as drift, and is healed", async () => {
    const { emulator, create } = project();
    const inputs = file("a\nb\n");
    const state = await create("vip", inputs);
    emulator.edit({ vendor: "statsig", id: "vip", set: { ids: ["b", "x", "y"] } });
    const later = connect(emulator);
    const seen = await later.read(state);
    if (seen === undefined) throw new Error("The list is gone.");
    expect(later.told.map(({ message }) => message)).to.deep.equal([
      "the ids of vip were changed outside Pulumi: 3, formerly 2",
    ]);
    expect(places(later.diff(seen, inputs))).to.deep.equal(["add idsFile"]);
    const healed = await later.update(seen, inputs);
    expect(healed.outputs["idsHash"]).to.equal(state.outputs["idsHash"]);
    expect(await remoteIds(later)).to.deep.equal(["a", "b"]);
  });

  const bad: readonly (readonly [name: string, inputs: () => object, says: RegExp])[] = [
    [
      "not there",
      () => ({ idsFile: asset({ path: join(folder, "nowhere") }) }),
      /cannot be read: ENOENT/,
    ],
    [
      "with several columns and no name for one",
      () => file("a\nb,c\n"),
      /line 2 has a comma; say in `idsColumn`/,
    ],
    [
      "without the column",
      () => ({ ...file("id,plan\n1,pro\n"), idsColumn: "user" }),
      /has no column "user", but "id", "plan"/,
    ],
    [
      "with a line too short",
      () => ({ ...file("plan,id\npro\n"), idsColumn: "id" }),
      /line 2 has fewer columns/,
    ],
  ];
  for (const [name, inputs, says] of bad) {
    it(`${name} makes no list`, async () => {
      const { operations, fails, remote } = project();
      const news = bag({ name: "vip", ...inputs(), type: "id_list" });
      const failure = await fails(operations.create({ urn: urnOf("vip"), inputs: news }));
      expect(explain(failure))
        .to.match(says)
        .and.match(/^idsFile /);
      expect(await remote("vip")).to.equal(undefined);
    });
  }
});
