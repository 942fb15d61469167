import { expect } from "chai";
import { emulated, filters } from "./harness";

describe("What OneSignal's own clients send", () => {
  const client = emulated();

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
