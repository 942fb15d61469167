import { expect } from "chai";
import fc from "fast-check";
import { covers, print } from "../../provider/core/path";
import { conceal, type MarkedBag, reveal, Secret, touchesSecret } from "../../provider/core/secret";
import { bag, marked } from "./arbitrary";

const CASES = { numRuns: 2_000 };

const holdsSecret = (value: unknown): boolean =>
  value instanceof Secret ||
  (typeof value === "object" && value !== null && Object.values(value).some(holdsSecret));

describe("Secrets", () => {
  it("conceal ∘ reveal = id", () => {
    fc.assert(
      fc.property(marked, (one) => {
        const { value, secrets } = reveal(one as MarkedBag);
        fc.pre(!secrets.some((path) => path.includes("*")));
        expect(conceal(value, secrets)).to.deep.equal(one);
      }),
      CASES,
    );
  });

  it("are all taken off by reveal", () => {
    fc.assert(
      fc.property(marked, (one) => {
        expect(holdsSecret(reveal(one as MarkedBag).value)).to.equal(false);
      }),
      CASES,
    );
  });

  it("reveal ∘ conceal = id for places that exist", () => {
    fc.assert(
      fc.property(bag, bag, (one, other) => {
        const secrets = Object.keys(other).map((key) => [key]);
        expect(reveal(conceal(one, secrets)).value).to.deep.equal(one);
      }),
      CASES,
    );
  });

  it("mark nothing that does not exist", () => {
    fc.assert(
      fc.property(bag, (one) => {
        expect(conceal(one, [["no such key"], ["a", "b", 99]])).to.deep.equal(one);
      }),
      CASES,
    );
  });

  it("touch a place above, at and below them", () => {
    const secrets = [["filters", 0, "value"]];
    const places = [
      ["filters"],
      ["filters", 0],
      ["filters", 0, "value"],
      ["filters", 0, "value", 1],
    ];
    for (const place of places) expect(touchesSecret(place, secrets), print(place)).to.equal(true);
    for (const place of [["name"], ["filters", 1], ["filters", 0, "key"]]) {
      expect(touchesSecret(place, secrets), print(place)).to.equal(false);
    }
  });

  it("are found wherever they stand: each path that reveal names is inside the bag", () => {
    fc.assert(
      fc.property(marked, (one) => {
        const { value, secrets } = reveal(one as MarkedBag);
        for (const secret of secrets) {
          const top = Object.keys(value).some((key) => covers([key], secret));
          expect(top, print(secret)).to.equal(true);
        }
      }),
      CASES,
    );
  });
});
