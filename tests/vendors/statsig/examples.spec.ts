/** What Statsig's documents and clients print, sent through the provider's own life of a segment. */
import { expect } from "chai";
import examples from "../../fixtures/vendor-examples.json";
import { connect, places, withProject } from "./project";

const printed = examples.filter(({ vendor }) => vendor === "statsig");
const creating = printed.filter(({ operation }) => operation === "create");
const updating = printed.filter(({ operation }) => operation === "update-rules");

const renamed: Readonly<Record<string, string>> = { creatorID: "creatorId", id: "segmentId" };

/** A printed body in the spelling of the inputs: several values have a property of their own. */
const asInputs = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(asInputs);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) =>
      key === "targetValue" && Array.isArray(item)
        ? ["targetValueList", item]
        : [key, asInputs(item)],
    ),
  );
};

const segmentOf = (body: unknown): object => {
  const entries = Object.entries(Object(asInputs(body)));
  return Object.fromEntries(entries.map(([key, value]) => [renamed[key] ?? key, value]));
};

describe("Statsig's printed examples", () => {
  const project = withProject();

  it("are all looked at", () => {
    expect(creating.length).to.equal(8);
    expect(updating.length).to.be.greaterThan(15);
  });

  for (const { id, name, body } of creating.filter(({ expect: wanted }) => wanted === "accept")) {
    it(`${id} (${name}) creates a segment and previews clean after a read`, async () => {
      const { emulator, create } = project();
      const inputs = segmentOf(body);
      const state = await create("example", inputs);
      const { read, diff } = connect(emulator);
      const seen = await read(state);
      expect(seen?.id).to.equal(state.id);
      expect(seen && places(diff(seen, inputs))).to.deep.equal([]);
      expect(seen?.inputs).to.deep.equal(state.inputs);
      expect(seen?.outputs).to.deep.equal(state.outputs);
    });
  }

  for (const { id, name, body } of updating.filter(({ expect: wanted }) => wanted === "accept")) {
    it(`${id} (${name}) updates a segment and previews clean after a read`, async () => {
      const { emulator, create, update } = project();
      const made = await create("example", { type: "rule_based" });
      const inputs = { type: "rule_based", rules: asInputs(body) };
      const state = await update(made, inputs);
      const { read, diff } = connect(emulator);
      const seen = await read(state);
      expect(seen && places(diff(seen, inputs))).to.deep.equal([]);
      expect(seen?.inputs).to.deep.equal(state.inputs);
    });
  }

  for (const { id, name, body } of printed.filter(({ expect: wanted }) => wanted !== "accept")) {
    it(`${id} (${name}) is refused, with the place and what to write`, () => {
      const { failures } = project().check("example", {
        type: "rule_based",
        rules: asInputs(body),
      });
      expect(failures).to.deep.equal([{ path: ["rules"], problem: "must be a list" }]);
    });
  }
});
