import { expect } from "chai";
import { type OneSignalSettings, startEmulator } from "../../emulator";
import { clientOf, emulated, field, filters, uuid } from "./harness";

describe("The switches of the OneSignal emulator", () => {
  const client = emulated();
  const set = (onesignal: Partial<OneSignalSettings>) => client().emulator.settings({ onesignal });
  const post = (body: object) => client().send("POST", client().segments, { body });
  const reuse = async () => {
    const { send, segments, create } = client();
    await create({ name: "A", id: uuid, filters });
    await send("DELETE", `${segments}/${uuid}`);
    return post({ name: "A", id: uuid, filters });
  };

  it("lets the id of a deleted segment be used again", async () => {
    expect((await reuse()).status).to.equal(201);
  });

  it("burnDeletedIds: the id of a deleted segment is never free again, but its name is", async () => {
    set({ burnDeletedIds: true });
    expect((await reuse()).status).to.equal(409);
    expect((await post({ name: "A", filters })).status).to.equal(201);
  });

  it("clientIds ignore: assigns an id of its own", async () => {
    set({ clientIds: "ignore" });
    const id = await client().create({ name: "A", id: uuid, filters });
    expect(id).to.not.equal(uuid);
  });

  it("usedIdIsConflict off: a used id is a 400", async () => {
    set({ usedIdIsConflict: false });
    await client().create({ name: "A", id: uuid, filters });
    expect((await post({ name: "B", id: uuid, filters })).status).to.equal(400);
  });

  it("firstComplaint: says whether a repeated create hears of its id or of its name", async () => {
    await client().create({ name: "A", id: uuid, filters });
    expect((await post({ name: "A", id: uuid, filters })).status).to.equal(409);
    set({ firstComplaint: "name" });
    expect((await post({ name: "A", id: uuid, filters })).status).to.equal(400);
  });

  it("uniqueNamesOnCreate off: two segments may be created under one name", async () => {
    set({ uniqueNamesOnCreate: false });
    await client().create({ name: "A", filters });
    expect((await post({ name: "A", filters })).status).to.equal(201);
  });

  it("namesIgnoreCase: upper and lower case are one name", async () => {
    await client().create({ name: "Vip", filters });
    expect((await post({ name: "VIP", filters })).status).to.equal(201);
    set({ namesIgnoreCase: true });
    expect((await post({ name: "vip", filters })).status).to.equal(400);
  });

  it("planAllowsApi off: create and update answer the documented 403, reading goes on", async () => {
    const { send, segments, create } = client();
    const id = await create({ name: "A", filters });
    set({ planAllowsApi: false });
    const errors = ["This API is not available for applications on your plan."];
    const created = await post({ name: "B", filters });
    expect(created).to.deep.include({ status: 403, body: { errors } });
    const updated = await send("PATCH", `${segments}/${id}`, { body: { name: "B" } });
    expect(updated).to.deep.include({ status: 403, body: { success: false, errors } });
    expect((await send("GET", segments)).status).to.equal(200);
  });

  it("maxSegments: create answers 422 at the cap, and paused or built-in segments leave room", async () => {
    const { emulator } = client();
    set({ maxSegments: 1 });
    const paused = { name: "paused", is_active: false };
    emulator.seed({ segments: [paused, { name: "all", source: "default" }] });
    expect((await post({ name: "A", filters })).status).to.equal(201);
    const errors = ["You have reached the maximum number of segments allowed for your plan."];
    expect(await post({ name: "B", filters })).to.deep.include({ status: 422, body: { errors } });
  });

  it("protectReadOnly: a read-only segment resists until it is switched off", async () => {
    const { send, segments, emulator } = client();
    emulator.seed({ segments: [{ id: uuid, name: "All", read_only: true }] });
    const path = `${segments}/${uuid}`;
    expect((await send("PATCH", path, { body: { name: "B" } })).status).to.equal(400);
    expect((await send("DELETE", path)).status).to.equal(400);
    set({ protectReadOnly: false });
    expect((await send("PATCH", path, { body: { name: "B" } })).status).to.equal(200);
    expect((await send("DELETE", path)).status).to.equal(200);
  });

  it("journeyBlocksDelete: a segment in a Journey cannot be deleted", async () => {
    const { send, segments, emulator } = client();
    set({ journeyBlocksDelete: true });
    emulator.seed({ segments: [{ id: uuid, name: "J", in_active_journey: true }] });
    expect((await send("DELETE", `${segments}/${uuid}`)).status).to.equal(400);
  });

  it("deleteNeedsContentType: a delete without the header is told of app_id", async () => {
    const { send, segments, create } = client();
    set({ deleteNeedsContentType: true });
    const path = `${segments}/${await create({ name: "A", filters })}`;
    expect((await send("DELETE", path)).status).to.equal(400);
    const headers = { "content-type": "application/json" };
    expect((await send("DELETE", path, { headers })).status).to.equal(200);
  });

  it("listUserBased, totalCount and overLimit change the list", async () => {
    const { send, segments, emulator } = client();
    emulator.seed({ generate: 3, segments: [{ name: "events", user_based: true }] });
    const count = async (query: string) => (await send("GET", segments + query)).body;
    expect(await count("?limit=2")).to.have.property("total_count", 4);
    set({ listUserBased: false, totalCount: "page", overLimit: "clamp" });
    expect(await count("?limit=2")).to.have.property("total_count", 2);
    expect(await count("?limit=900")).to.include({ total_count: 3, limit: 300 });
  });

  it("readDelayMs: a new segment is not found at once, but its id is taken", async () => {
    const clock = { now: 1_000 };
    const settings = { onesignal: { readDelayMs: 500 } };
    const emulator = await startEmulator({ settings, now: () => clock.now });
    const { send, segments, create } = clientOf(emulator);
    await create({ name: "A", id: uuid, filters });
    const again = await send("POST", segments, { body: { name: "A", id: uuid, filters } });
    const early = await send("GET", `${segments}/${uuid}`);
    const list = await send("GET", segments);
    clock.now = 1_500;
    const late = await send("GET", `${segments}/${uuid}`);
    await emulator.close();
    expect([again.status, early.status, late.status]).to.deep.equal([409, 404, 200]);
    expect(list.body).to.have.property("total_count", 0);
  });

  it("acceptNumericValues: numbers are taken, and shown as text", async () => {
    const { create, payload } = client();
    const numeric = [{ field: "session_count", relation: ">", value: 5 }];
    expect((await post({ name: "A", filters: numeric })).status).to.equal(400);
    set({ acceptNumericValues: true });
    const id = await create({ name: "A", filters: numeric });
    expect((await payload(id))["filters"]).to.deep.equal(filters);
  });

  const overloaded = [
    { field: "location", relation: "=", radius: 1, lat: 2, long: 3, hours_ago: "4", mine: "5" },
  ];
  const location = { field: "location", radius: "1", lat: "2", long: "3" };
  const readings: readonly (readonly [OneSignalSettings["unusedFilterProperties"], unknown])[] = [
    ["keep", [{ ...location, relation: "=", hours_ago: "4" }]],
    ["drop", [location]],
  ];
  for (const [reading, shown] of readings) {
    it(`unusedFilterProperties ${reading}: decides what view shows of them`, async () => {
      set({ unusedFilterProperties: reading });
      const id = await client().create({ name: "A", filters: overloaded });
      expect((await client().payload(id))["filters"]).to.deep.equal(shown);
    });
  }

  it("unusedFilterProperties refuse: names each of them", async () => {
    set({ unusedFilterProperties: "refuse" });
    const { status, body } = await post({ name: "A", filters: overloaded });
    expect(status).to.equal(400);
    expect(String(field(body, "errors"))).to.match(/hours_ago.*mine/);
  });

  const conditions = [
    { field: "last_session", relation: ">", hours_ago: "24" },
    { field: "tag", key: "level", relation: "=", value: "24" },
    { operator: "OR" },
    { field: "session_count", relation: "=", value: "3" },
    { field: "location", radius: "1000", lat: "52.5", long: "13" },
  ];
  const shownUnder = async (settings: Partial<OneSignalSettings>) => {
    set(settings);
    return (await client().payload(await client().create({ name: "A", filters: conditions })))[
      "filters"
    ];
  };

  it("echoExplicitAnd: spells out each AND that was left out", async () => {
    const [first, second, or, third, fourth] = conditions;
    const and = { operator: "AND" };
    const shown = await shownUnder({ echoExplicitAnd: true });
    expect(shown).to.deep.equal([first, and, second, or, third, and, fourth]);
  });

  it("echoNumbers decimal: rewrites numeric texts and leaves tags alone", async () => {
    expect(await shownUnder({ echoNumbers: "decimal" })).to.deep.equal([
      { field: "last_session", relation: ">", hours_ago: "24.0" },
      { field: "tag", key: "level", relation: "=", value: "24" },
      { operator: "OR" },
      { field: "session_count", relation: "=", value: "3.0" },
      { field: "location", radius: "1000.0", lat: "52.5", long: "13.0" },
    ]);
  });

  it("echoNumbers json: shows JSON numbers", async () => {
    const shown = await shownUnder({ echoNumbers: "json" });
    expect(shown).to.deep.include({ field: "location", radius: 1000, lat: 52.5, long: 13 });
  });

  it("echoNumbers as-in-sdk: shows JSON numbers for a place, and texts for the rest", async () => {
    const [first, second, or, third] = conditions;
    expect(await shownUnder({ echoNumbers: "as-in-sdk" })).to.deep.equal([
      first,
      second,
      or,
      third,
      { field: "location", radius: 1000, lat: 52.5, long: 13 },
    ]);
  });

  it("extraAnswerKeys: adds keys nobody knows to list, view, payload and filters", async () => {
    const { send, segments, create } = client();
    set({ extraAnswerKeys: true });
    const id = await create({ name: "A", filters });
    const view = await send("GET", `${segments}/${id}?include-segment-detail=true`);
    const list = await send("GET", segments);
    expect(JSON.stringify(view.body).split("added_by_the_vendor")).to.have.length(4);
    expect(JSON.stringify(list.body).split("added_by_the_vendor")).to.have.length(3);
  });
});
