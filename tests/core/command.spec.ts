import { execFileSync } from "node:child_process";
import { expect } from "chai";
import fc from "fast-check";
import { importCommand, shellWord } from "../../provider/core/command";

const urn = (name: string): string => `urn:pulumi:dev::shop::audiences:statsig:Segment::${name}`;

describe("a command that people are told to run", () => {
  it("can be copied as it stands", () => {
    expect(importCommand(urn("vip"), "staff")).to.equal(
      "pulumi import audiences:statsig:Segment vip staff",
    );
    expect(importCommand(urn("VIP's 🔥"), "staff")).to.equal(
      "pulumi import audiences:statsig:Segment 'VIP'\\''s 🔥' staff",
    );
  });

  it("reaches a shell word by word, whatever they hold", function () {
    if (process.platform === "win32") return this.skip();
    const word = fc
      .string({ unit: "grapheme", minLength: 1 })
      .filter((text) => !text.includes("\0"));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const script = `printf '%s\\0' ${words.map(shellWord).join(" ")}`;
        const said = execFileSync("sh", ["-c", script], { encoding: "utf8" });
        expect(said).to.equal(words.map((one) => `${one}\0`).join(""));
      }),
      { numRuns: 50 },
    );
  });
});
