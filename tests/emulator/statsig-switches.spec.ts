import { expect } from "chai";
import { type Emulator, startEmulator } from "../../emulator";
import { at, emulated, rule } from "./statsig-client";

const ruled = { name: "Ruled", type: "rule_based", rules: [rule()] };
const one = { type: "user_id", operator: "any", targetValue: ["1"] };

describe("Where Statsig's documents disagree", () => {
  const client = emulated();

  it("wrapped rules are refused, and taken by switch", async () => {
    const { emulator, create, send } = client();
    await create(ruled);
    expect((await send("POST", "/ruled/conditional", { rules: [rule()] })).status).to.equal(400);
    emulator.settings({ statsig: { acceptWrappedRules: true } });
    expect((await send("POST", "/ruled/conditional", { rules: [] })).status).to.equal(200);
    expect((await send("POST", "/ruled/conditional", [rule()])).status).to.equal(200);
  });

  for (const [oneValue, shown] of [
    ["scalar", "1"],
    ["list", ["1"]],
    ["as-sent", ["1"]],
  ] as const) {
    it(`one value is shown ${oneValue}`, async () => {
      const { emulator, create } = client();
      emulator.settings({ statsig: { oneValue } });
      const segment = await create({ ...ruled, rules: [rule({ conditions: [one] })] });
      expect(at(segment, "rules.0.conditions.0.targetValue")).to.deep.equal(shown);
    });
  }

  const switched: readonly (readonly [
    name: string,
    settings: object,
    method: string,
    path: string,
    body: unknown,
    before: number,
    after: number,
  ])[] = [
    ["createStatus", { createStatus: 200 }, "POST", "", { name: "new", type: "id_list" }, 201, 200],
    ["takenStatus", { takenStatus: 409 }, "POST", "", ruled, 400, 409],
    ["uniqueNames", { uniqueNames: false }, "POST", "", { ...ruled, id: "other" }, 400, 201],
    [
      "unknownTags",
      { unknownTags: "refuse" },
      "POST",
      "",
      { name: "new", type: "id_list", tags: ["x"] },
      201,
      400,
    ],
    [
      "acceptNulls",
      { acceptNulls: true },
      "POST",
      "/ruled/conditional",
      [rule({ environments: null })],
      400,
      200,
    ],
    [
      "acceptEmptyConditions",
      { acceptEmptyConditions: false },
      "POST",
      "/ruled/conditional",
      [rule({ conditions: [] })],
      200,
      400,
    ],
    [
      "acceptSeenOperators",
      { acceptSeenOperators: false },
      "POST",
      "/ruled/conditional",
      [rule({ conditions: [{ type: "email", operator: "str_matches", targetValue: "x" }] })],
      200,
      400,
    ],
    ["readUserStore", { readUserStore: false }, "GET", "/store/id_list", undefined, 200, 400],
    ["removeNeedsBody", { removeNeedsBody: false }, "DELETE", "/list/id_list", undefined, 400, 200],
    [
      "overLimit",
      { largestIdPage: 5, overLimit: "refuse" },
      "GET",
      "/list/id_list?limit=6",
      undefined,
      200,
      400,
    ],
    ["protectReferenced", { protectReferenced: true }, "DELETE", "/base", undefined, 200, 400],
    ["showArchived", { showArchived: false }, "GET", "/old", undefined, 200, 404],
  ];
  for (const [name, settings, method, path, body, before, after] of switched) {
    it(`${name}: ${method} ${path} is ${before}, and ${after} by switch`, async () => {
      const { emulator, send } = client();
      const conditions = [{ type: "passes_segment", targetValue: "base" }];
      const plant = () => {
        emulator.reset();
        emulator.seed({
          vendor: "statsig",
          segments: [
            { name: "Ruled" },
            { name: "list", type: "id_list", ids: ["a"] },
            { name: "store", type: "user_store_id_list" },
            { name: "base" },
            { name: "user", rules: [{ name: "A", passPercentage: 1, conditions }] },
            { name: "old", archived: true },
          ],
        });
      };
      plant();
      expect((await send(method, path, body)).status).to.equal(before);
      plant();
      emulator.settings({ statsig: settings });
      expect((await send(method, path, body)).status).to.equal(after);
    });
  }

  it("answers of a change of rules, explanations and creators can be left out", async () => {
    const { emulator, create, send } = client();
    emulator.settings({
      statsig: { rulesAnswerSegment: false, explainRefusals: false, showCreators: false },
    });
    const segment = await create({ ...ruled, creatorEmail: "me@example.com" });
    expect(segment["creatorEmail"]).to.equal(null);
    expect((await send("POST", "/ruled/conditional", [])).body).to.deep.equal({
      message: "Rules successfully updated",
    });
    expect((await send("POST", "", {})).body).to.have.all.keys("status", "message");
  });

  it("an upper-case id is kept, or lowered by switch", async () => {
    const { emulator, create } = client();
    expect(await create({ ...ruled, id: "Upper" })).to.include({ id: "Upper" });
    emulator.settings({ statsig: { upperCaseIds: "lower" } });
    expect(await create({ ...ruled, name: "other", id: "OTHER" })).to.include({ id: "other" });
  });
});

describe("Statsig's rate limits in the emulator", () => {
  let time = Date.UTC(2026, 0, 1);
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator({
      now: () => time,
      settings: { statsig: { rateLimits: "writes" } },
    });
  });
  afterEach(() => emulator.close());

  const send = async (method: string, path: string, body?: object): Promise<Response> =>
    fetch(`${emulator.url}/console/v1/segments${path}`, {
      method,
      headers: { "statsig-api-key": emulator.statsigApiKey },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const statuses = async (count: number, method: string, path: string, body?: object) => {
    const seen: Record<number, number> = {};
    for (let i = 0; i < count; i += 1) {
      const { status } = await send(method, path, body);
      seen[status] = (seen[status] ?? 0) + 1;
    }
    return seen;
  };

  it("let 100 writes through in 10 seconds, and any number of reads", async () => {
    expect(await statuses(101, "POST", "/x/conditional", [])).to.deep.equal({ 404: 100, 429: 1 });
    expect(await statuses(120, "GET", "/x")).to.deep.equal({ 404: 120 });
    time += 10_000;
    expect(await statuses(1, "POST", "/x/conditional", [])).to.deep.equal({ 404: 1 });
  });

  it("count reads as well, by switch, and may say how long to wait", async () => {
    emulator.settings({ statsig: { rateLimits: "all", retryAfter: 7 } });
    expect(await statuses(101, "GET", "/x")).to.deep.equal({ 404: 100, 429: 1 });
    const refused = await send("GET", "/x");
    expect(refused.headers.get("retry-after")).to.equal("7");
  });

  it("let 900 writes through in 15 minutes", async () => {
    for (let i = 0; i < 9; i += 1) {
      expect(await statuses(100, "DELETE", "/x")).to.deep.equal({ 404: 100 });
      time += 10_000;
    }
    expect(await statuses(1, "DELETE", "/x")).to.deep.equal({ 429: 1 });
    time += 810_000;
    expect(await statuses(1, "DELETE", "/x")).to.deep.equal({ 404: 1 });
  });

  it("let 12 changes of id lists through in 10 seconds", async () => {
    expect(await statuses(13, "PATCH", "/x/id_list", { ids: [] })).to.deep.equal({
      404: 12,
      429: 1,
    });
    expect(await statuses(1, "DELETE", "/x")).to.deep.equal({ 404: 1 });
  });
});

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
