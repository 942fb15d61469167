import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as dynamic from "../../provider/dynamic";
import { vendors } from "../../provider/registry";

const TYPE = "pulumi-nodejs:dynamic/audiences/onesignal:Segment";
const registered: pulumi.runtime.MockResourceArgs[] = [];

/** The inputs with which a resource reached the engine. */
const inputsOf = async (name: string, resource: pulumi.Resource) => {
  const urn = await new Promise<string>((resolve) => void resource.urn.apply(resolve));
  const found = registered.find((one) => one.name === name);
  const inputs: { readonly [key: string]: unknown } = found?.inputs ?? {};
  return { urn, type: found?.type, inputs };
};

const gold = { field: "tag", key: "plan", relation: "=", value: "gold" } as const;

class Shop extends pulumi.ComponentResource {
  readonly segment: dynamic.onesignal.Segment;
  constructor() {
    super("shop:index:Shop", "shop", {});
    this.segment = new dynamic.onesignal.Segment("child", { filters: [gold] }, { parent: this });
    this.registerOutputs({});
  }
}

describe("A dynamic resource", () => {
  before(() =>
    pulumi.runtime.setMocks(
      {
        newResource: (args) => {
          registered.push(args);
          return { id: "app/segment", state: { ...args.inputs, expression: "plan is gold" } };
        },
        call: () => ({}),
      },
      "shop",
      "dev",
    ),
  );

  it("has a type that names package, vendor and kind", async () => {
    const segment = new dynamic.onesignal.Segment("typed", { filters: [gold] });
    expect((await inputsOf("typed", segment)).type).to.equal(TYPE);
  });

  it("reaches the engine with what the program wrote, its provider and its URN, and no more", async () => {
    const segment = new dynamic.onesignal.Segment("vip", { filters: [gold] });
    const { urn, inputs } = await inputsOf("vip", segment);
    expect(Object.keys(inputs)).to.have.members(["__provider", "__urn", "filters"]);
    expect(inputs["filters"]).to.deep.equal([gold]);
    expect(inputs["__urn"]).to.equal(urn);
  });

  it("knows its URN below a component, without waiting for it", async () => {
    const { urn, inputs } = await inputsOf("child", new Shop().segment);
    expect(inputs["__urn"])
      .to.equal(urn)
      .and.equal(`urn:pulumi:dev::shop::shop:index:Shop$${TYPE}::child`);
  });

  it("says where its inputs are secret", async () => {
    const segment = new dynamic.onesignal.Segment("hush", {
      description: pulumi.secret("why"),
      filters: [gold, { anyOf: [{ ...gold, value: pulumi.secret("x") }] }],
    });
    const { inputs } = await inputsOf("hush", segment);
    expect(inputs["__secrets"]).to.have.members(["description", "filters[1].anyOf[0].value"]);
  });

  it("gives its outputs to the program", async () => {
    const { expression } = new dynamic.onesignal.Segment("told", { filters: [gold] });
    expect(await new Promise((resolve) => void expression.apply(resolve))).to.equal("plan is gold");
  });

  it("can be brought in by a file that says who answers for it", async () => {
    const { resources } = await dynamic.onesignal.Segment.importFile({ vip: "app/segment" });
    const [{ inputs, outputs, ...rest } = { inputs: {}, outputs: {} }] = resources;
    expect(rest).to.deep.equal({ type: TYPE, name: "vip", id: "app/segment" });
    expect(inputs).to.deep.equal(outputs).and.to.have.all.keys("__provider");
  });

  it("exists for everything that the registry lists", () => {
    const classes: { readonly [vendor: string]: object } = dynamic;
    for (const { name, resources } of vendors) {
      const kinds = resources.map(({ model }) => model.token.split(":").at(-1));
      expect(classes[name]).to.include.keys(kinds);
    }
  });
});
