import { expect } from "chai";
import fc from "fast-check";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { conceal, type MarkedBag } from "../../provider/core/secret";
import { unknown } from "../../provider/core/value";
import { DEEPEST, readBag, writeBag } from "../../provider/hosts/plugin/marshal";
import { Malformed } from "../../provider/hosts/plugin/wire";
import { type Props, SIGNATURE, secret, struct, UNKNOWN } from "./support/client";

const bytesOf = (props: Props): Buffer => Buffer.from(struct(props).serializeBinary());
const propsOf = (bytes: Buffer): Props => Struct.deserializeBinary(bytes).toJavaScript();
const output = (rest: Props): Props => ({
  [SIGNATURE]: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
  ...rest,
});

/** Anything a program may write, texts of every kind among it. */
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: "grapheme", maxLength: 40 }),
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 5 }),
    fc.dictionary(fc.string({ maxLength: 30 }), tie("value"), { maxKeys: 5 }),
  ),
})).value;
const bags = fc.dictionary(fc.string({ maxLength: 30 }), json, {
  maxKeys: 6,
}) as fc.Arbitrary<Props>;

const nested = (depth: number, wrap: (inner: unknown) => unknown): unknown =>
  Array.from({ length: depth }).reduce<unknown>((inner) => wrap(inner), "leaf");

const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];

/** A bag with lists in lists, in bytes: no library builds one that deep. */
const hostile = (depth: number): Buffer => {
  const parts: Buffer[] = [Buffer.from([0x32, 0])];
  let size = 2;
  for (let level = 0; level < depth; level += 1) {
    for (const tag of [0x0a, 0x32]) {
      const head = Buffer.from([tag, ...varint(size)]);
      parts.push(head);
      size += head.length;
    }
  }
  const key = [0x0a, 7, ...Buffer.from("filters")];
  const entry = Buffer.from([...key, 0x12, ...varint(size)]);
  return Buffer.concat([
    Buffer.from([0x0a, ...varint(entry.length + size)]),
    entry,
    ...parts.reverse(),
  ]);
};

describe("property bags on the wire", () => {
  it("reads what google-protobuf writes", () => {
    fc.assert(
      fc.property(bags, (bag) => {
        expect(readBag(bytesOf(bag)).value).to.deep.equal(propsOf(bytesOf(bag)));
      }),
    );
  });

  it("writes what google-protobuf reads", () => {
    fc.assert(
      fc.property(bags, (bag) => {
        const { value } = readBag(bytesOf(bag));
        expect(propsOf(writeBag(value))).to.deep.equal(propsOf(bytesOf(bag)));
      }),
    );
  });

  it("takes secrets off at any depth and remembers their places", () => {
    const bag = { name: secret("VIP"), filters: [{ key: "plan", value: secret("gold") }], open: 1 };
    const { value, secrets } = readBag(bytesOf(bag));
    expect(value).to.deep.equal({
      name: "VIP",
      filters: [{ key: "plan", value: "gold" }],
      open: 1,
    });
    expect(secrets).to.have.deep.members([["name"], ["filters", 0, "value"]]);
  });

  it("reveal ∘ conceal = id: secrets go back to their places", () => {
    const bag = { a: secret({ b: [1, 2] }), c: [secret("x"), { d: secret(null) }] };
    const { value, secrets } = readBag(bytesOf(bag));
    expect(propsOf(writeBag(conceal(value, secrets)))).to.deep.equal(bag);
  });

  it("takes a secret inside a secret for one", () => {
    const { value, secrets } = readBag(bytesOf({ a: secret({ b: secret("x") }) }));
    expect(value).to.deep.equal({ a: { b: "x" } });
    expect(secrets).to.deep.equal([["a"]]);
  });

  const kinds = [
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    "030794c1-ac77-496b-92df-f27374a8bd58",
    "e48ece36-62e2-4504-bad9-02848725956a",
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
  ];
  for (const kind of kinds) {
    it(`reads ${kind} as unknown, in a secret as well`, () => {
      const { value, secrets } = readBag(bytesOf({ leaf: [kind], hidden: secret(kind) }));
      expect(value).to.deep.equal({ leaf: [unknown], hidden: unknown });
      expect(secrets).to.deep.equal([["hidden"]]);
    });
  }

  it("sends unknown values as unknown texts, and keeps them secret", () => {
    const sent = propsOf(writeBag(conceal({ leaf: unknown, hidden: unknown }, [["hidden"]])));
    expect(sent).to.deep.equal({ leaf: UNKNOWN, hidden: secret(UNKNOWN) });
  });

  const outputs = [
    { case: "known", given: output({ value: 1 }), value: 1, secrets: [] },
    { case: "unknown", given: output({}), value: unknown, secrets: [] },
    { case: "secret", given: output({ value: 1, secret: true }), value: 1, secrets: [["a"]] },
    {
      case: "secret and unknown",
      given: output({ secret: true }),
      value: unknown,
      secrets: [["a"]],
    },
    {
      case: "with a secret inside",
      given: output({ value: { b: secret(1) } }),
      value: { b: 1 },
      secrets: [["a", "b"]],
    },
  ];
  for (const { case: name, given, value, secrets } of outputs) {
    it(`accepts an output value that is ${name}`, () => {
      expect(readBag(bytesOf({ a: given }))).to.deep.equal({ value: { a: value }, secrets });
    });
  }

  it("keeps assets as they are", () => {
    const asset = {
      [SIGNATURE]: "c44067f5952c0a294b673a41bacd8c17",
      path: "./ids.csv",
      hash: "ab",
    };
    expect(propsOf(writeBag(readBag(bytesOf({ idsFile: asset })).value))).to.deep.equal({
      idsFile: asset,
    });
  });

  it("keeps a key called __proto__ a key", () => {
    const bag = JSON.parse('{"__proto__": {"polluted": true}}') as Props;
    const { value } = readBag(writeBag({ outer: bag as MarkedBag }));
    expect(Object.getPrototypeOf(value["outer"])).to.equal(Object.prototype);
    expect(Object.keys(value["outer"] as object)).to.deep.equal(["__proto__"]);
  });

  const shapes = [
    { shape: "lists", wrap: (inner: unknown) => [inner] },
    { shape: "objects", wrap: (inner: unknown) => ({ inner }) },
  ];
  for (const { shape, wrap } of shapes) {
    it(`reads and writes ${shape} of half the greatest depth`, () => {
      const bag = { filters: nested(DEEPEST / 2, wrap) };
      expect(propsOf(writeBag(readBag(bytesOf(bag)).value))).to.deep.equal(bag);
    });
  }

  for (const depth of [DEEPEST + 1, 10_000, 100_000]) {
    it(`refuses ${depth} lists in each other, naming the property`, () => {
      const bytes = hostile(depth);
      expect(() => readBag(bytes)).to.throw(Malformed, "filters is nested more than");
    });
  }

  it("answers any bytes at all with a bag or a refusal", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          expect(readBag(Buffer.from(bytes)).value).to.be.an("object");
        } catch (error) {
          expect(error).to.be.instanceOf(Malformed);
        }
      }),
    );
  });
});
