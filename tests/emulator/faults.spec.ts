import { expect } from "chai";
import type { Fault } from "../../emulator";
import { emulated, field, filters, uuid } from "./harness";

const throttledPlain = { errors: ["API rate limit exceeded"] };
const throttledStructured = {
  errors: [{ code: "Rate Limit Exceeded", title: "API rate limit exceeded", meta: {} }],
};

describe("Injected faults", () => {
  const client = emulated();
  const arm = (...faults: readonly Fault[]) => client().emulator.faults.add(...faults);
  const post = (name = "A") =>
    client().send("POST", client().segments, { body: { name, filters } });
  const view = () => client().send("GET", `${client().segments}/${uuid}`);
  const list = () => client().send("GET", client().segments);
  const total = async () => field((await list()).body, "total_count");
  const failure = (request: Promise<unknown>) =>
    request.then(
      () => "answered",
      () => "lost",
    );

  const operations = [
    ["create", post, throttledPlain],
    ["view", view, throttledPlain],
    ["list", list, throttledStructured],
    [
      "update",
      () => client().send("PATCH", `${client().segments}/${uuid}`, { body: { name: "B" } }),
      throttledStructured,
    ],
    ["delete", () => client().send("DELETE", `${client().segments}/${uuid}`), throttledStructured],
  ] as const;
  for (const [operation, send, body] of operations) {
    it(`throttles ${operation} in its documented shape, with Retry-After`, async () => {
      arm({ kind: "status", status: 429, operation });
      const reply = await send();
      expect(reply).to.deep.include({ status: 429, body });
      expect(reply.headers.get("retry-after")).to.equal("1");
    });
  }

  it("throttles in the shape and for the time that is asked for", async () => {
    arm({ kind: "status", status: 429, shape: "limit", retryAfter: 7, count: 1 });
    arm({ kind: "status", status: 429, retryAfter: null });
    const first = await post();
    expect(first.headers.get("retry-after")).to.equal("7");
    expect(first.body).to.have.all.keys("errors", "limit");
    expect((await post()).headers.has("retry-after")).to.equal(false);
  });

  const statuses: readonly (readonly [number, unknown])[] = [
    [403, { errors: ["This API is not available for applications on your plan."] }],
    [409, { success: false, errors: ["Segment with the given id already exists."] }],
    [422, { errors: ["You have reached the maximum number of segments allowed for your plan."] }],
    [500, { errors: ["Internal Server Error"] }],
    [503, { errors: ["Service temporarily unavailable"] }],
  ];
  for (const [status, body] of statuses) {
    it(`answers ${status} without writing`, async () => {
      arm({ kind: "status", status });
      expect(await post()).to.deep.include({ status, body });
      expect(await total()).to.equal(0);
    });
  }

  it("sends a 503 whose body is empty, or a page", async () => {
    arm({ kind: "status", status: 503, text: "" });
    arm({ kind: "status", status: 503, text: "<h1>Down</h1>" });
    expect(await post()).to.deep.include({ status: 503, body: "" });
    const page = await post();
    expect(page).to.deep.include({ status: 503, body: "<h1>Down</h1>" });
    expect(page.headers.get("content-type")).to.match(/html/);
  });

  it("cut-before-write: the connection is lost and nothing was written", async () => {
    arm({ kind: "cut-before-write" });
    expect(await failure(post())).to.equal("lost");
    expect(await total()).to.equal(0);
  });

  it("cut-after-write: the connection is lost and the segment is there", async () => {
    arm({ kind: "cut-after-write" });
    expect(await failure(post())).to.equal("lost");
    expect(await total()).to.equal(1);
  });

  it("body: the vendor obeys and answers something else", async () => {
    arm({ kind: "body", status: 502, text: "Bad gateway" });
    expect(await post()).to.deep.include({ status: 502, body: "Bad gateway" });
    arm({ kind: "body", body: { segments: "none" } });
    expect(await list()).to.deep.include({ status: 200, body: { segments: "none" } });
    expect(await total()).to.equal(1);
  });

  it("slow: waits before the write unless told to wait after it", async () => {
    const { emulator } = client();
    arm({ kind: "slow", ms: 400 });
    const early = post("A");
    while (emulator.requests().writes === 0) await new Promise(setImmediate);
    expect(await total()).to.equal(0);
    await early;
    arm({ kind: "slow", ms: 400, when: "after-write" });
    const late = post("B").then(() => "answered");
    while ((await total()) !== 2);
    expect(await Promise.race([late, Promise.resolve("waiting")])).to.equal("waiting");
    await late;
  });

  it("strikes once unless a count is given, and from the nth match on", async () => {
    arm({ kind: "status", status: 500, nth: 2, count: 2 });
    const statuses = [await view(), await view(), await view(), await view()];
    expect(statuses.map(({ status }) => status)).to.deep.equal([404, 500, 500, 404]);
  });

  it("strikes always until cleared", async () => {
    arm({ kind: "status", status: 500, count: "always" });
    expect([(await view()).status, (await view()).status]).to.deep.equal([500, 500]);
    client().emulator.faults.clear();
    expect((await view()).status).to.equal(404);
  });

  it("reads a list of faults as a script, one per request", async () => {
    arm({ kind: "status", status: 429 }, { kind: "slow", ms: 1 }, { kind: "status", status: 503 });
    expect([(await view()).status, (await view()).status]).to.deep.equal([429, 503]);
    expect((await view()).status).to.equal(404);
  });

  const matches: readonly (readonly [string, Partial<Fault>, boolean])[] = [
    ["the method in any case", { method: "get" }, true],
    ["another method", { method: "PATCH" }, false],
    ["a path pattern", { path: "/apps/*/segments/*" }, true],
    ["a pattern that ends earlier", { path: "/apps/*/segments" }, false],
    ["a pattern in which a dot is a dot", { path: "/apps/.*" }, false],
    ["vendor and operation", { vendor: "onesignal", operation: "view" }, true],
    ["another vendor", { vendor: "statsig" }, false],
  ];
  for (const [title, match, struck] of matches) {
    it(`${struck ? "strikes" : "spares"} a view when matched on ${title}`, async () => {
      arm({ kind: "status", status: 500, ...match } as Fault);
      expect((await view()).status).to.equal(struck ? 500 : 404);
    });
  }

  it("strikes before the key is looked at, as a gateway would", async () => {
    arm({ kind: "status", status: 503 });
    const reply = await client().send("GET", client().segments, {
      headers: { authorization: null },
    });
    expect(reply.status).to.equal(503);
  });

  it("latencyMs: delays every answer and no control", async () => {
    const { emulator, send } = client();
    emulator.settings({ latencyMs: 1_000 });
    const started = performance.now();
    const answers: string[] = [];
    const viewed = view().then(() => answers.push("view"));
    await send("GET", "/_requests").then(() => answers.push("control"));
    await viewed;
    expect(answers).to.deep.equal(["control", "view"]);
    expect(performance.now() - started).to.be.at.least(999);
  });
});
