import { expect } from "chai";
import { gold, hidden, type Stage, startStage, wish } from "./support/dynamic";

describe("The dynamic provider at work", () => {
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

  const edit = (change: object) => on.emulator.edit({ name: "vip", ...change });
  const sentenceOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => "",
      (error: Error) => error.message,
    );

  describe("create", () => {
    it("makes the segment and tells all of its outputs", async () => {
      const { id, outs } = await on.created();
      expect(id).to.equal(`${on.app}/${String(outs["segmentId"])}`);
      expect(outs).to.deep.include({
        ...wish,
        name: "vip",
        appId: on.app,
        expression: "tag plan is gold",
      });
    });

    it("done twice makes one segment", async () => {
      const first = await on.created();
      on = await stage.open();
      expect((await on.created()).id).to.equal(first.id);
      expect(on.emulator.requests().operations["onesignal.create"]).to.equal(2);
    });

    it("leaves a segment of the same name alone, and says how to get it", async () => {
      on.emulator.seed({ segments: [{ name: "vip", filters: [] }] });
      expect(await sentenceOf(on.created()))
        .to.match(/^Segment "vip" exists already in OneSignal, and nothing was changed\./)
        .and.include("pulumi import --file");
    });

    it("does not repeat in another output what is secret in an input", async () => {
      const { outs } = await on.created({ ...wish, __secrets: ["filters[0].value"] });
      expect(outs).to.include({ expression: "[secret]" });
    });
  });

  describe("read", () => {
    it("tells a change made in the dashboard, as inputs too", async () => {
      const { id, outs } = await on.created();
      edit({ set: { filters: [{ ...gold, value: "silver" }] } });
      const { props, inputs } = await on.provider.read(id, outs);
      const filters = [{ ...gold, value: "silver" }];
      expect(props).to.deep.include({ ...hidden, filters, expression: "tag plan is silver" });
      expect(inputs).to.deep.equal({ ...hidden, name: "vip", filters });
    });

    it("tells what it was told, where nothing has changed", async () => {
      const { id, outs } = await on.created();
      const { props, inputs } = await on.provider.read(id, outs);
      expect(props).to.deep.equal(outs);
      expect(await on.provider.diff(id, props ?? {}, inputs ?? {})).to.include({ changes: false });
    });

    it("works from an id alone, and what it finds needs no change", async () => {
      const { id } = await on.created();
      const { props = {}, inputs } = await on.provider.read(id, { __provider: "text" });
      expect(inputs).to.deep.equal({ __provider: "text", name: "vip", filters: [gold] });
      expect(await on.provider.diff(id, props, await on.checked(wish))).to.include({
        changes: false,
      });
    });

    it("answers without an id when the segment is gone", async () => {
      const { id, outs } = await on.created();
      edit({ delete: true });
      expect(await on.provider.read(id, outs)).to.deep.equal({ id: "" });
    });
  });

  describe("update", () => {
    it("keeps every output that does not change", async () => {
      const { id, outs } = await on.created();
      const filters = [{ ...gold, value: "silver" }];
      const { outs: now } = await on.provider.update(
        id,
        outs,
        await on.checked({ ...wish, filters }),
      );
      expect(now).to.deep.equal({ ...outs, filters, expression: "tag plan is silver" });
    });
  });

  describe("delete", () => {
    it("done twice is as good as once", async () => {
      const { id, outs } = await on.created();
      await on.provider.delete(id, outs);
      await on.provider.delete(id, outs);
      expect(await on.provider.read(id, outs)).to.deep.equal({ id: "" });
    });
  });

  describe("what goes wrong", () => {
    it("is told in sentences, without a stack and without the key", async () => {
      const key = "os_v2_app_not_the_right_one";
      const { id, outs } = await on.created();
      on = await stage.open({ ...on.settings, "audiences:onesignalApiKey": key });
      const error: unknown = await on.provider.read(id, outs).catch((thrown: unknown) => thrown);
      // This is how Pulumi's dynamic host prints it.
      const printed = error instanceof Error ? `${error}: ${error.stack}` : "";
      expect(printed).to.equal(
        "audiences: an operation failed; the error of its resource says why",
      );
      expect(String(error instanceof Error ? error.message : ""))
        .to.include("Check that onesignalApiKey is the right key")
        .and.not.include(key);
    });
  });
});
