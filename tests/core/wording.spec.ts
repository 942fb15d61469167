import { expect } from "chai";
import fc from "fast-check";
import { count, didYouMean, nearest, show, spellOut } from "../../provider/core/wording";

const words = ["hoursAgo", "valueList", "relation", "value", "key"];

describe("Wording", () => {
  it("spells out lists", () => {
    expect(spellOut([])).to.equal("");
    expect(spellOut(["a"])).to.equal("a");
    expect(spellOut(["a", "b"])).to.equal("a or b");
    expect(spellOut(["a", "b", "c"], "and")).to.equal("a, b and c");
  });

  const meant: readonly (readonly [string, string])[] = [
    ["hours_ago", "hoursAgo"],
    ["HoursAgo", "hoursAgo"],
    ["hour_ago", "hoursAgo"],
    ["value_list", "valueList"],
    ["relaton", "relation"],
  ];
  for (const [written, word] of meant) {
    it(`${written} means ${word}`, () => expect(nearest(written, words)).to.equal(word));
  }

  it("proposes nothing that is far away", () => {
    expect(nearest("description", words)).to.equal(undefined);
    expect(didYouMean("description", ["a", "b"])).to.equal("it has a and b");
  });

  it("proposes only what there is, and a word itself for itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect([...words, undefined]).to.include(nearest(text, words));
      }),
      { numRuns: 1_000 },
    );
    for (const word of words) expect(nearest(word, words)).to.equal(word);
  });

  it("shows any value in a few characters", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const shown = show(value);
        expect(shown).to.be.a("string");
        expect(shown.length).to.be.at.most(61);
      }),
      { numRuns: 1_000 },
    );
  });

  it("counts", () => {
    expect(count(1, "segment")).to.equal("1 segment");
    expect(count(0, "segment")).to.equal("0 segments");
  });
});
