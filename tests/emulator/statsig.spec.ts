import { expect } from "chai";
import { at, emulated, rule } from "./statsig-client";

const generalRefusal = "Invalid request. Please check the request input and try again.";

describe("The emulator's Statsig API", () => {
  const client = emulated();

  it("walks a segment through its life", async () => {
    const { send } = client();
    const made = await send("POST", "", { name: "A Segment", type: "rule_based" });
    expect(made.status).to.equal(201);
    expect(at(made.body, "message")).to.equal("Segment created successfully.");
    expect(at(made.body, "data.id")).to.equal("a_segment");
    expect((await send("GET", "/a_segment")).body).to.deep.equal({
      message: "Segment read successfully.",
      data: at(made.body, "data"),
    });
    const ruled = await send("POST", "/a_segment/conditional", [rule()]);
    expect(ruled.status).to.equal(200);
    expect(at(ruled.body, "message")).to.equal("Rules successfully updated");
    expect(await send("DELETE", "/a_segment")).to.deep.include({
      status: 200,
      body: { message: "Segment deleted successfully." },
    });
    expect((await send("GET", "/a_segment")).status).to.equal(404);
  });

  it("shows everything that `SegmentDto` requires, with the documented defaults", async () => {
    const segment = await client().create({ name: "Ruled", type: "rule_based", rules: [rule()] });
    expect(segment).to.include({
      isEnabled: true,
      type: "rule_based",
      id: "ruled",
      name: "Ruled",
      idType: "userID",
      description: "",
      lastModifierName: "CONSOLE API",
      creatorName: "CONSOLE API",
      count: 0,
    });
    expect(segment).to.include.keys(
      "lastModifierID",
      "lastModifiedTime",
      "lastModifierEmail",
      "creatorID",
      "createdTime",
      "creatorEmail",
      "targetApps",
      "holdoutIDs",
      "team",
      "teamID",
      "tags",
      "version",
    );
    expect(segment["createdTime"]).to.be.closeTo(Date.now(), 5_000);
    const list = await client().create({ name: "Listed", type: "id_list" });
    expect(list).not.to.have.property("rules");
  });

  it("gives a rule an id of 22 letters, its percentage and a number, and keeps the first part", async () => {
    const { create, send } = client();
    const segment = await create({ name: "Ruled", type: "rule_based", rules: [rule()] });
    const [baseID, id] = [at(segment, "rules.0.baseID"), at(segment, "rules.0.id")];
    expect(baseID).to.match(/^[0-9A-Za-z]{22}$/);
    expect(id).to.equal(`${baseID}:10.00:1`);
    const change = (more: object) =>
      send("POST", "/ruled/conditional", [rule({ baseID, id, ...more })]);
    expect(at((await change({ name: "New" })).body, "data.rules.0.id")).to.equal(id);
    const other = await change({ passPercentage: 33.33 });
    expect(at(other.body, "data.rules.0")).to.include({ baseID, id: `${baseID}:33.33:2` });
    const bare = await send("POST", "/ruled/conditional", [rule()]);
    expect(at(bare.body, "data.rules.0.baseID")).not.to.equal(baseID);
  });

  it("shows one value as a scalar, several as a list, and numbers as numbers where they are compared", async () => {
    const conditions = [
      { type: "user_id", operator: "any", targetValue: ["1"] },
      { type: "user_id", operator: "any", targetValue: ["1", "2"] },
      { type: "custom_field", field: "age", operator: "gt", targetValue: ["31"] },
      { type: "passes_segment", operator: "", targetValue: ["growth_org"] },
    ];
    const segment = await client().create({
      name: "Ruled",
      type: "rule_based",
      rules: [rule({ conditions })],
    });
    expect(at(segment, "rules.0.conditions")).to.deep.equal([
      { type: "user_id", operator: "any", targetValue: "1" },
      { type: "user_id", operator: "any", targetValue: ["1", "2"] },
      { type: "custom_field", field: "age", operator: "gt", targetValue: 31 },
      { type: "passes_segment", targetValue: "growth_org" },
    ]);
  });

  for (const [total, size, pages] of [
    [0, 5, 1],
    [5, 5, 1],
    [6, 5, 2],
    [50, 5, 10],
  ] as const) {
    it(`lists ${total} segments on ${pages} page(s) of ${size}, one address after the other`, async () => {
      const { emulator, send } = client();
      if (total > 0) emulator.seed({ vendor: "statsig", generate: total });
      const ids: unknown[] = [];
      let seen = 0;
      for (let query: unknown = `?limit=${size}&page=1`; typeof query === "string"; seen += 1) {
        const { body } = await send("GET", query);
        ids.push(...[at(body, "data")].flat().map((row) => at(row, "id")));
        const next = at(body, "pagination.nextPage");
        query = typeof next === "string" ? next.replace("/console/v1/segments", "") : null;
      }
      expect(seen).to.equal(pages);
      expect(new Set(ids).size).to.equal(total);
    });
  }

  for (const [method, path] of [
    ["GET", ""],
    ["POST", ""],
    ["GET", "/x"],
    ["DELETE", "/x"],
    ["POST", "/x/conditional"],
    ["PUT", "/x/archive"],
    ["GET", "/x/id_list"],
    ["PATCH", "/x/id_list"],
    ["DELETE", "/x/id_list"],
    ["POST", "/x/id_list/reset"],
    ["PATCH", "/x/add_ids"],
    ["PATCH", "/x/remove_ids"],
    ["GET", "/x/idlist_metadata"],
  ] as const) {
    it(`${method} ${path} wants the key`, async () => {
      const reply = await client().send(method, path, undefined, {
        "STATSIG-API-KEY": "console-made-up",
      });
      expect(reply).to.deep.include({
        status: 401,
        body: {
          status: 401,
          message:
            "This endpoint only accepts an active CONSOLE key, but an invalid key was sent. Key: console-xxxxxxx",
        },
      });
    });
  }

  it("knows no way to change a segment itself", async () => {
    const { create, send, emulator } = client();
    await create({ name: "Ruled", type: "rule_based" });
    for (const method of ["PATCH", "PUT", "POST"]) {
      expect((await send(method, "/ruled", { description: "x" })).status).to.equal(404);
    }
    expect(emulator.requests().requests.at(-1)?.route).to.equal(null);
  });

  const wrong: readonly (readonly [what: string, body: unknown, error: RegExp])[] = [
    ["no JSON", "{", /JSON object/],
    ["no name", { type: "id_list" }, /name is required/],
    ["a short name", { name: "ab", type: "id_list" }, /name must have 3 to 100/],
    ["a dot in the name", { name: "a.b.c", type: "id_list" }, /name must match/],
    ["a space in the id", { name: "abc", id: "a b c", type: "id_list" }, /id must match/],
    ["another type", { name: "abc", type: "lists" }, /type must be one of/],
    ["a null", { name: "abc", type: "id_list", team: null }, /team must be a string/],
    [
      "a long description",
      { name: "abc", type: "id_list", description: "x".repeat(1001) },
      /at most 1000/,
    ],
    [
      "rules of a list",
      { name: "abc", type: "id_list", rules: [] },
      /only allowed for segments of type rule_based/,
    ],
    [
      "a third decimal",
      { name: "abc", type: "rule_based", rules: [rule({ passPercentage: 1.001 })] },
      /rules\[0\].passPercentage must be a multiple/,
    ],
    [
      "no conditions",
      { name: "abc", type: "rule_based", rules: [{ name: "A", passPercentage: 1 }] },
      /rules\[0\].conditions must be an array/,
    ],
  ];
  for (const [what, body, error] of wrong) {
    it(`refuses ${what} with the general sentence, and says why beside it`, async () => {
      const reply = await client().send("POST", "", body);
      expect(reply.status).to.equal(400);
      expect(reply.body).to.include({ status: 400, message: generalRefusal });
      expect(String(at(reply.body, "errors"))).to.match(error);
    });
  }

  const conditions: readonly (readonly [condition: object, error: RegExp])[] = [
    [{ type: "public" }, /not supported in segments/],
    [{ type: "country", operator: "gt", targetValue: "DE" }, /operator "gt" is not supported/],
    [{ type: "country", targetValue: "DE" }, /operator is required/],
    [{ type: "country", operator: "any" }, /targetValue is required/],
    [{ type: "country", operator: "any", targetValue: null }, /targetValue must not be null/],
    [
      { type: "user_id", operator: "any", targetValue: ["a", 1] },
      /a string, a number, or an array of one of these/,
    ],
    [{ type: "custom_field", operator: "any", targetValue: "x" }, /field is required/],
    [{ type: "custom_field", field: "a", operator: "gt", targetValue: "x" }, /must be a number/],
    [{ type: "unit_id", operator: "any", targetValue: "x" }, /customID is required/],
    [{ type: "passes_segment", targetValue: ["a", "b"] }, /must be one value/],
    [{ type: "email", operator: "str_starts_with_any", targetValue: "x" }, /is not supported/],
  ];
  for (const [condition, error] of conditions) {
    it(`refuses ${JSON.stringify(condition)}`, async () => {
      const { create, send } = client();
      await create({ name: "Ruled", type: "rule_based" });
      const reply = await send("POST", "/ruled/conditional", [rule({ conditions: [condition] })]);
      expect(reply.status).to.equal(400);
      expect(String(at(reply.body, "errors"))).to.match(error);
    });
  }

  it("refuses an id and a name that are used, and rules where there are none", async () => {
    const { create, send } = client();
    await create({ name: "Taken", type: "id_list" });
    const again = await send("POST", "", { name: "Taken", type: "id_list" });
    expect(again).to.deep.include({ status: 400 });
    expect(at(again.body, "message")).to.equal("ID is already in use");
    const other = await send("POST", "", { name: "Taken", id: "other", type: "id_list" });
    expect(at(other.body, "message")).to.equal("Name is already in use");
    expect((await send("POST", "/taken/conditional", [])).status).to.equal(400);
    expect((await send("POST", "/nobody/conditional", [])).status).to.equal(404);
  });
});
