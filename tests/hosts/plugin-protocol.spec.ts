import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { expect } from "chai";
import type { Message } from "google-protobuf";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { requests, responses } from "../../provider/hosts/plugin/protocol";

/** A bag that says which one it is. */
const bag = (name: string): Struct => Struct.fromJavaScript({ name });

const bytesOf = (message: Message): Buffer => Buffer.from(message.serializeBinary());

const namesIn = (bags: { readonly [name: string]: { readonly value: unknown } | undefined }) =>
  Object.fromEntries(Object.entries(bags).map(([name, read]) => [name, read?.value]));

const asked = [
  {
    method: "Check",
    bags: requests.check(
      bytesOf(
        new pb.CheckRequest()
          .setOlds(bag("olds"))
          .setNews(bag("news"))
          .setOldOutputs(bag("oldOutputs")),
      ),
    ).bags,
    names: ["olds", "news", "oldOutputs"],
  },
  {
    method: "Diff",
    bags: requests.diff(
      bytesOf(
        new pb.DiffRequest()
          .setOlds(bag("olds"))
          .setNews(bag("news"))
          .setOldInputs(bag("oldInputs")),
      ),
    ).bags,
    names: ["olds", "news", "oldInputs"],
  },
  {
    method: "Configure",
    bags: requests.configure(bytesOf(new pb.ConfigureRequest().setArgs(bag("args")))).bags,
    names: ["args"],
  },
  {
    method: "Create",
    bags: requests.create(bytesOf(new pb.CreateRequest().setProperties(bag("properties")))).bags,
    names: ["properties"],
  },
  {
    method: "Read",
    bags: requests.read(
      bytesOf(new pb.ReadRequest().setProperties(bag("properties")).setInputs(bag("inputs"))),
    ).bags,
    names: ["properties", "inputs"],
  },
  {
    method: "Update",
    bags: requests.update(
      bytesOf(
        new pb.UpdateRequest()
          .setOlds(bag("olds"))
          .setNews(bag("news"))
          .setOldInputs(bag("oldInputs")),
      ),
    ).bags,
    names: ["olds", "news", "oldInputs"],
  },
  {
    method: "Delete",
    bags: requests.delete(
      bytesOf(
        new pb.DeleteRequest().setProperties(bag("properties")).setOldInputs(bag("oldInputs")),
      ),
    ).bags,
    names: ["properties", "oldInputs"],
  },
  {
    method: "List",
    bags: requests.list(bytesOf(new pb.ListRequest().setQuery(bag("query")))).bags,
    names: ["query"],
  },
  {
    method: "Invoke",
    bags: requests.invoke(bytesOf(new pb.InvokeRequest().setArgs(bag("args")))).bags,
    names: ["args"],
  },
];

const inputs = { name: "inputs" };
const properties = { name: "properties" };

const answered = [
  {
    method: "Check",
    read: pb.CheckResponse.deserializeBinary(
      responses.check({ message: new pb.CheckResponse(), bags: { inputs } }),
    ).getInputs(),
    bag: inputs,
  },
  {
    method: "Create",
    read: pb.CreateResponse.deserializeBinary(
      responses.create({ message: new pb.CreateResponse().setId("a"), bags: { properties } }),
    ).getProperties(),
    bag: properties,
  },
  {
    method: "Read",
    read: pb.ReadResponse.deserializeBinary(
      responses.read({ message: new pb.ReadResponse(), bags: { inputs, properties } }),
    ).getInputs(),
    bag: inputs,
  },
  {
    method: "Update",
    read: pb.UpdateResponse.deserializeBinary(
      responses.update({ message: new pb.UpdateResponse(), bags: { properties } }),
    ).getProperties(),
    bag: properties,
  },
];

describe("the provider protocol", () => {
  for (const { method, bags, names } of asked) {
    it(`finds every bag of a ${method} request where Pulumi's own messages put it`, () => {
      const expected = Object.fromEntries(names.map((name) => [name, { name }]));
      expect(namesIn(bags)).to.deep.equal(expected);
    });
  }

  for (const { method, read, bag: expected } of answered) {
    it(`puts the bag of a ${method} response where Pulumi's own messages look for it`, () => {
      expect(read?.toJavaScript()).to.deep.equal(expected);
    });
  }

  it("keeps a bag that was not sent apart from one that is empty", () => {
    const absent = requests.read(bytesOf(new pb.ReadRequest()));
    const empty = requests.read(bytesOf(new pb.ReadRequest().setInputs(new Struct())));
    expect([absent.bags.inputs, empty.bags.inputs?.value]).to.deep.equal([undefined, {}]);
  });

  it("reads the rest of a message beside its bags, and passes over fields of the future", () => {
    const known = bytesOf(new pb.CheckRequest().setUrn("urn").setNews(bag("news")).setType("type"));
    const future = Buffer.from([0xfa, 0x3f, 3, 1, 2, 3]);
    const { message } = requests.check(Buffer.concat([future, known, future]));
    expect([message.getUrn(), message.getType()]).to.deep.equal(["urn", "type"]);
  });
});
