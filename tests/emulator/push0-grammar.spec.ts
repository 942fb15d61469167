import { expect } from "chai";
import type { Push0Settings } from "../../emulator";
import { emulated, groups } from "../vendors/push0/http";

const kinds = {
  country: ["String", "PL"],
  language: ["String", "pol"],
  timezone: ["String", "Europe/Warsaw"],
  appVersion: ["String", "1.3.54"],
  appVersionCode: ["Int", "5"],
  osApi: ["String", "35"],
  osVersion: ["String", "1.0.1"],
  customUserId: ["String", "u-1"],
  email: ["String", "somebody@example.com"],
  type: ["String", "phone"],
  firstSession: ["Long", "1767225600000"],
  lastSession: ["Long", "1767225600000"],
  sessionCount: ["Int", "7"],
  createdAt: ["Long", "1767225600000"],
  id: ["String", "dvc_madeUp"],
  pushToken: ["String", "token"],
  unRegisteredAt: ["Long", "1767225600000"],
  deviceModel: ["String", "Galaxy S26"],
  deviceManufacturer: ["String", "Samsung"],
  tags: ["String Array", "vip"],
} as const;

const relations: Readonly<Record<string, readonly string[]>> = {
  exists: ["String"],
  "==": ["Int", "Long", "String"],
  "!=": ["Int", "Long", "String"],
  starts_with: ["String"],
  ends_with: ["String"],
  contains: ["String"],
  ">": ["Int", "Long"],
  ">=": ["Int", "Long"],
  "<": ["Int", "Long"],
  "<=": ["Int", "Long"],
};

type Constraint = Readonly<Record<string, unknown>>;

describe("the emulated Push0's grammar", () => {
  const client = emulated();
  const set = (push0: Partial<Push0Settings>) => client().emulator.settings({ push0 });
  const post = (body: object) => client().send("POST", "/v1/segments", body);
  const status = async (...constraints: readonly Constraint[]): Promise<number> =>
    (await post({ name: "a", constraints: [{ type: "AND", constraints }] })).status;

  for (const [field, [type, value]] of Object.entries(kinds)) {
    it(`knows ${field} as ${type}, and takes the relations of that type only`, async () => {
      for (const [relation, types] of Object.entries(relations)) {
        const wanted = types.includes(type) ? 200 : 400;
        expect(await status({ field, relation, value }), relation).to.equal(wanted);
      }
    });
  }

  const refused: readonly (readonly [about: string, constraint: Constraint])[] = [
    ["a field that is none", { field: "device_model", relation: "==", value: "x" }],
    ["EQUALS", { field: "osVersion", relation: "EQUALS", value: "13" }],
    ["no relation", { field: "osVersion", value: "13" }],
    ["no value", { field: "osVersion", relation: "==" }],
    ["an empty value", { field: "osVersion", relation: "==", value: "" }],
    ["a JSON number", { field: "sessionCount", relation: "==", value: 5 }],
    ["text for a number", { field: "sessionCount", relation: "==", value: "many" }],
    ["ISO 8601 for a time", { field: "lastSession", relation: ">", value: "2026-01-01T00:00:00Z" }],
    ["a language of two letters", { field: "language", relation: "==", value: "en" }],
    ["a device type that is none", { field: "type", relation: "==", value: "fridge" }],
    ["exists without a value", { field: "email", relation: "exists" }],
    ["a group inside", { type: "AND", constraints: [] }],
  ];
  for (const [about, constraint] of refused) {
    it(`refuses ${about}`, async () => expect(await status(constraint)).to.equal(400));
  }

  it("wants 1 to 10 constraints in a group, a known type, and groups at all", async () => {
    const one = { field: "country", relation: "==", value: "PL" };
    expect(await status(...Array.from({ length: 10 }, () => one))).to.equal(200);
    expect(await status(...Array.from({ length: 11 }, () => one))).to.equal(400);
    expect(await status()).to.equal(400);
    const bodies = [
      { name: "a", constraints: [{ type: "XOR", constraints: [one] }] },
      { name: "a", constraints: [one] },
      { name: "a", constraints: [] },
      { name: "a" },
      { constraints: groups },
      { name: "", constraints: groups },
      { name: "a", description: 5, constraints: groups },
    ];
    for (const body of bodies) expect((await post(body)).status).to.equal(400);
  });

  it("UK passes: it stands in the table", async () => {
    expect(await status({ field: "country", relation: "==", value: "UK" })).to.equal(200);
  });

  describe("has a switch for", () => {
    it("EQUALS and CONTAINS, which are then kept as they were written", async () => {
      set({ acceptWordRelations: true });
      const constraint = { field: "osVersion", relation: "EQUALS", value: "13" };
      await client().create({
        name: "a",
        constraints: [{ type: "OR", constraints: [constraint] }],
      });
      const [row] = await client().rows("page=1&limit=5");
      expect(row?.["constraints"]).to.deep.equal([{ type: "OR", constraints: [constraint] }]);
      expect(await status({ field: "email", relation: "CONTAINS", value: "@" })).to.equal(200);
      expect(await status({ field: "sessionCount", relation: "CONTAINS", value: "1" })).to.equal(
        400,
      );
    });

    it("JSON numbers, tags and empty lists", async () => {
      set({ acceptNumericValues: true, acceptTags: true, acceptEmptyConstraints: true });
      expect(await status({ field: "sessionCount", relation: "==", value: 5 })).to.equal(200);
      expect(await status({ field: "tags", relation: "contains", value: "x" })).to.equal(200);
      expect((await post({ name: "a", constraints: [] })).status).to.equal(200);
    });

    const values: Readonly<Record<Push0Settings["existsValue"], readonly number[]>> = {
      required: [400, 200, 200],
      "not-empty": [400, 400, 200],
      optional: [200, 200, 200],
      forbidden: [200, 400, 400],
    };
    for (const existsValue of ["required", "not-empty", "optional", "forbidden"] as const) {
      it(`a value beside exists: ${existsValue}`, async () => {
        set({ existsValue });
        const exists = { field: "email", relation: "exists" };
        const found = [
          await status(exists),
          await status({ ...exists, value: "" }),
          await status({ ...exists, value: "true" }),
        ];
        expect(found).to.deep.equal(values[existsValue]);
      });
    }
  });
});
