/** Functions against the emulator: what is asked of the vendor, and what of it is told. */
import { status } from "@grpc/grpc-js";
import { expect } from "chai";
import { failureOf, type Props, secret } from "./support/client";
import { type Stage, stage } from "./support/in-process";

const GET_ONE = "audiences:onesignal:getSegment";
const GET_MANY = "audiences:onesignal:getSegments";
const gold = { field: "tag", key: "plan", relation: "=", value: "gold" };
const VIP = "5e93e700-0e5d-4a99-8a00-000000000005";

const opened = async (config: Props = {}): Promise<Stage> => {
  const on = await stage({ emulator: { seed: true } });
  await on.plugin.configure({ ...on.config, ...config });
  return on;
};

const operations = ({ emulator }: Stage): Props => emulator.requests().operations;

describe("getSegment of OneSignal", () => {
  let on: Stage;
  before(async () => {
    on = await opened();
  });
  after(() => on.close());

  const forms = [
    ["the canonical id", (app: string) => ({ id: `${app}/${VIP}` })],
    ["an id within the configured app", () => ({ id: VIP })],
    [
      "an address of the dashboard",
      (app: string) => ({ id: `https://dashboard.onesignal.com/apps/${app}/segments/${VIP}` }),
    ],
    ["a name after `name:`", () => ({ id: "name:VIP customers" })],
    ["a name", () => ({ name: "VIP customers" })],
    ["an id and its app", (app: string) => ({ id: VIP, appId: app.toUpperCase() })],
  ] as const;
  for (const [what, args] of forms) {
    it(`finds it by ${what}`, async () => {
      const { id } = await on.plugin.invoke(GET_ONE, args(on.appId));
      expect(id).to.equal(`${on.appId}/${VIP}`);
    });
  }

  it("tells how many are in it, which no resource does", async () => {
    on.emulator.edit({ name: "VIP customers", set: { subscriber_count: 700 } });
    const found = await on.plugin.invoke(GET_ONE, { name: "VIP customers" });
    expect(found["subscriberCount"]).to.be.within(700, 710);
    const { properties, inputs } = await on.plugin.read(`${on.appId}/${VIP}`);
    expect({ ...properties, ...inputs }).to.not.have.any.keys("subscriberCount", "audience");
  });

  it("finds a segment of another app, by name and by id", async () => {
    const [, other] = on.emulator.apps;
    const [id] = on.emulator.seed({ appId: other?.id, segments: [{ name: "Elsewhere" }] }).ids;
    const appId = other?.id;
    const found = await on.plugin.invoke(GET_ONE, { name: "Elsewhere", appId });
    expect(found["id"]).to.equal(`${appId}/${id}`);
    expect(await on.plugin.invoke(GET_ONE, { id, appId })).to.include({ name: "Elsewhere" });
  });

  const refused = [
    ["nobody's name", { name: "VIP customer" }, status.NOT_FOUND, 'Did you mean "VIP customers"?'],
    ["nobody's id", { id: VIP.replace("05", "99") }, status.NOT_FOUND, "does not exist"],
    [
      "no id at all",
      { id: "Segment 7" },
      status.INVALID_ARGUMENT,
      'expected "<app id>/<segment id>"',
    ],
    [
      "user-based filters",
      { name: "Filled a cart, never bought" },
      status.FAILED_PRECONDITION,
      "dashboard",
    ],
    ["no argument", {}, status.INVALID_ARGUMENT, "id is required, unless `name` is given"],
  ] as const;
  for (const [what, args, code, says] of refused) {
    it(`says why not: ${what}`, async () => {
      const failure = await failureOf(on.plugin.invoke(GET_ONE, args));
      expect(failure.code).to.equal(code);
      expect(failure.details).to.include(says);
    });
  }

  it("repeats no secret, were it a number", async () => {
    const failure = await failureOf(on.plugin.invoke(GET_ONE, { name: secret(4711) }));
    expect(failure.details).to.include("name must be text").and.not.include("4711");
    const unfound = await failureOf(on.plugin.invoke(GET_ONE, { name: secret("hush-hush") }));
    expect(unfound.details).to.include("does not exist").and.not.include("hush");
  });
});

describe("functions of OneSignal together", () => {
  let on: Stage;
  beforeEach(async () => {
    on = await opened();
  });
  afterEach(() => on.close());

  it("answer from one listing, and never write", async () => {
    await Promise.all([
      on.plugin.invoke(GET_MANY, {}),
      on.plugin.invoke(GET_MANY, { nameContains: "vip" }),
      on.plugin.invoke(GET_ONE, { name: "VIP customers" }),
      on.plugin.list({ nameContains: "vip" }),
    ]);
    expect(operations(on)).to.deep.equal({ "onesignal.list": 1, "onesignal.view": 1 });
  });

  it("tell of a read-only and of a paused segment", async () => {
    on.emulator.edit({ name: "Near the Berlin store", set: { is_active: false } });
    const fixed = await on.plugin.invoke(GET_ONE, { name: "Active Users" });
    expect(fixed).to.include({ readOnly: true, isActive: true });
    const paused = await on.plugin.invoke(GET_ONE, { name: "Near the Berlin store" });
    expect(paused).to.include({ readOnly: false, isActive: false });
  });

  it("tell what changed since a time", async () => {
    const since = new Date().toISOString();
    on.emulator.edit({ name: "VIP customers", set: { description: "now" } });
    const { segments } = await on.plugin.invoke(GET_MANY, { changedSince: since });
    expect(segments).to.have.lengthOf(1);
    expect((segments as readonly Props[])[0]).to.include({
      name: "VIP customers",
      description: "now",
    });
  });

  it("own nothing: what was looked up can be deleted by its owner", async () => {
    const { id } = await on.plugin.create("mine", { name: "mine", filters: [gold] });
    await on.plugin.configure(on.config);
    await on.plugin.invoke(GET_ONE, { id });
    await on.plugin.remove(id, { name: "mine" });
    const failure = await failureOf(on.plugin.invoke(GET_ONE, { id }));
    expect(failure.code).to.equal(status.NOT_FOUND);
  });

  it("want an app when none is configured, unless the id says it", async () => {
    await on.plugin.configure({ ...on.config, onesignalAppId: null });
    const failure = await failureOf(on.plugin.invoke(GET_MANY, {}));
    expect(failure.details).to.equal(
      "appId is required: give it here, or set audiences:onesignalAppId",
    );
    const found = await on.plugin.invoke(GET_ONE, { id: `${on.appId}/${VIP}` });
    expect(found).to.include({ segmentId: VIP });
  });
});
