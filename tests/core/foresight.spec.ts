import { expect } from "chai";
import { foretold } from "../../provider/core/foretold";
import type { Foresight } from "../../provider/core/lifecycle";
import { type Bag, unknown } from "../../provider/core/value";
import { type PaperSegment, paperAccount, run } from "./paper-account";

const age = { field: "age", relation: ">", value: 3 };
const segments: readonly PaperSegment[] = [
  { id: "s1", name: "Readers", filters: [age, age] },
  { id: "s2", name: "Fixed", filters: [age], isFixed: true },
  { id: "s3", name: "Twins" },
  { id: "s4", name: "Twins" },
];

const open = () => false;

const foreseen = async (inputs: Bag) => {
  const account = paperAccount(segments);
  const answer = await run(account.operations.foresee({ adopt: true, ...inputs }));
  const isSome = "_tag" in answer && answer._tag === "Some";
  return { asked: account.asked, foresight: isSome ? answer.value : undefined };
};

const told = async (inputs: Bag, isSecret: (property: string) => boolean = open) => {
  const { foresight } = await foreseen(inputs);
  return foresight === undefined ? "" : foretold(foresight, isSecret);
};

describe("What an adopting create would meet", () => {
  it("is not looked for unless a program asks for adoption", async () => {
    const { asked, foresight } = await foreseen({ adopt: false, name: "Readers", filters: [] });
    expect([asked, foresight]).to.deep.equal([[], undefined]);
  });

  const unclear: readonly Bag[] = [{ name: unknown }, { name: "Readers", project: unknown }];
  for (const inputs of unclear) {
    it(`is not looked for while ${Object.keys(inputs).at(-1)} is not known`, async () => {
      expect((await foreseen({ filters: [age], ...inputs })).asked).to.deep.equal([]);
    });
  }

  it("is told with what would change of it, in the words that outputs have", async () => {
    expect(await told({ name: "Readers", filters: [age] })).to.equal(
      'would take over segment "Readers" (s1): would change filters from "2 conditions" to "1 conditions"',
    );
  });

  it("is told with nothing that would change when it is as declared", async () => {
    expect(await told({ name: "Readers", filters: [age, age] })).to.equal(
      'would take over segment "Readers" (s1): nothing of it would change',
    );
  });

  it("is told to be nothing when nobody has the name", async () => {
    expect(await told({ name: "Others", filters: [age] })).to.equal(
      'no segment "Others" exists yet: it would be made',
    );
  });

  it("is told as far as the inputs are known", async () => {
    expect(await told({ name: "Readers", filters: [unknown] })).to.match(
      /filters from "2 conditions" to something not known yet$/,
    );
  });

  it("tells neither the old nor the new value of what is secret", async () => {
    const text = await told(
      { name: "Readers", filters: [age] },
      (property) => property === "filters",
    );
    expect(text).to.match(/would change filters \(secret and not shown\)$/);
  });

  it("cuts what nobody would read", () => {
    const change = { property: "filters", from: "x".repeat(9_000), to: undefined };
    const sight: Foresight = { name: "N", id: "s", changes: [change], obstacle: { _tag: "None" } };
    expect(foretold(sight, open))
      .to.have.lengthOf.below(500)
      .and.match(/…" to nothing$/);
  });

  it("stands in the way when it must change and cannot", async () => {
    const { foresight } = await foreseen({ name: "Fixed", filters: [] });
    expect(foresight?.obstacle._tag).to.equal("Some");
  });

  it("stands in the way when several have the name", async () => {
    const { foresight } = await foreseen({ name: "Twins", filters: [age] });
    expect(foresight?.obstacle).to.deep.include({ _tag: "Some" });
    expect(foresight?.obstacle).to.have.nested.property("value.ids").that.has.lengthOf(2);
  });

  it("stands in the way when no endpoint could change what differs", async () => {
    const { foresight } = await foreseen({ name: "Readers", filters: [age, age], kind: "b" });
    const obstacle = foresight?.obstacle;
    expect(obstacle?._tag === "Some" && obstacle.value).to.deep.include({
      _tag: "Unsupported",
      reason:
        "its kind cannot be changed in place; declare it as it is, or import it and let Pulumi replace it",
    });
  });

  it("does not stand in the way when it is as declared already", async () => {
    const { foresight } = await foreseen({ name: "Fixed", filters: [age] });
    expect(foresight?.obstacle._tag).to.equal("None");
  });
});
