import { expect } from "chai";
import type { Props } from "../../provider/hosts/dynamic/bag";
import { served } from "../../provider/hosts/dynamic/serve";
import { UNKNOWN_TEXT } from "../../provider/hosts/sentinel";
import { transport } from "../../provider/http/send";
import { vendors } from "../../provider/registry";
import { gold, hidden, type Stage, startStage, wish } from "./support/dynamic";

describe("The dynamic provider, before anything happens", () => {
  let stage: Awaited<ReturnType<typeof startStage>>;
  let on: Stage;
  before(async () => {
    stage = await startStage();
  });
  beforeEach(async () => {
    stage.emulator.reset();
    on = await stage.open();
  });
  after(() => stage.emulator.close());

  describe("check", () => {
    it("gives back what the program wrote, named after the resource", async () => {
      expect(await on.provider.check({}, wish)).to.deep.equal({
        inputs: { ...wish, name: "vip" },
        failures: [],
      });
    });

    it("names every failure by its property path", async () => {
      const filters = [
        { ...gold, relation: "~" },
        { field: "session_count", relation: ">", value: -5 },
      ];
      const { failures = [] } = await on.provider.check({}, { ...hidden, filters, nmae: "x" });
      expect(failures.map(({ property }) => property)).to.have.members([
        "filters[0].relation",
        "filters[1].value",
        "nmae",
      ]);
    });

    it("has nothing against state that holds only an id", async () => {
      const bare = { __provider: "text" };
      expect(await on.provider.check(bare, bare)).to.deep.equal({ inputs: bare });
    });

    it("takes what is not known yet, and gives it back as such", async () => {
      const filters = [{ ...gold, value: UNKNOWN_TEXT }];
      const { inputs, failures } = await on.provider.check({}, { ...wish, filters });
      expect(failures).to.deep.equal([]);
      expect(inputs).to.deep.include({ filters });
    });

    it("says which setting is missing and where to put it", async () => {
      on = await stage.open({ "audiences:onesignalAppId": on.app });
      const { failures = [] } = await on.provider.check({}, wish);
      expect(failures.map(({ reason }) => reason)).to.deep.equal([
        "onesignalApiKey is not set, and a OneSignal segment needs it. Set it with `pulumi config set --secret audiences:onesignalApiKey …` or ONESIGNAL_API_KEY.",
      ]);
    });

    it("does not tell a secret value", async () => {
      const filters = [{ ...gold, relation: "hush" }];
      const news = { ...wish, filters, __secrets: ["filters[0].relation"] };
      const { failures = [] } = await on.provider.check({}, news);
      expect(failures).to.have.length(1);
      expect(JSON.stringify(failures)).to.not.contain("hush");
    });

    it("warns of what is allowed but hardly meant", async () => {
      await on.checked({ ...wish, filters: [{ ...gold, hoursAgo: 3 }] });
      expect(on.said.join()).to.match(/^warning: vip: filters\[0\]\.hoursAgo has no meaning/);
    });

    it("talks to nobody", async () => {
      await on.checked(wish);
      expect(on.emulator.requests().total).to.equal(0);
    });
  });

  describe("diff", () => {
    const other = "a11ce000-0e5d-4a99-8a00-000000000002";
    const changes: readonly [string, Props, object][] = [
      [
        "nothing where the meaning is the same",
        { filters: [gold, { operator: "AND" }, gold] },
        { changes: false, replaces: [] },
      ],
      [
        "an update where filters differ",
        { filters: [{ ...gold, value: "silver" }] },
        { changes: true, replaces: [] },
      ],
      [
        "an update where something is not known yet",
        { filters: [{ ...gold, value: UNKNOWN_TEXT }] },
        { changes: true, replaces: [] },
      ],
      ["an update where the name differs", { name: "VIP" }, { changes: true, replaces: [] }],
      [
        "a replacement where the app differs",
        { appId: other },
        { changes: true, replaces: ["appId"] },
      ],
    ];
    for (const [what, change, expected] of changes) {
      it(`is ${what}`, async () => {
        const { id, outs } = await on.created({ ...wish, filters: [gold, gold] });
        const news = await on.checked({ ...wish, filters: [gold, gold], ...change });
        expect(await on.provider.diff(id, outs, news)).to.deep.include(expected);
      });
    }

    it("never replaces what an import by file has just brought in", async () => {
      expect(await on.provider.diff("id", { __provider: "text" }, wish)).to.deep.equal({
        changes: true,
      });
    });
  });

  it("serves the resource types of the registry, and says so of another", () => {
    const host = { vendors, environment: {}, transport, say: () => undefined };
    expect(() => served(host)("audiences:onesignal:Segmnt")).to.throw(
      /there is no resource audiences:onesignal:Segmnt; there is audiences:onesignal:Segment/,
    );
  });
});
