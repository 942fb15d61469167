/** What a person is told before a segment is replaced, over gRPC; Statsig's, which replaces more than others. */
import { expect } from "chai";
import { type Stage, stage } from "./support/in-process";

const type = "audiences:statsig:Segment";

const passing = (id: string) => [
  {
    name: "All",
    passPercentage: 100,
    conditions: [{ type: "passes_segment", targetValue: id }],
  },
];

describe("A replacement", () => {
  let on: Stage;
  before(async () => {
    on = await stage();
    const { url, statsigApiKey } = on.emulator;
    await on.plugin.configure({ ...on.config, statsigApiKey, statsigEndpoint: url });
  });
  after(() => on.close());
  beforeEach(() => on.emulator.reset());

  const warnings = (name: string): readonly string[] =>
    on.engine.logged
      .filter(({ severity, urn }) => severity === "warning" && urn.endsWith(`::${name}`))
      .map(({ message }) => message);

  const news = { name: "staff", type: "id_list", description: "now" };
  const oldInputs = { ...news, description: "before" };

  it("is not spoken of for a new segment, whose old inputs the engine sends empty", async () => {
    await on.plugin.check({ name: "fresh", type, news, olds: {} });
    expect(warnings("fresh")).to.deep.equal([]);
  });

  it("is explained by the inputs that no endpoint changes", async () => {
    await on.plugin.check({ name: "changed", type, news, olds: oldInputs });
    expect(warnings("changed")).to.have.length(1);
    expect(warnings("changed")[0]).to.match(/^description differs .*no endpoint changes/);
  });

  it("names the segments whose rules refer to it, before anything is written", async () => {
    on.emulator.seed({
      vendor: "statsig",
      segments: [
        { name: "staff", type: "id_list" },
        { name: "beta", rules: passing("staff") },
        { name: "other", rules: passing("beta") },
      ],
    });
    const olds = { ...oldInputs, segmentId: "staff" };
    const wish = { name: "staff", type, news, olds, oldInputs };
    const { deleteBeforeReplace } = await on.plugin.diff(wish, { id: "staff" });
    expect(deleteBeforeReplace).to.equal(true);
    expect(warnings("staff")).to.deep.equal([
      "the rules of beta refer to segment staff: when it is deleted, and until it is there again, they find nobody in it",
    ]);
    expect(on.emulator.requests().writes).to.equal(0);
  });

  it("that nobody refers to, and a change in place, ask for no such warning", async () => {
    on.emulator.seed({ vendor: "statsig", segments: [{ name: "alone", type: "id_list" }] });
    const olds = { ...oldInputs, name: "alone", segmentId: "alone" };
    const wish = { name: "alone", type, news: { ...news, name: "alone" }, olds, oldInputs: olds };
    await on.plugin.diff(wish, { id: "alone" });
    expect(warnings("alone")).to.deep.equal([]);
    on.emulator.forgetRequests();
    const inPlace = await on.plugin.diff({ ...wish, news: { ...olds, ids: ["a"] } });
    expect(inPlace.diffs).to.deep.equal(["ids"]);
    expect(on.emulator.requests().total).to.equal(0);
  });
});
