import { expect } from "chai";
import { emulated, groups } from "../vendors/push0/http";

const PAGE = "page=1&limit=100";

describe("the emulated Push0", () => {
  let clock = Date.UTC(2026, 4, 1);
  const client = emulated({ now: () => clock });
  beforeEach(() => {
    clock = Date.UTC(2026, 4, 1);
  });

  describe("lets in", () => {
    const bodies: readonly (readonly [method: string, path: string])[] = [
      ["POST", "/v1/segments"],
      ["GET", `/v1/segments?${PAGE}`],
      ["PATCH", "/v1/segments"],
      ["DELETE", "/v1/segments"],
      ["GET", `/api/v1/segments?${PAGE}`],
    ];
    for (const [method, path] of bodies) {
      const send = (headers: Readonly<Record<string, string | null>>) =>
        client().send(method, path, method === "GET" ? undefined : {}, headers);

      it(`nobody without a key: ${method} ${path}`, async () => {
        const answer = await send({ authorization: null });
        expect(answer.status).to.equal(401);
        expect(answer.text).to.match(/Incorrect or not found YOUR_API_KEY/);
      });

      it(`nobody with another key or scheme: ${method} ${path}`, async () => {
        for (const authorization of ["Bearer another", `Key ${client().emulator.push0ApiKey}`]) {
          expect((await send({ authorization })).status).to.equal(401);
          client().emulator.settings({ push0: { wrongKey: 403 } });
          expect((await send({ authorization })).status).to.equal(403);
          client().emulator.settings({ push0: { wrongKey: 401 } });
        }
      });

      it(`nothing without Content-Type: ${method} ${path}`, async () => {
        const answer = await send({ "content-type": null });
        expect(answer.status).to.equal(400);
        expect(answer.text).to.equal("Missing Content-Typ: application/json");
      });
    }
  });

  it("creates under one base and lists under the other", async () => {
    const id = await client().create({ name: "poland", constraints: groups });
    expect(id).to.match(/^sg_[A-Za-z0-9]{21}$/);
    const { status, json } = await client().send("GET", `/api/v1/segments?id=${id}`);
    expect(status).to.equal(200);
    expect(json).to.deep.equal([
      {
        id,
        name: "poland",
        description: null,
        constraints: [
          { type: "AND", constraints: [{ field: "country", relation: "==", value: "PL" }] },
        ],
        updatedAt: null,
        createdAt: clock,
      },
    ]);
  });

  it("changes what is sent and nothing else, and then has a time of update", async () => {
    const id = await client().create({ name: "a", description: "b", constraints: groups });
    clock += 5;
    const { status } = await client().send("PATCH", "/v1/segments", { id, name: "c" });
    expect(status).to.equal(200);
    const [row] = await client().rows(`id=${id}`);
    expect(row).to.include({ name: "c", description: "b", updatedAt: clock, createdAt: clock - 5 });
    expect((await client().send("PATCH", "/v1/segments", { name: "d" })).status).to.equal(400);
    const nobody = { id: "sg_nobody", name: "d" };
    expect((await client().send("PATCH", "/v1/segments", nobody)).status).to.equal(404);
  });

  it("deletes by the id in the body, as is assumed", async () => {
    const id = await client().create({ name: "a", constraints: groups });
    const remove = () => client().send("DELETE", "/v1/segments", { id });
    expect((await remove()).status).to.equal(200);
    expect(await client().rows(`id=${id}`)).to.deep.equal([]);
    expect((await remove()).status).to.equal(404);
  });

  it("lists pages of up to 100, oldest first, without a word about the total", async () => {
    client().emulator.seed({ vendor: "push0", generate: 230 });
    const sizes = await Promise.all(
      [1, 2, 3, 4].map(async (page) => (await client().rows(`page=${page}&limit=100`)).length),
    );
    expect(sizes).to.deep.equal([100, 100, 30, 0]);
    const [first] = await client().rows("page=3&limit=100");
    expect(first?.["name"]).to.equal("Generated segment 201");
    expect(await client().rows("page=1&limit=500")).to.have.length(100);
  });

  for (const query of [
    "",
    "page=1",
    "limit=5",
    "page=0&limit=5",
    "page=1&limit=-1",
    "page=x&limit=5",
  ]) {
    it(`refuses the paging "${query}"`, async () => {
      expect((await client().send("GET", `/v1/segments?${query}`)).status).to.equal(400);
    });
  }

  it("finds by name", async () => {
    await client().create({ name: "a", constraints: groups });
    await client().create({ name: "ab", constraints: groups });
    expect(await client().rows(`name=a&${PAGE}`)).to.have.length(1);
    client().emulator.settings({ push0: { nameMatch: "part" } });
    expect(await client().rows(`name=A&${PAGE}`)).to.have.length(2);
  });

  it("starts with the two segments of a new account when it is told to", async () => {
    client().emulator.seed({ vendor: "push0", dashboard: true });
    const rows = await client().rows(PAGE);
    expect(rows.map(({ name }) => name)).to.deep.equal(["All", "All Samsung devices"]);
    expect(rows[0]).to.deep.include({ constraints: [], updatedAt: null });
    for (const { id } of rows) expect(id).to.match(/^sg_[A-Za-z0-9]{21}$/);
  });

  it("answers 429 without Retry-After, since none is documented", async () => {
    client().emulator.faults.add({ kind: "status", status: 429, vendor: "push0" });
    const { status, headers, text } = await client().send("GET", `/v1/segments?${PAGE}`);
    expect([status, headers.get("retry-after"), text]).to.deep.equal([
      429,
      null,
      "Too many requests in given period of time",
    ]);
  });

  it("is seeded and edited over HTTP too, and refuses what it does not understand", async () => {
    const seeded = await client().send("POST", "/_seed", {
      vendor: "push0",
      segments: [{ id: "sg_x", name: "by hand" }],
    });
    expect(seeded.json).to.deep.equal({ ids: ["sg_x"] });
    const edit = { vendor: "push0", name: "by hand", set: { description: "now" } };
    expect((await client().send("POST", "/_edit", edit)).json).to.include({ description: "now" });
    const gone = { vendor: "push0", id: "sg_x", delete: true };
    expect((await client().send("POST", "/_edit", gone)).json).to.equal(null);
    expect((await client().send("POST", "/_edit", gone)).text).to.match(/no segment with id sg_x/);
    const slip = { vendor: "push0", appId: "x" };
    expect((await client().send("POST", "/_seed", slip)).text).to.match(/has no key .*appId/);
    const settings = await client().send("POST", "/_settings", { push0: { createStatus: 202 } });
    expect(settings.text).to.match(/createStatus must be 200 or 201/);
  });
});
