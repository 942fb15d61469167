import { expect } from "chai";
import fc from "fast-check";
import { claims } from "../../provider/core/claims";

describe("Claims on a segment", () => {
  it("a segment that nobody else claims may be deleted", () => {
    const owners = claims();
    owners.see("s", "a");
    expect(owners.release("s", "a")).to.equal(false);
  });

  it("a segment that another resource claims is spared, until that one is released too", () => {
    const owners = claims();
    owners.see("s", "a");
    owners.see("s", "b");
    expect(owners.release("s", "a")).to.equal(true);
    expect(owners.release("s", "b")).to.equal(false);
  });

  it("a replacement that met the segment again keeps it: the delete of the old one is passed over once", () => {
    const owners = claims();
    owners.see("s", "a");
    owners.made("s", "a");
    expect(owners.release("s", "a")).to.equal(true);
    expect(owners.release("s", "a")).to.equal(false);
  });

  it("seeing a segment does not undo that it was made", () => {
    const owners = claims();
    owners.made("s", "a");
    owners.see("s", "a");
    expect(owners.release("s", "a")).to.equal(true);
  });

  it("a release never concerns another segment", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("s", "t"), fc.constantFrom("a", "b"))),
        (seen) => {
          const [both, one] = [claims(), claims()];
          for (const [id, urn] of seen) both.see(id, urn);
          for (const [id, urn] of seen) if (id === "s") one.see(id, urn);
          both.release("t", "a");
          expect(both.release("s", "a")).to.equal(one.release("s", "a"));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
