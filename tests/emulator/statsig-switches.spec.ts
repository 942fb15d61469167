import { expect } from "chai";
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
