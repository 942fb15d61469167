import { expect } from "chai";
import { type Props, secret, UNKNOWN, urnOf } from "./support/client";
import { type Stage, stage } from "./support/in-process";

const gold = { field: "tag", key: "plan", relation: "=", value: "gold" };
const silver = { ...gold, value: "silver" };
const or = { operator: "OR" };
const visits = (value: unknown): Props => ({ field: "session_count", relation: ">", value });

describe("Diff", () => {
  let on: Stage;
  let state: (inputs: Props) => { readonly olds: Props; readonly oldInputs: Props };
  before(async () => {
    on = await stage();
    await on.plugin.configure(on.config);
    state = (inputs) => ({
      oldInputs: inputs,
      olds: { appId: on.appId, segmentId: "s", expression: "…", ...inputs },
    });
  });
  after(() => on.close());

  const same: readonly { readonly what: string; readonly old: Props; readonly now: Props }[] = [
    { what: "the same inputs", old: { filters: [gold] }, now: { filters: [gold] } },
    {
      what: "a number written as text",
      old: { filters: [visits(5)] },
      now: { filters: [visits("5")] },
    },
    {
      what: "an AND that is written out",
      old: { filters: [gold, visits(5)] },
      now: { filters: [gold, { operator: "AND" }, visits(5)] },
    },
    {
      what: "alternatives in another order",
      old: { filters: [gold, or, silver] },
      now: { filters: [silver, or, gold] },
    },
    {
      what: "an empty description",
      old: { filters: [gold] },
      now: { filters: [gold], description: "" },
    },
    {
      what: "the default app written out",
      old: { filters: [gold] },
      now: { filters: [gold], appId: "" },
    },
  ];
  for (const { what, old, now } of same) {
    it(`sees no change in ${what}`, async () => {
      const news = now["appId"] === "" ? { ...now, appId: on.appId } : now;
      const diff = await on.plugin.diff({
        ...state({ name: "vip", ...old }),
        news: { name: "vip", ...news },
      });
      expect(diff).to.deep.include({ changes: "none", diffs: [], replaces: [], detailed: {} });
    });
  }

  const changed: readonly {
    readonly what: string;
    readonly old: Props;
    readonly now: Props;
    readonly detailed: { readonly [path: string]: string };
  }[] = [
    {
      what: "a leaf",
      old: { filters: [gold, or, visits(5)] },
      now: { filters: [gold, or, visits(7)] },
      detailed: { "filters[2].value": "update" },
    },
    {
      what: "a property that is new",
      old: { filters: [gold] },
      now: { filters: [gold], description: "x" },
      detailed: { description: "add" },
    },
    {
      what: "a property that went",
      old: { filters: [gold], description: "x" },
      now: { filters: [gold] },
      detailed: { description: "delete" },
    },
    {
      what: "a leaf that is not known yet",
      old: { filters: [gold] },
      now: { filters: [{ ...gold, value: UNKNOWN }] },
      detailed: { "filters[0].value": "update" },
    },
    {
      what: "a secret leaf",
      old: { filters: [{ ...gold, value: secret("gold") }] },
      now: { filters: [{ ...gold, value: secret("silver") }] },
      detailed: { "filters[0].value": "update" },
    },
    {
      what: "a leaf that is secret from now on",
      old: { filters: [gold] },
      now: { filters: [{ ...gold, value: secret("gold") }] },
      detailed: { "filters[0].value": "update" },
    },
  ];
  for (const { what, old, now, detailed } of changed) {
    it(`names ${what} and nothing else`, async () => {
      const diff = await on.plugin.diff({
        ...state({ name: "vip", ...old }),
        news: { name: "vip", ...now },
      });
      const [top = ""] = Object.keys(detailed)[0]?.split("[") ?? [];
      expect(diff).to.deep.include({ changes: "some", diffs: [top], replaces: [], detailed });
    });
  }

  it("sees no change in a leaf that is secret no longer", async () => {
    const old = state({ name: "vip", filters: [{ ...gold, value: secret("gold") }] });
    const diff = await on.plugin.diff({ ...old, news: { name: "vip", filters: [gold] } });
    expect(diff.changes).to.equal("none");
  });

  it("replaces when the app changes, the new segment first since names are unique in an app only", async () => {
    const news = { name: "vip", filters: [gold], appId: "a11ce000-0e5d-4a99-8a00-000000000002" };
    const old = state({ name: "vip", filters: [gold], appId: on.appId });
    expect(await on.plugin.diff({ ...old, news })).to.deep.equal({
      changes: "some",
      diffs: ["appId"],
      replaces: ["appId"],
      deleteBeforeReplace: false,
      detailed: { appId: "update-replace" },
    });
  });

  it("warns when it is a setting that moves the segment, for then the engine shows no reason", async () => {
    const inputs = { name: "moved", filters: [gold] };
    const olds = { ...inputs, appId: "a11ce000-0e5d-4a99-8a00-000000000002" };
    const diff = await on.plugin.diff({ name: "moved", olds, oldInputs: inputs, news: inputs });
    expect(diff.replaces).to.deep.equal(["appId"]);
    expect(on.engine.logged.filter(({ urn }) => urn.endsWith("::moved"))).to.deep.equal([
      {
        severity: "warning",
        urn: urnOf("moved"),
        message: `appId was "${olds.appId}" and is "${on.appId}" by onesignalAppId: a new segment replaces the old one`,
      },
    ]);
  });

  it("deletes first when a replacement keeps name and app", async () => {
    const id = "5e93e700-0e5d-4a99-8a00-000000000007";
    const news = { name: "vip", filters: [gold], segmentId: id };
    const diff = await on.plugin.diff({ ...state({ name: "vip", filters: [gold] }), news });
    expect(diff).to.include({ deleteBeforeReplace: true });
    expect(diff.replaces).to.deep.equal(["segmentId"]);
  });

  const ignored = [
    { ignoreChanges: ["filters"], left: ["description"] },
    { ignoreChanges: ["filters[0].value"], left: ["description"] },
    { ignoreChanges: ["filters[*].value", "description"], left: [] },
  ];
  for (const { ignoreChanges, left } of ignored) {
    it(`leaves out ${ignoreChanges.join(" and ")} when told to ignore it`, async () => {
      const old = state({ name: "vip", filters: [gold] });
      const news = {
        name: "vip",
        filters: [{ ...gold, value: secret("silver") }],
        description: "x",
      };
      const { diffs } = await on.plugin.diff({ ...old, news }, { ignoreChanges });
      expect(diffs).to.deep.equal(left);
    });
  }

  it("looks the other way round in a refresh: the state read is old, the program's inputs are new", async () => {
    const read = state({ name: "vip", filters: [silver] });
    const diff = await on.plugin.diff({ ...read, news: { name: "vip", filters: [gold] } });
    expect(diff.detailed).to.deep.equal({ "filters[0].value": "update" });
  });

  it("talks to nobody", () => {
    expect(on.emulator.requests().total).to.equal(0);
  });
});
