import { expect } from "chai";
import { emulated, field, filters, uuid } from "./harness";

const missingApp = {
  errors: ["app_id not found. You may be missing a Content-Type: application/json header."],
  reference: ["/docs/accounts-and-keys#section-keys-ids"],
};
const missingHeader = { errors: ["Please include a case-sensitive header of Authorization"] };
const denied = {
  errors: [
    "Access denied.  Please include an 'Authorization: ...' header with a valid API key (/docs/accounts-and-keys).",
  ],
};
const userBased =
  "User-based segments (with message event or custom event filters) are not yet supported via the API";

const operations = [
  { title: "create", method: "POST", suffix: "", body: { name: "A", filters } },
  { title: "list", method: "GET", suffix: "" },
  { title: "view", method: "GET", suffix: `/${uuid}` },
  { title: "update", method: "PATCH", suffix: `/${uuid}`, body: { name: "B" } },
  { title: "delete", method: "DELETE", suffix: `/${uuid}` },
];

describe("OneSignal's answers", () => {
  const client = emulated();

  for (const base of ["", "/api/v1"]) {
    it(`walks a segment through its life under "${base}/apps"`, async () => {
      const { send, segments } = client();
      const made = await send("POST", base + segments, { body: { name: "Life", filters } });
      expect(made.status).to.equal(201);
      expect(made.body).to.have.all.keys("success", "id").and.property("success", true);
      const path = `${base}${segments}/${field(made.body, "id")}`;
      expect((await send("GET", path)).body).to.have.all.keys("subscriber_count");
      const updated = await send("PATCH", path, { body: { name: "Life 2" } });
      expect(updated).to.deep.include({ status: 200, body: made.body });
      const deleted = await send("DELETE", path);
      expect(deleted).to.deep.include({ status: 200, body: { success: true } });
    });
  }

  for (const { title, method, suffix, body } of operations) {
    it(`${title} without an Authorization header is a 400`, async () => {
      const { send, segments } = client();
      const reply = await send(method, segments + suffix, {
        body,
        headers: { authorization: null },
      });
      expect(reply).to.deep.include({ status: 400, body: missingHeader });
    });

    it(`${title} with a wrong key, a wrong scheme or the bare key is a 403`, async () => {
      const { send, segments, emulator } = client();
      for (const authorization of [
        "Key nonsense",
        `Bearer ${emulator.apiKey}`,
        emulator.apiKey,
        `Key ${emulator.apiKey.toUpperCase()}`,
      ]) {
        const reply = await send(method, segments + suffix, { body, headers: { authorization } });
        expect(reply).to.deep.include({ status: 403, body: denied });
      }
    });

    it(`${title} in an unknown app is a 400 that names app_id`, async () => {
      const reply = await client().send(method, `/apps/${uuid}/segments${suffix}`, { body });
      expect(reply).to.deep.include({ status: 400, body: missingApp });
    });
  }

  for (const scheme of ["Key", "key", "KEY", "Basic", "basic"]) {
    it(`takes the key under the scheme ${scheme}`, async () => {
      const { send, segments, emulator } = client();
      const headers = { authorization: `${scheme} ${emulator.apiKey}` };
      expect((await send("GET", segments, { headers })).status).to.equal(200);
    });
  }

  for (const type of [null, "text/plain", "application/x-www-form-urlencoded"]) {
    it(`create and update with Content-Type ${type} are told of app_id`, async () => {
      const { send, segments, create } = client();
      const id = await create({ name: "A", filters });
      const request = { body: { name: "B", filters }, headers: { "content-type": type } };
      const replies = [
        await send("POST", segments, request),
        await send("PATCH", `${segments}/${id}`, request),
      ];
      for (const reply of replies) {
        expect(reply).to.deep.include({ status: 400, body: missingApp });
      }
    });
  }

  it("answers the three 404s each in its own way", async () => {
    const { send, segments } = client();
    const path = `${segments}/${uuid}`;
    expect(await send("GET", path)).to.deep.include({
      status: 404,
      body: { errors: ["segment not found"] },
    });
    expect(await send("PATCH", path, { body: { name: "B" } })).to.deep.include({
      status: 404,
      body: { success: false, errors: ["segment not found"] },
    });
    expect(await send("DELETE", path)).to.deep.include({ status: 404, body: { success: false } });
  });

  it("does not find a segment of another app", async () => {
    const { send, create, emulator } = client();
    const id = await create({ name: "A", filters });
    const path = `/apps/${emulator.apps[1]?.id}/segments/${id}`;
    expect((await send("GET", path)).status).to.equal(404);
  });

  it("answers 409 for an id in use, of whichever app and in whichever case", async () => {
    const { send, segments, emulator } = client();
    const body = { name: "A", id: uuid, filters };
    expect((await send("POST", segments, { body })).status).to.equal(201);
    const other = `/apps/${emulator.apps[1]?.id}/segments`;
    for (const path of [segments, other]) {
      const again = await send("POST", path, { body: { ...body, id: uuid.toUpperCase() } });
      const errors = ["Segment with the given id already exists."];
      expect(again).to.deep.include({ status: 409, body: { success: false, errors } });
    }
  });

  it("assigns an id when the client's is empty", async () => {
    const id = await client().create({ name: "A", id: "", filters });
    expect(id).to.match(/^[0-9a-f-]{36}$/);
  });

  it("refuses a name that another segment of the app has, and lets a segment keep its own", async () => {
    const { send, segments, create } = client();
    await create({ name: "A", filters });
    const id = await create({ name: "B", filters });
    const taken = ["Segment name is already taken."];
    const patch = (name: string) => send("PATCH", `${segments}/${id}`, { body: { name } });
    expect(await patch("A")).to.deep.include({
      status: 400,
      body: { success: false, errors: taken },
    });
    expect((await patch("B")).status).to.equal(200);
    const second = await send("POST", segments, { body: { name: "A", filters } });
    expect(second).to.deep.include({ status: 400, body: { errors: taken } });
  });

  it("lets two apps use one name", async () => {
    const { send, create, emulator } = client();
    await create({ name: "A", filters });
    const path = `/apps/${emulator.apps[1]?.id}/segments`;
    expect((await send("POST", path, { body: { name: "A", filters } })).status).to.equal(201);
  });

  it("refuses to update a segment that an active Journey uses, and deletes it all the same", async () => {
    const { send, segments, create, emulator } = client();
    const id = await create({ name: "A", filters });
    emulator.edit({ id, set: { in_active_journey: true } });
    const patched = await send("PATCH", `${segments}/${id}`, { body: { name: "A" } });
    expect(patched.status).to.equal(400);
    expect(patched.body).to.have.property("success", false);
    expect((await send("DELETE", `${segments}/${id}`)).status).to.equal(200);
  });

  it("answers the documented 400 when a user-based segment is viewed", async () => {
    const { send, segments, emulator } = client();
    emulator.seed({ segments: [{ id: uuid, name: "Events", user_based: true }] });
    for (const query of ["", "?include-segment-detail=true"]) {
      const reply = await send("GET", `${segments}/${uuid}${query}`);
      expect(reply).to.deep.include({ status: 400, body: { errors: [userBased] } });
    }
    const patched = await send("PATCH", `${segments}/${uuid}`, { body: { name: "Events" } });
    expect(patched.status).to.equal(400);
  });

  it("answers 404 with a sentence for a path the vendor does not have", async () => {
    const reply = await client().send("GET", "/nowhere");
    expect(reply).to.deep.include({ status: 404 });
    expect(reply.body).to.deep.equal({ errors: ["The emulator has no path GET /nowhere."] });
  });

  it("writes times as Unix seconds in view and as ISO milliseconds in the list", async () => {
    const { send, segments, payload, emulator } = client();
    const created_at = "2025-03-04T05:06:07.089Z";
    emulator.seed({ segments: [{ id: uuid, name: "Old", created_at }] });
    expect(await payload(uuid)).to.have.property("created_at", 1741064767);
    const reply = await send("GET", segments);
    expect(field(reply.body, "segments")).to.deep.equal([
      {
        id: uuid,
        name: "Old",
        description: null,
        created_at,
        updated_at: created_at,
        app_id: emulator.apps[0]?.id,
        read_only: false,
        is_active: true,
      },
    ]);
    expect(await payload(uuid)).to.have.all.keys(
      "id",
      "name",
      "description",
      "created_at",
      "source",
      "filters",
    );
  });
});
