import { expect } from "chai";
import { type Emulator, startEmulator } from "../../emulator";

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
