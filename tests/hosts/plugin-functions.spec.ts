import { status } from "@grpc/grpc-js";
import { expect } from "chai";
import { failureOf, isSecret, secret, UNKNOWN } from "./support/client";
import { type Stage, stage } from "./support/in-process";

const gold = { field: "tag", key: "plan", relation: "=", value: "gold" };
const GET_ONE = "audiences:onesignal:getSegment";
const GET_MANY = "audiences:onesignal:getSegments";

describe("the plugin's functions and lists", () => {
  let on: Stage;
  before(async () => {
    on = await stage();
    await on.plugin.configure(on.config);
    await on.plugin.create("vip", { name: "vip", filters: [gold] });
    on.emulator.seed({ generate: 5 });
  });
  after(() => on.close());

  it("look a segment up by its name, and say who is in it", async () => {
    const found = await on.plugin.invoke(GET_ONE, { name: "vip" });
    expect(found).to.include({ name: "vip", expression: "tag plan is gold" });
  });

  it("list the segments of an account", async () => {
    const { segments } = await on.plugin.invoke(GET_MANY, { nameContains: "generated" });
    expect(segments).to.have.lengthOf(5);
  });

  it("tell nothing in the open when they were asked with a secret", async () => {
    const found = await on.plugin.invoke(GET_ONE, { name: secret("vip") });
    expect(Object.values(found).every(isSecret)).to.equal(true);
  });

  const refused = [
    {
      what: "a segment that is not there",
      token: GET_ONE,
      args: { name: "nobody" },
      code: status.NOT_FOUND,
      says: 'Segment "nobody" does not exist',
    },
    {
      what: "arguments that are wrong, all of them at once",
      token: GET_MANY,
      args: { nameContain: "x", changedSince: "yesterday" },
      code: status.INVALID_ARGUMENT,
      says: /changedSince must be.*nameContain is not/s,
    },
    {
      what: "a function that is not there",
      token: "audiences:onesignal:getNothing",
      args: {},
      code: status.NOT_FOUND,
      says: `there is no function audiences:onesignal:getNothing; this provider has ${GET_ONE}`,
    },
  ];
  for (const { what, token, args, code, says } of refused) {
    it(`fail with a sentence for ${what}`, async () => {
      const failure = await failureOf(on.plugin.invoke(token, args));
      expect(failure.code).to.equal(code);
      expect(failure.details).to.match(says instanceof RegExp ? says : new RegExp(says));
    });
  }

  it("list ids that can be read, page by page, up to the limit", async () => {
    const first = await on.plugin.list({}, { limit: 4 });
    const second = await on.plugin.list({}, { limit: 4, from: first.next ?? "" });
    const ids = [...first.results, ...second.results].map(({ id }) => id);
    expect([first.results.length, second.results.length, second.next]).to.deep.equal([
      4,
      2,
      undefined,
    ]);
    expect(new Set(ids).size).to.equal(6);
    expect((await on.plugin.read(ids[5] ?? "")).id).to.equal(ids[5]);
  });

  it("list nothing but that it cannot be known yet for an unknown query", async () => {
    const listed = await on.plugin.list({ appId: UNKNOWN });
    expect(listed).to.deep.include({ isComputed: true, results: [] });
  });

  const badLists = [
    {
      query: {},
      token: "audiences:x:Y",
      code: status.NOT_FOUND,
      says: "there is no resource audiences:x:Y",
    },
    {
      query: { nameContain: "x" },
      token: undefined,
      code: status.INVALID_ARGUMENT,
      says: "write `nameContains` instead",
    },
  ];
  for (const { query, token, code, says } of badLists) {
    it(`refuse a list with "${says}"`, async () => {
      const failure = await failureOf(on.plugin.list(query, token === undefined ? {} : { token }));
      expect(failure.code).to.equal(code);
      expect(failure.details).to.include(says);
    });
  }
});
