import { expect } from "chai";
import { emulated, field, filters, rows, uuid } from "./harness";

describe("The control paths", () => {
  const client = emulated({ seed: true });
  const control = (method: string, path: string, body?: unknown) =>
    client().send(method, path, { body, headers: { authorization: null } });
  const list = () => client().send("GET", client().segments);
  const total = async () => field((await list()).body, "total_count");

  const slips: readonly (readonly [string, unknown, RegExp])[] = [
    ["/_faults", {}, /The fault\.kind must be one of status, slow, .*, not undefined\./],
    ["/_faults", "status", /The fault must be a fault such as/],
    ["/_faults", { kind: "status" }, /The fault\.status must be a whole number from 200 to 599/],
    ["/_faults", { kind: "slow", ms: 5, status: 5 }, /The fault has no key "status"; known are/],
    ["/_faults", { kind: "slow", ms: "5" }, /The fault\.ms must be a whole number/],
    ["/_faults", [{ kind: "slow", ms: 5, count: 0 }], /The faults\[0\]\.count must be .* "always"/],
    ["/_settings", { latency: 5 }, /The settings has no key "latency"; known are latencyMs/],
    ["/_settings", { onesignal: { overLimit: "no" } }, /overLimit must be one of refuse, clamp/],
    ["/_settings", { onesignal: { namesIgnoreCase: 1 } }, /must be true or false, not 1\./],
    ["/_seed", { segments: [{}] }, /The seed\.segments\[0\]\.name must be a string/],
    ["/_seed", { appId: uuid, generate: 1 }, /No app 0b5e8f3a.*; the emulator has a11ce000/],
    ["/_seed", { segments: [{ name: "A", created_at: "today" }] }, /ISO 8601 date/],
    ["/_seed", { segments: [{ name: "A", filters: ["x"] }] }, /filters\[0\] must be an object/],
    ["/_edit", { name: "Nobody", delete: true }, /has no segment with name "Nobody"\./],
    ["/_edit", {}, /needs an id or a name/],
    ["/_reset", { seed: "yes" }, /The reset\.seed must be true or false/],
  ];
  for (const [path, body, sentence] of slips) {
    it(`answers POST ${path} ${JSON.stringify(body)} with a sentence`, async () => {
      const reply = await control("POST", path, body);
      expect(reply.status).to.equal(400);
      expect(field(reply.body, "error")).to.match(sentence);
    });
  }

  it("answers a body that is no JSON with a sentence", async () => {
    const reply = await client().send("POST", "/_faults", { raw: "{" });
    expect(reply).to.deep.include({ status: 400, body: { error: "The body is not valid JSON." } });
  });

  it("arms, shows and clears faults", async () => {
    const fault = { kind: "status", status: 503, count: 2 };
    const armed = await control("POST", "/_faults", fault);
    expect(armed.body).to.deep.equal({ faults: [{ fault, seen: 0, left: 2 }] });
    await control("POST", "/_faults", [{ kind: "slow", ms: 1, count: "always" }]);
    await list();
    const { body } = await control("GET", "/_faults");
    expect([field(body, "faults")].flat().map((one) => field(one, "left"))).to.deep.equal([
      1,
      "always",
    ]);
    expect((await control("DELETE", "/_faults")).body).to.deep.equal({ faults: [] });
    expect((await list()).status).to.equal(200);
  });

  it("counts requests by route and operation, and tells writes from reads", async () => {
    const { send, segments, create, emulator } = client();
    await list();
    await list();
    const id = await create({ name: "A", filters });
    await send("PATCH", `${segments}/${id}`, { body: { name: "B" } });
    await send("GET", `/api/v1${segments}`);
    await send("GET", "/nowhere");
    const { body } = await control("GET", "/_requests");
    expect(body).to.deep.include({ total: 6, writes: 2 });
    expect(field(body, "counts")).to.deep.equal({
      "GET /apps/:app_id/segments": 2,
      "POST /apps/:app_id/segments": 1,
      "PATCH /apps/:app_id/segments/:segment_id": 1,
      "GET /api/v1/apps/:app_id/segments": 1,
      "GET (no such path)": 1,
    });
    expect(field(body, "operations")).to.deep.equal({
      "onesignal.list": 3,
      "onesignal.create": 1,
      "onesignal.update": 1,
    });
    expect(emulator.requests().requests[3]).to.deep.include({
      method: "PATCH",
      path: `${segments}/${id}`,
      operation: "update",
      status: 200,
      fault: null,
      body: '{"name":"B"}',
    });
    expect(JSON.stringify(body)).to.not.include(emulator.apiKey);
    expect((await control("DELETE", "/_requests")).body).to.deep.include({ total: 0, writes: 0 });
  });

  it("logs a cut request with its fault and no status", async () => {
    const { emulator } = client();
    emulator.faults.add({ kind: "cut-after-write" });
    await list().catch(() => undefined);
    expect(emulator.requests().requests[0]).to.deep.include({
      status: null,
      fault: "cut-after-write",
    });
  });

  it("changes only the settings that are sent", async () => {
    await control("POST", "/_settings", { latencyMs: 1 });
    const { body } = await control("POST", "/_settings", { onesignal: { maxSegments: 6 } });
    expect(body).to.have.property("latencyMs", 1);
    expect(field(body, "onesignal")).to.include({ maxSegments: 6, overLimit: "refuse" });
    expect((await control("GET", "/_settings")).body).to.deep.equal(body);
  });

  it("seeds what the API would refuse", async () => {
    const filters = [{ field: "rooted", unsupported_in_api: true }];
    const segments = [{ id: uuid.toUpperCase(), name: "Rooted", filters, source: "quickstart" }];
    const { body } = await control("POST", "/_seed", { segments });
    expect(body).to.deep.equal({ ids: [uuid] });
    expect(await client().payload(uuid)).to.deep.include({ filters, source: "quickstart" });
  });

  it("seeds the app that is named, with the same generated ids in every run", async () => {
    const appId = client().emulator.apps[1]?.id;
    const first = await control("POST", "/_seed", { appId, generate: 2 });
    const second = await control("POST", "/_seed", { vendor: "onesignal", appId, generate: 2 });
    expect(second.body).to.deep.equal(first.body);
    expect((await client().send("GET", `/apps/${appId}/segments`)).body).to.include({
      total_count: 4,
    });
  });

  it("edits and deletes behind the API's back", async () => {
    const { create, payload, send, segments } = client();
    const id = await create({ name: "A", description: "why", filters });
    const edited = await control("POST", "/_edit", { id, set: { name: "VIP customers" } });
    expect(edited.body).to.include({ name: "VIP customers", description: "why" });
    expect(await payload(id)).to.include({ name: "VIP customers" });
    await control("POST", "/_edit", { id, set: { description: null } });
    expect(await payload(id)).to.include({ description: null });
    expect((await control("POST", "/_edit", { id, delete: true })).body).to.equal(null);
    expect((await send("GET", `${segments}/${id}`)).status).to.equal(404);
  });

  it("resets to what it was started with, or as told", async () => {
    const { create, emulator } = client();
    const seeded = await total();
    await create({ name: "A", filters });
    emulator.settings({ latencyMs: 5 });
    emulator.faults.add({ kind: "status", status: 500 });
    await control("POST", "/_reset");
    expect(emulator.settings().latencyMs).to.equal(0);
    expect(emulator.requests().total).to.equal(0);
    expect(await total()).to.equal(seeded);
    await control("POST", "/_reset", { seed: false });
    expect(await total()).to.equal(0);
  });

  it("begins with a dashboard that has one of everything", async () => {
    const { send, segments } = client();
    const listed = rows((await list()).body);
    expect(listed.some((segment) => segment["is_active"] === false)).to.equal(true);
    expect(listed.some((segment) => segment["read_only"] === true)).to.equal(true);
    const views = await Promise.all(
      listed.map(({ id }) => send("GET", `${segments}/${id}?include-segment-detail=true`)),
    );
    expect(views.filter(({ status }) => status === 400)).to.have.length(1);
    const texts = views.map(({ body }) => JSON.stringify(body));
    for (const mark of ["unsupported_in_api", '"source":"default"', '"source":"quickstart"']) {
      expect(
        texts.some((text) => text.includes(mark)),
        mark,
      ).to.equal(true);
    }
  });

  it("accepts every seeded segment through the API, but for those that only a dashboard can make", async () => {
    const { send, segments, emulator, payload } = client();
    const listed = rows((await list()).body);
    const shown = await Promise.all(listed.map(({ id }) => payload(String(id))));
    emulator.reset(false);
    const replies = await Promise.all(
      shown.map((body) => send("POST", segments, { body: { ...body, description: "" } })),
    );
    const refused = shown.filter((_, index) => replies[index]?.status !== 201);
    expect(refused.map(({ name }) => name)).to.deep.equal([
      "Subscribed Users",
      "iPhone users on an old version",
      undefined,
    ]);
  });
});
