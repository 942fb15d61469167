import { status } from "@grpc/grpc-js";
import { expect } from "chai";
import { failureOf, isSecret, type Props, secret, UNKNOWN } from "./support/client";
import { type Stage, stage } from "./support/in-process";

const gold = { field: "tag", key: "plan", relation: "=", value: "gold" };
const hiddenGold = { ...gold, value: secret("gold-and-secret") };

describe("the plugin's life cycle of a segment", () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
    await on.plugin.configure(on.config);
  });
  afterEach(() => on.close());

  const edited = (
    id: string,
    set: { readonly filters: readonly { readonly [key: string]: string }[] },
  ) => on.emulator.edit({ appId: on.appId, id: id.split("/")[1], set });

  it("promises in a preview what follows from the inputs, and sends nothing", async () => {
    const { id, properties } = await on.plugin.create(
      "vip",
      { name: "vip", filters: [gold] },
      { preview: true },
    );
    expect(id).to.equal("");
    expect(properties["expression"]).to.be.a("string").and.not.equal(UNKNOWN);
    expect(properties).to.include({ name: "vip", createdAt: UNKNOWN, segmentId: UNKNOWN });
    expect(on.emulator.requests().total).to.equal(0);
  });

  it("promises nothing about what depends on an unknown value", async () => {
    const news = { name: "vip", filters: [{ ...gold, value: UNKNOWN }] };
    const { properties } = await on.plugin.create("vip", news, { preview: true });
    expect(properties).to.deep.include({ expression: UNKNOWN, filters: news.filters });
  });

  it("keeps in an update's preview what only the vendor can change", async () => {
    const oldInputs = { name: "vip", filters: [gold] };
    const { id, properties: olds } = await on.plugin.create("vip", oldInputs);
    on.emulator.forgetRequests();
    const news = { name: "vip", filters: [{ ...gold, value: "silver" }] };
    const promised = await on.plugin.update(id, { olds, oldInputs, news }, { preview: true });
    expect(promised["createdAt"]).to.equal(olds["createdAt"]);
    expect(promised["expression"]).to.include("silver");
    expect(on.emulator.requests().total).to.equal(0);
  });

  it("reads after a create what was created, and the same when it reads again", async () => {
    const inputs = { name: "vip", filters: [gold], description: "Gold" };
    const { id, properties } = await on.plugin.create("vip", inputs);
    const first = await on.plugin.read(id, { inputs, properties });
    const again = await on.plugin.read(id, first as { inputs: Props; properties: Props });
    expect(first).to.deep.equal({ id, inputs, properties: { ...properties, ...first.properties } });
    expect(again).to.deep.equal(first);
  });

  it("keeps the id in an update, and writes only what changed", async () => {
    const oldInputs = { name: "vip", filters: [gold] };
    const { id, properties: olds } = await on.plugin.create("vip", oldInputs);
    const news = { name: "vip", filters: [{ ...gold, value: "silver" }] };
    const now = await on.plugin.update(id, { olds, oldInputs, news });
    expect(now).to.deep.include({ filters: news.filters, segmentId: olds["segmentId"] });
    expect((await on.plugin.read(id, { inputs: news, properties: now })).inputs).to.deep.equal(
      news,
    );
  });

  it("reads from the id alone, giving only what a person may write", async () => {
    const { id } = await on.plugin.create("vip", { name: "Very important", filters: [gold] });
    const { inputs, ...rest } = await on.plugin.read(id);
    expect(rest.id).to.equal(id);
    expect(inputs).to.deep.equal({ name: "Very important", filters: [gold] });
  });

  it("reads a name that is the default into the outputs only, so that imported code need not say it", async () => {
    const { id } = await on.plugin.create("vip", { name: "vip", filters: [gold] });
    const { inputs, properties } = await on.plugin.read(id);
    const checked = await on.plugin.check({ name: "vip", news: { filters: [gold] } });
    const diff = await on.plugin.diff({
      oldInputs: inputs ?? {},
      olds: properties ?? {},
      news: checked.inputs ?? {},
    });
    expect(inputs).to.deep.equal({ filters: [gold] });
    expect(diff.changes).to.equal("none");
  });

  it("takes empty bags for an import too", async () => {
    const { id } = await on.plugin.create("vip", { name: "Very important", filters: [gold] });
    const { inputs } = await on.plugin.read(id, { inputs: {}, properties: {} });
    expect(inputs).to.deep.include({ name: "Very important", filters: [gold] });
  });

  it("answers another spelling of an id with the canonical one", async () => {
    const { id } = await on.plugin.create("vip", { name: "vip", filters: [gold] });
    expect((await on.plugin.read("name:vip")).id).to.equal(id);
    expect((await on.plugin.read(id.split("/")[1] ?? "")).id).to.equal(id);
  });

  it("answers nothing at all for a segment that is not there", async () => {
    const found = await on.plugin.read(`${on.appId}/5e93e700-0e5d-4a99-8a00-00000000dead`);
    expect(found).to.deep.equal({ id: "", inputs: undefined, properties: undefined });
  });

  it("refuses an id that is none, with the form it should have", async () => {
    const { code, details } = await failureOf(on.plugin.read("nonsense!"));
    expect(code).to.equal(status.INVALID_ARGUMENT);
    expect(details).to.match(/^invalid id "nonsense!": expected /);
  });

  it("deletes, and deletes again what is gone", async () => {
    const { id } = await on.plugin.create("vip", { name: "vip", filters: [gold] });
    await on.plugin.remove(id);
    await on.plugin.remove(id);
    expect((await on.plugin.read(id)).id).to.equal("");
  });

  it("spares a segment that another resource of the stack owns, as far as it has seen", async () => {
    const inputs = { name: "vip", filters: [gold] };
    const { id, properties } = await on.plugin.create("vip", inputs);
    await on.plugin.diff(
      { name: "renamed", olds: properties, oldInputs: inputs, news: inputs },
      { id },
    );
    await on.plugin.remove(id, { name: "vip" });
    expect((await on.plugin.read(id)).id).to.equal(id);
  });

  it("meets its own segment when a create is repeated", async () => {
    const once = await on.plugin.create("vip", { name: "vip", filters: [gold] });
    const twice = await on.plugin.create("vip", { name: "vip", filters: [gold] });
    expect(twice.id).to.equal(once.id);
  });

  describe("that takes over what is there", () => {
    const wish = { name: "vip", filters: [gold], adopt: true };

    it("says in a preview what would change of it, on the resource, and writes nothing", async () => {
      await on.plugin.create("old", { name: "vip", filters: [{ ...gold, value: "silver" }] });
      on.emulator.forgetRequests();
      await on.plugin.create("vip", wish, { preview: true });
      const [said] = on.engine.logged.filter(({ severity }) => severity === "info");
      expect(said?.urn).to.match(/::vip$/);
      expect(said?.message).to.match(/would take over segment "vip".*silver.*gold/);
      expect(on.emulator.requests().writes).to.equal(0);
    });

    it("goes on with the preview when the vendor cannot be asked", async () => {
      on.emulator.faults.add({ kind: "status", status: 403, count: "always" });
      const { properties } = await on.plugin.create("vip", wish, { preview: true });
      expect(properties).to.include({ name: "vip" });
    });
  });

  describe("with a secret in the filters", () => {
    const inputs = { name: "vip", filters: [gold, { operator: "OR" }, hiddenGold] };

    const runs = [
      { when: "in a preview", preview: true },
      { when: "for good", preview: false },
    ];
    for (const { when, preview } of runs) {
      it(`keeps the leaf secret ${when}, and what is computed from it`, async () => {
        const { properties } = await on.plugin.create("vip", inputs, { preview });
        expect(properties["filters"]).to.deep.equal(inputs.filters);
        expect(isSecret(properties["expression"])).to.equal(true);
        expect(isSecret(properties["name"])).to.equal(false);
      });
    }

    it("reads it back as a secret at the same place", async () => {
      const { id, properties } = await on.plugin.create("vip", inputs);
      const read = await on.plugin.read(id, { inputs, properties });
      expect(read.inputs).to.deep.equal(inputs);
      expect(read.properties?.["filters"]).to.deep.equal(inputs.filters);
      expect(isSecret(read.properties?.["expression"])).to.equal(true);
    });

    it("makes the whole property secret when it changed remotely, for the secret may have moved", async () => {
      const { id, properties } = await on.plugin.create("vip", inputs);
      edited(id, { filters: [{ ...gold, value: "gold-and-secret" }] });
      const read = await on.plugin.read(id, { inputs, properties });
      expect(isSecret(read.inputs?.["filters"])).to.equal(true);
      expect(isSecret(read.properties?.["filters"])).to.equal(true);
      expect(isSecret(read.properties?.["expression"])).to.equal(true);
    });

    it("keeps it out of what the vendor is quoted with", async () => {
      const body = { errors: ["Filter value gold-and-secret is not allowed"] };
      on.emulator.faults.add({ kind: "status", status: 400, body, count: "always" });
      const { details } = await failureOf(on.plugin.create("vip", inputs));
      expect(details)
        .to.include("Filter value [secret] is not allowed")
        .and.not.include("gold-and");
    });
  });
});
