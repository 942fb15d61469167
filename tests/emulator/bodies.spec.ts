import { expect } from "chai";
import { emulated, field, filters } from "./harness";

describe("The bodies of OneSignal's create and update", () => {
  const client = emulated();

  it("refuses a body that is no JSON object, in the shape of the operation", async () => {
    const { send, segments, create } = client();
    const id = await create({ name: "A", filters });
    const errors = ["The request body must be a JSON object."];
    for (const raw of ["", "{", "[]", "null", '"text"']) {
      expect(await send("POST", segments, { raw })).to.deep.include({
        status: 400,
        body: { errors },
      });
      const patched = await send("PATCH", `${segments}/${id}`, { raw });
      expect(patched).to.deep.include({ status: 400, body: { success: false, errors } });
    }
  });

  it('says "name is required" with success false on the legacy base, as the v9 page shows', async () => {
    const { send, segments } = client();
    const errors = ["name is required"];
    const reply = await send("POST", `/api/v1${segments}`, { body: { filters } });
    expect(reply).to.deep.include({ status: 400, body: { success: false, errors } });
    const current = await send("POST", segments, { body: { filters } });
    expect(current).to.deep.include({ status: 400, body: { errors } });
  });

  it("names every fault of a body at once", async () => {
    const { send, segments } = client();
    const body = { name: "x".repeat(129), description: "y".repeat(256), id: "no", filters: [{}] };
    const reply = await send("POST", segments, { body });
    expect(field(reply.body, "errors")).to.have.length(4);
  });

  it("measures name and description in characters", async () => {
    const { create } = client();
    await create({ name: "🍏".repeat(128), description: "🍏".repeat(255), filters });
  });

  const badBodies: readonly (readonly [string, object])[] = [
    ["no name", { filters }],
    ["null as name", { name: null, filters }],
    ["a blank name", { name: " ", filters }],
    ["a number as name", { name: 5, filters }],
    ["a name of 129 characters", { name: "x".repeat(129), filters }],
    ["a description of 256 characters", { name: "A", description: "x".repeat(256), filters }],
    ["null as description", { name: "A", description: null, filters }],
    ["an id that is no UUID", { name: "A", id: "vip", filters }],
    ["no filters", { name: "A" }],
  ];
  for (const [title, body] of badBodies) {
    it(`refuses to create with ${title}`, async () => {
      const { send, segments } = client();
      const reply = await send("POST", segments, { body });
      expect(reply.status).to.equal(400);
      expect(field(reply.body, "errors")).to.have.length(1);
    });
  }

  it("keeps what an update does not send, and clears a description with an empty text", async () => {
    const { send, segments, create, payload } = client();
    const id = await create({ name: "A", description: "why", filters });
    const patch = (body: object) => send("PATCH", `${segments}/${id}`, { body });
    await patch({ name: "B" });
    expect(await payload(id)).to.deep.include({ name: "B", description: "why", filters });
    await patch({ name: "B", description: "" });
    expect(await payload(id)).to.deep.include({ description: null, filters });
    const other = [{ field: "country", relation: "=", value: "DE" }];
    await patch({ name: "B", filters: other });
    expect(await payload(id)).to.deep.include({ description: null, filters: other });
  });

  const badPatches: readonly (readonly [string, object])[] = [
    ["no name", { filters }],
    ["an empty list of filters", { name: "A", filters: [] }],
    ["null as filters", { name: "A", filters: null }],
    ["null as description", { name: "A", description: null }],
  ];
  for (const [title, body] of badPatches) {
    it(`refuses to update with ${title}, and changes nothing`, async () => {
      const { send, segments, create, payload } = client();
      const id = await create({ name: "A", description: "why", filters });
      const reply = await send("PATCH", `${segments}/${id}`, { body });
      expect(reply.status).to.equal(400);
      expect(reply.body).to.have.property("success", false);
      expect(await payload(id)).to.deep.include({ name: "A", description: "why", filters });
    });
  }
});
