import { status } from "@grpc/grpc-js";
import { expect } from "chai";
import { failureOf, type Props, secret, UNKNOWN } from "./support/client";
import { type Stage, stage } from "./support/in-process";

describe("the plugin's settings", () => {
  let on: Stage;
  before(async () => {
    on = await stage();
  });
  after(() => on.close());

  it("answers Handshake and Configure alike: secrets and autonaming yes, resources and outputs no", async () => {
    const shaken = await on.plugin.handshake(on.engine.address);
    const configured = await on.plugin.configure({});
    expect(shaken.toObject()).to.include({
      acceptSecrets: true,
      acceptResources: false,
      acceptOutputs: false,
      supportsAutonamingConfiguration: true,
    });
    expect(configured.toObject()).to.deep.include({
      acceptsecrets: true,
      acceptresources: false,
      acceptoutputs: false,
      supportspreview: true,
      supportsAutonamingConfiguration: true,
    });
  });

  it("marks a key as secret however it was given, and leaves the other settings readable", async () => {
    const checked = await on.plugin.checkConfig({ onesignalApiKey: "K", onesignalAppId: "A" });
    expect(checked).to.deep.equal({
      inputs: { onesignalApiKey: secret("K"), onesignalAppId: "A" },
      failures: [],
    });
  });

  const accepted: readonly { readonly what: string; readonly news: Props }[] = [
    { what: "no setting at all", news: {} },
    { what: "a key that is not known yet", news: { onesignalApiKey: UNKNOWN } },
    { what: "a key that is a secret around nothing", news: { onesignalApiKey: secret(null) } },
    {
      what: "Pulumi's own version and download address",
      news: { version: "0.1.0", pluginDownloadURL: "x" },
    },
  ];
  for (const { what, news } of accepted) {
    it(`accepts ${what}`, async () => {
      expect((await on.plugin.checkConfig(news)).failures).to.deep.equal([]);
    });
  }

  it("keeps what is unknown unknown, and still secret", async () => {
    const { inputs } = await on.plugin.checkConfig({ onesignalApiKey: UNKNOWN });
    expect(inputs).to.deep.equal({ onesignalApiKey: secret(UNKNOWN) });
  });

  it("names the setting that was probably meant, for every wrong one, and never a value", async () => {
    const news = { onesignalApikey: "hunter22", onesignalAppId: 5, nonsense: "hunter22" };
    const { failures } = await on.plugin.checkConfig(news);
    const said = failures.join("\n");
    expect(failures).to.have.lengthOf(3);
    expect(said).to.match(/onesignalApikey is not a setting.*write `onesignalApiKey` instead/);
    expect(said).to.include("onesignalAppId must be text");
    expect(said).to.include("nonsense is not a setting of the audiences provider; it has");
    expect(said).not.to.include("hunter22");
  });

  const changes: readonly {
    readonly what: string;
    readonly old: Props;
    readonly now: Props;
    readonly diffs: string[];
  }[] = [
    { what: "nothing", old: { onesignalAppId: "A" }, now: { onesignalAppId: "A" }, diffs: [] },
    {
      what: "a rotated key",
      old: { onesignalApiKey: "A" },
      now: { onesignalApiKey: "B" },
      diffs: ["onesignalApiKey"],
    },
    {
      what: "a key that moved to the environment",
      old: { onesignalApiKey: "A" },
      now: {},
      diffs: ["onesignalApiKey"],
    },
    {
      what: "another default app",
      old: { onesignalAppId: "A" },
      now: { onesignalAppId: "B" },
      diffs: ["onesignalAppId"],
    },
    {
      what: "another endpoint",
      old: {},
      now: { onesignalEndpoint: "B" },
      diffs: ["onesignalEndpoint"],
    },
    {
      what: "another version of the plugin",
      old: { version: "1" },
      now: { version: "2" },
      diffs: [],
    },
  ];
  for (const { what, old, now, diffs } of changes) {
    it(`replaces no provider for ${what}`, async () => {
      const diff = await on.plugin.diffConfig(old, now);
      expect(diff).to.deep.include({ diffs, replaces: [], deleteBeforeReplace: false });
      expect(diff.changes).to.equal(diffs.length === 0 ? "none" : "some");
    });
  }
});

describe("the plugin's API key", () => {
  const segment = { name: "vip", filters: [{ field: "tag", key: "plan", relation: "exists" }] };

  const sources: readonly {
    readonly from: string;
    readonly config: (key: string) => Props;
    readonly env: boolean;
  }[] = [
    { from: "the configuration", config: (onesignalApiKey) => ({ onesignalApiKey }), env: false },
    {
      from: "a secret of the configuration",
      config: (key) => ({ onesignalApiKey: secret(key) }),
      env: false,
    },
    { from: "the environment", config: () => ({}), env: true },
    {
      from: "the environment when the configuration has a secret around nothing",
      config: () => ({ onesignalApiKey: secret(null) }),
      env: true,
    },
    {
      from: "the environment when the configuration has an empty text",
      config: () => ({ onesignalApiKey: "" }),
      env: true,
    },
  ];
  const key = "os_v2_app_for_this_test_only";
  for (const { from, config, env } of sources) {
    it(`comes from ${from}`, async () => {
      const on = await stage({
        environment: env ? { ONESIGNAL_API_KEY: key } : {},
        emulator: { apiKey: key },
      });
      const { onesignalApiKey, ...rest } = on.config;
      await on.plugin.configure({ ...rest, ...config(onesignalApiKey ?? "") });
      const { id } = await on.plugin.create("vip", segment);
      await on.close();
      expect(id).to.match(/^[0-9a-f-]{36}\/[0-9a-f-]{36}$/);
    });
  }

  it("is missed by Check with the command that sets it, while other things are checked as well", async () => {
    const on = await stage();
    const { onesignalApiKey: _, ...config } = on.config;
    await on.plugin.configure(config);
    const { failures } = await on.plugin.check({ news: { filters: [] } });
    await on.close();
    expect(failures).to.have.lengthOf(2);
    expect(failures[0]).to.match(/^filters: /);
    expect(failures[1]).to.equal(
      ": onesignalApiKey is not set, and a OneSignal segment needs it. Set it with `pulumi config set --secret audiences:onesignalApiKey …` or ONESIGNAL_API_KEY.",
    );
  });

  it("is missed by an operation that did not pass Check, before anything is sent", async () => {
    const on = await stage();
    await on.plugin.configure({ onesignalEndpoint: on.emulator.url });
    const failure = await failureOf(on.plugin.read(`${on.appId}/${on.appId}`));
    const { total } = on.emulator.requests();
    await on.close();
    expect(failure.code).to.equal(status.FAILED_PRECONDITION);
    expect(failure.details).to.include("onesignalApiKey is not set");
    expect(total).to.equal(0);
  });

  it("is in no error and no log, not even when the vendor repeats it", async () => {
    const on = await stage();
    await on.plugin.configure(on.config);
    const body = { errors: [`key ${on.emulator.apiKey} may not do that`] };
    on.emulator.faults.add({ kind: "status", status: 403, body, count: "always" });
    const { details } = await failureOf(on.plugin.create("vip", segment));
    const said = [details, ...on.engine.logged.map(({ message }) => message)].join("\n");
    await on.close();
    expect(said).to.include("[secret] may not do that").and.not.include(on.emulator.apiKey);
  });

  it("is the new one after the next Configure", async () => {
    const on = await stage();
    await on.plugin.configure({ ...on.config, onesignalApiKey: "os_v2_app_a_wrong_one" });
    const before = await failureOf(on.plugin.create("vip", segment));
    await on.plugin.configure(on.config);
    const { id } = await on.plugin.create("vip", segment);
    await on.close();
    expect(before.code).not.to.equal(status.OK);
    expect(id).to.include(on.appId);
  });
});
