import { expect } from "chai";
import fc from "fast-check";
import { covers, parse, print } from "../../provider/core/path";
import { path } from "./arbitrary";

const CASES = { numRuns: 2_000 };

describe("Paths", () => {
  it("parse ∘ print = id", () => {
    fc.assert(
      fc.property(path, (one) => {
        expect(parse(print(one))).to.deep.equal(one);
      }),
      CASES,
    );
  });

  it("print ∘ parse ∘ print = print", () => {
    fc.assert(
      fc.property(path, (one) => {
        expect(print(parse(print(one)))).to.equal(print(one));
      }),
      CASES,
    );
  });

  it("are read totally: any text is a path as far as it is one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(parse(text)).to.be.an("array");
      }),
      CASES,
    );
  });

  it("cover themselves and what lies below, and nothing else", () => {
    fc.assert(
      fc.property(path, path, (place, below) => {
        expect(covers(place, place)).to.equal(true);
        expect(covers(place, [...place, ...below])).to.equal(true);
        expect(covers([...place, ...below], place)).to.equal(below.length === 0);
        expect(covers([...place.slice(0, -1), "*"], place)).to.equal(place.length > 0);
      }),
      CASES,
    );
  });

  it("cover transitively", () => {
    const short = fc.array(fc.constantFrom<string | number>("a", "*", 0), { maxLength: 3 });
    const concrete = fc.array(fc.constantFrom<string | number>("a", "b", 0), { maxLength: 3 });
    fc.assert(
      fc.property(short, short, concrete, (a, b, c) => {
        if (covers(a, b) && covers(b, c)) expect(covers(a, c)).to.equal(true);
      }),
      CASES,
    );
  });

  const printed: readonly (readonly [string, readonly (string | number)[]])[] = [
    ["filters[3].relation", ["filters", 3, "relation"]],
    ['tags["a b"].x', ["tags", "a b", "x"]],
    ['["5"]', ["5"]],
    ['a["quo\\"te"]', ["a", 'quo"te']],
    ["", []],
  ];
  for (const [text, one] of printed) {
    it(`print: ${text}`, () => {
      expect(print(one)).to.equal(text);
      expect(parse(text)).to.deep.equal(one);
    });
  }

  it("read the wildcard of ignoreChanges", () => {
    expect(parse("filters[*].value")).to.deep.equal(["filters", "*", "value"]);
  });
});
