import { expect } from "chai";
import { emulated, field, filters, rows } from "./harness";

describe("OneSignal's list", () => {
  const client = emulated();
  const list = (query = "") => client().send("GET", client().segments + query);
  const names = (body: unknown): readonly unknown[] => rows(body).map(({ name }) => name);

  it("is empty for an app without segments", async () => {
    const body = { total_count: 0, offset: 0, limit: 300, segments: [] };
    expect(await list()).to.deep.include({ status: 200, body });
  });

  it("gives 300 at a time unless told otherwise, and the total of the app", async () => {
    client().emulator.seed({ generate: 301 });
    const { body } = await list();
    expect(body).to.include({ total_count: 301, offset: 0, limit: 300 });
    expect(names(body)).to.have.length(300);
    const rest = await list("?offset=300");
    expect(rest.body).to.include({ total_count: 301, offset: 300, limit: 300 });
    expect(names(rest.body)).to.deep.equal(["Generated segment 301"]);
  });

  it("shows every segment once when paged to the end", async () => {
    client().emulator.seed({ generate: 25 });
    const pages = await Promise.all([0, 7, 14, 21, 28].map((at) => list(`?offset=${at}&limit=7`)));
    const seen = pages.flatMap(({ body }) => names(body));
    expect(seen).to.deep.equal(
      Array.from({ length: 25 }, (_, index) => `Generated segment ${index + 1}`),
    );
  });

  it("is in the order of creation, whatever the order of arrival", async () => {
    const { emulator, create } = client();
    await create({ name: "new", filters });
    const at = (name: string, created_at: string) => ({ name, created_at });
    const old = [at("middle", "2024-06-01T00:00:00Z"), at("oldest", "2023-06-01T00:00:00Z")];
    emulator.seed({ segments: old });
    expect(names((await list()).body)).to.deep.equal(["oldest", "middle", "new"]);
  });

  it("never holds filters", async () => {
    await client().create({ name: "A", filters });
    const { body } = await list();
    expect(JSON.stringify(body)).to.not.include("filters");
  });

  it("shows paused, read-only and user-based segments as what they are", async () => {
    const segments = [
      { name: "paused", is_active: false },
      { name: "fixed", read_only: true },
      { name: "events", user_based: true },
    ];
    client().emulator.seed({ segments });
    const { body } = await list();
    const flags = rows(body).map(({ is_active, read_only }) => [is_active, read_only]);
    expect(flags).to.deep.equal([
      [false, false],
      [true, true],
      [true, false],
    ]);
  });

  for (const query of [
    "limit=0",
    "limit=301",
    "limit=-1",
    "limit=ten",
    "offset=-1",
    "offset=1.5",
  ]) {
    it(`refuses ${query} in the structured shape`, async () => {
      const { status, body } = await list(`?${query}`);
      expect(status).to.equal(400);
      const [error] = [field(body, "errors")].flat();
      expect(error).to.have.all.keys("code", "title", "meta");
    });
  }

  it("lists 1,000 segments, and answers a view of each at the same time", async () => {
    const { emulator, send, segments } = client();
    const { ids } = emulator.seed({ generate: 1000 });
    const pages = [0, 300, 600, 900].map((offset) => list(`?offset=${offset}`));
    const rows = (await Promise.all(pages)).flatMap(({ body }) => [field(body, "segments")].flat());
    expect(rows.map((row) => field(row, "id"))).to.include.members([...ids]);
    const replies = await Promise.all(
      ids.map((id) => send("GET", `${segments}/${id}?include-segment-detail=true`)),
    );
    expect(new Set(replies.map(({ status }) => status))).to.deep.equal(new Set([200]));
  });
});
