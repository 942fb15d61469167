import { status } from "@grpc/grpc-js";
import { CheckRequest } from "@pulumi/pulumi/proto/provider_pb";
import { expect } from "chai";
import { failureOf, type Props, secret, UNKNOWN } from "./support/client";
import { type Stage, stage } from "./support/in-process";

const gold = { field: "tag", key: "plan", relation: "=", value: "gold" };

describe("Check", () => {
  let on: Stage;
  before(async () => {
    on = await stage();
    await on.plugin.configure(on.config);
  });
  after(() => on.close());

  it("gives back what the program wrote, with nothing but the resource's own name added", async () => {
    const news = { filters: [{ ...gold, value: 5 }, { operator: "AND" }, gold] };
    expect(await on.plugin.check({ name: "vip", news })).to.deep.equal({
      inputs: { ...news, name: "vip" },
      failures: [],
    });
  });

  it("is idempotent: checking what it gave back changes nothing", async () => {
    const once = await on.plugin.check({ news: { filters: [gold] } });
    const twice = await on.plugin.check({ news: once.inputs ?? {}, olds: once.inputs ?? {} });
    expect(twice).to.deep.equal(once);
  });

  it("talks to nobody", async () => {
    on.emulator.forgetRequests();
    await on.plugin.check({ news: { filters: [gold] } });
    expect(on.emulator.requests().total).to.equal(0);
  });

  it("names every failure at once, each by the deepest path", async () => {
    const news = {
      filters: [
        { ...gold, relation: "~" },
        { ...gold, keys: "x" },
      ],
      descripton: "x",
    };
    const { failures } = await on.plugin.check({ news });
    expect(failures.map((one) => one.split(": ")[0])).to.have.members([
      "filters[0].relation",
      "filters[1].keys",
      "descripton",
    ]);
    expect(failures.join())
      .to.include("write `description` instead")
      .and.include("write `key` instead");
  });

  const { Mode } = CheckRequest.AutonamingOptions;
  const names: readonly {
    readonly sentence: string;
    readonly mode?: CheckRequest.AutonamingOptions.Mode;
    readonly proposed?: string;
    readonly news?: Props;
    readonly name: string | undefined;
  }[] = [
    { sentence: "is the resource's name, without a suffix, by default", name: "vip" },
    {
      sentence: "is what autonaming proposes",
      mode: Mode.PROPOSE,
      proposed: "vip-7",
      name: "vip-7",
    },
    {
      sentence: "is what autonaming enforces",
      mode: Mode.ENFORCE,
      proposed: "dev-vip",
      name: "dev-vip",
    },
    { sentence: "is not made up when autonaming is disabled", mode: Mode.DISABLE, name: undefined },
    {
      sentence: "is the program's, whatever autonaming proposes",
      mode: Mode.ENFORCE,
      proposed: "a",
      news: { name: "b" },
      name: "b",
    },
  ];
  for (const { sentence, mode, proposed = "", news = {}, name } of names) {
    it(`the name ${sentence}`, async () => {
      const options = new CheckRequest.AutonamingOptions().setProposedName(proposed);
      const wish = { news: { filters: [gold], ...news } };
      const { inputs } = await on.plugin.check(
        wish,
        mode === undefined ? undefined : options.setMode(mode),
      );
      expect(inputs?.["name"]).to.equal(name);
    });
  }

  it("a missing name is a failure when autonaming is disabled", async () => {
    const options = new CheckRequest.AutonamingOptions().setMode(Mode.DISABLE);
    const { failures } = await on.plugin.check({ news: { filters: [gold] } }, options);
    expect(failures).to.have.lengthOf(1);
    expect(failures[0]).to.match(/^name: is required/);
  });

  const unknowns: readonly { readonly what: string; readonly news: Props }[] = [
    { what: "a leaf", news: { filters: [{ ...gold, value: UNKNOWN }] } },
    { what: "a whole entry", news: { filters: [gold, UNKNOWN] } },
    { what: "the whole list", news: { filters: UNKNOWN } },
    { what: "a secret leaf", news: { filters: [{ ...gold, value: secret(UNKNOWN) }] } },
    { what: "the name", news: { filters: [gold], name: UNKNOWN } },
  ];
  for (const { what, news } of unknowns) {
    it(`accepts ${what} that is not known yet, and gives it back unknown`, async () => {
      const { inputs, failures } = await on.plugin.check({ news: { name: "vip", ...news } });
      expect(failures).to.deep.equal([]);
      expect(inputs).to.deep.equal({ name: "vip", ...news });
    });
  }

  it("gives secrets back as secrets, at the same places", async () => {
    const news = { name: secret("vip"), filters: [{ ...gold, value: secret("gold") }] };
    expect((await on.plugin.check({ news })).inputs).to.deep.equal(news);
  });

  const hidden: readonly {
    readonly what: string;
    readonly news: Props;
    readonly failure: RegExp;
  }[] = [
    {
      what: "a secret leaf",
      news: { filters: [{ ...gold, relation: secret("swordfish") }] },
      failure: /^filters\[0\]\.relation: .*secret/,
    },
    {
      what: "a part of something secret",
      news: { filters: [secret({ ...gold, relation: "swordfish" })] },
      failure: /^filters\[0\]\.relation: .*secret/,
    },
    {
      // The engine prints the value of the property that a failure names.
      what: "a property that is secret as a whole",
      news: { filters: [gold], appId: secret("swordfish") },
      failure: /^: appId .*secret/,
    },
  ];
  for (const { what, news, failure } of hidden) {
    it(`never tells the value of ${what}`, async () => {
      const { failures } = await on.plugin.check({ news });
      expect(failures).to.have.lengthOf(1);
      expect(failures[0]).to.match(failure).and.not.include("swordfish");
    });
  }

  it("warns through the engine, on the resource, and lets pass", async () => {
    on.engine.logged.length = 0;
    const news = { filters: [{ ...gold, radius: 5 }] };
    const { failures } = await on.plugin.check({ name: "warned", news });
    const said = on.engine.logged.filter(({ urn }) => urn.endsWith("::warned"));
    expect({ failures, severities: said.map(({ severity }) => severity) }).to.deep.equal({
      failures: [],
      severities: ["warning"],
    });
  });

  it("does not take a new resource, of which the engine says an empty bag, for one that changes", async () => {
    on.engine.logged.length = 0;
    const type = "audiences:statsig:Segment";
    const news = { type: "analysis_list", description: "new" };
    await on.plugin.check({ name: "new", type, news, olds: {} });
    expect(on.engine.logged).to.deep.equal([]);
    await on.plugin.check({ name: "new", type, news, olds: { ...news, description: "old" } });
    expect(on.engine.logged.map(({ severity }) => severity)).to.deep.equal(["warning"]);
  });

  it("names what nests too deep, and refuses beyond all reason", async () => {
    const nest = (depth: number): Props =>
      Array.from({ length: depth }).reduce<Props>((inner) => ({ anyOf: [inner] }), gold);
    const { failures } = await on.plugin.check({ news: { filters: [nest(100)] } });
    expect(failures[0]).to.match(/^filters: must not be nested more than/);
    const refused = await failureOf(on.plugin.check({ news: { filters: [nest(400)] } }));
    expect(refused).to.deep.equal({
      code: status.INVALID_ARGUMENT,
      details: "the request was refused: filters is nested more than 500 levels deep",
    });
  });

  it("says which resource types there are when asked for another", async () => {
    const refused = await failureOf(on.plugin.check({ type: "audiences:onesignal:Audience" }));
    expect(refused.code).to.equal(status.NOT_FOUND);
    expect(refused.details).to.include("audiences:onesignal:Segment");
  });
});
