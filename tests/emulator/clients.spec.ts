import { expect } from "chai";
import { emulated, field, filters } from "./harness";
import { at, rule, emulated as statsigEmulated } from "./statsig-client";

describe("What OneSignal's own clients send", () => {
  const client = emulated();

  for (const scheme of ["Bearer", "bearer"]) {
    it(`the key under the scheme ${scheme}, on the legacy base alone`, async () => {
      const { send, segments, emulator } = client();
      const headers = { authorization: `${scheme} ${emulator.apiKey}` };
      const made = await send("POST", `/api/v1${segments}`, {
        body: { name: "Of 2023", filters },
        headers,
      });
      expect(made.status).to.equal(201);
      const path = `/api/v1${segments}/${field(made.body, "id")}`;
      expect((await send("DELETE", path, { headers })).status).to.equal(200);
      expect((await send("GET", segments, { headers })).status).to.equal(403);
      const wrong = { authorization: `${scheme} nonsense` };
      expect((await send("DELETE", path, { headers: wrong })).status).to.equal(403);
    });
  }

  for (const [language, text, isDetailed] of [
    ["JavaScript", "true", true],
    ["Python", "True", true],
    ["PHP", "1", true],
    ["JavaScript", "false", false],
    ["Python", "False", false],
    ["PHP", "0", false],
  ] as const) {
    it(`include-segment-detail=${text}, as ${language} writes it`, async () => {
      const { send, segments, create } = client();
      const id = await create({ name: "Viewed", filters });
      const reply = await send("GET", `${segments}/${id}?include-segment-detail=${text}`);
      const keys = isDetailed ? ["subscriber_count", "payload"] : ["subscriber_count"];
      expect(reply.body).to.have.all.keys(...keys);
    });
  }
});

describe("What Statsig's own clients send", () => {
  const client = statsigEmulated();

  it("a rule under a plain id, which it keeps when its percentage changes", async () => {
    const { create, send } = client();
    const own = { id: "my_rule" };
    const segment = await create({ name: "Ruled", type: "rule_based", rules: [rule(own)] });
    expect(at(segment, "rules.0")).to.include({ id: "my_rule", baseID: "my_rule" });
    const changed = await send("POST", "/ruled/conditional", [
      rule({ ...own, passPercentage: 40 }),
    ]);
    expect(at(changed.body, "data.rules.0")).to.include({ ...own, passPercentage: 40 });
  });
});
