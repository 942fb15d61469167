import { expect } from "chai";
import type { Fault, Push0Settings } from "../../../emulator";
import { explain } from "../../../provider/core/failure";
import type { Bag } from "../../../provider/core/value";
import { create, openStage, type Stage, TOKEN, urnOf } from "./stage";

const groups = (value: string): readonly Bag[] => [
  { type: "AND", constraints: [{ field: "country", relation: "==", value }] },
];
const inputs = { name: "poland", constraints: groups("PL") };

describe("creating a Push0 segment", () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  beforeEach(() => {
    stage.emulator.reset();
    stage = stage.restarted();
  });
  after(() => stage.close());

  const set = (push0: Partial<Push0Settings>) => stage.emulator.settings({ push0 });
  const strike = (...faults: readonly Fault[]) => stage.emulator.faults.add(...faults);
  const attempt = (more: Bag = {}) =>
    stage.operations.create({ urn: urnOf("poland"), inputs: { ...inputs, ...more } });
  const posts = () =>
    stage.emulator.requests().requests.filter(({ method }) => method === "POST").length;

  for (const createAnswer of ["text", "json-text", "object", "data"] as const) {
    for (const createStatus of [200, 201] as const) {
      it(`finds the id in an answer of ${createStatus} as ${createAnswer}`, async () => {
        set({ createAnswer, createStatus });
        const { id } = await create(stage, inputs);
        expect(id).to.match(/^sg_/);
        expect(posts()).to.equal(1);
      });
    }
  }

  const lost: readonly (readonly [about: string, fault: Fault])[] = [
    ["a connection cut after the write", { kind: "cut-after-write", operation: "create" }],
    [
      "a 502 page after the write",
      { kind: "body", operation: "create", status: 502, text: "<html>Bad gateway</html>" },
    ],
    [
      "a 408 after the write",
      { kind: "body", operation: "create", status: 408, body: "Request Timeout" },
    ],
    ["an answer without an id", { kind: "body", operation: "create", body: { ok: true } }],
    ["an empty answer", { kind: "body", operation: "create", text: "" }],
  ];
  for (const [about, fault] of lost) {
    it(`makes one segment and not two, whatever is lost: ${about}`, async () => {
      strike(fault);
      const { id, outputs } = await create(stage, inputs);
      expect(stage.names()).to.deep.equal(["poland"]);
      expect(outputs["segmentId"]).to.equal(id);
      expect(outputs).to.have.property("createdAt");
      expect(posts()).to.equal(1);
    });
  }

  it("tries again when nothing was written", async () => {
    strike(
      { kind: "cut-before-write", operation: "create" },
      { kind: "status", status: 500, operation: "create" },
    );
    await create(stage, inputs);
    expect(stage.names()).to.deep.equal(["poland"]);
    expect(posts()).to.equal(3);
  });

  it("gives up after three attempts, with the reason", async () => {
    strike({ kind: "status", status: 500, operation: "create", count: "always" });
    expect(explain(await stage.fails(attempt()))).to.match(/was answered with status 500/);
    expect(posts()).to.equal(3);
  });

  it("finds its own segment also when it can be read only a moment later", async () => {
    set({ readDelayMs: 600 });
    strike({ kind: "cut-after-write", operation: "create" });
    await create(stage, inputs);
    expect(stage.names()).to.deep.equal(["poland"]);
  });

  it("waits out a 429, and is not refused by it", async () => {
    strike({ kind: "status", status: 429, operation: "create" });
    await create(stage, inputs);
    expect(stage.names()).to.deep.equal(["poland"]);
  });

  it("believes an error message that comes with success, and tries nothing else", async () => {
    strike({
      kind: "body",
      operation: "create",
      text: "Internal trouble",
      contentType: "text/plain",
    });
    set({ refusalsAre200: true, uniqueNames: true, readDelayMs: 60_000 });
    const failure = explain(await stage.fails(attempt()));
    expect(failure).to.match(/no segment id is in the answer "Internal trouble"/);
    expect(posts()).to.equal(1);
  });

  it("refuses a name that a segment has, and says how to manage that one", async () => {
    const { ids } = stage.emulator.seed({ vendor: "push0", segments: [{ name: "poland" }] });
    const failure = explain(await stage.fails(attempt()));
    expect(failure)
      .to.include(`pulumi import ${TOKEN} poland ${ids[0]}`)
      .and.include("adopt: true");
    expect(posts()).to.equal(0);
  });

  it("refuses it also when it is as declared: another stack may own it", async () => {
    await create(stage, inputs);
    expect((await stage.fails(attempt()))._tag).to.equal("AlreadyExists");
    expect(stage.names()).to.have.length(1);
  });

  it("takes it over with adopt, as it is declared here", async () => {
    const { ids } = stage.emulator.seed({
      vendor: "push0",
      segments: [{ name: "poland", description: "by hand", constraints: [] }],
    });
    const { id, outputs } = await stage.run(attempt({ adopt: true }));
    expect(id).to.equal(ids[0]);
    expect(outputs).to.have.property("updatedAt");
    const [row] = stage.emulator.store.table<Bag>("push0-segment").all("account");
    expect(row?.["constraints"]).to.deep.equal(inputs.constraints);
    expect(row?.["description"]).to.equal("");
    expect(posts()).to.equal(0);
  });

  it("writes nothing when adopt finds it as declared", async () => {
    const { id } = await create(stage, inputs);
    stage.emulator.forgetRequests();
    expect((await stage.run(attempt({ adopt: true }))).id).to.equal(id);
    expect(stage.emulator.requests().writes).to.equal(0);
  });

  it("does not choose between two of the name", async () => {
    stage.emulator.seed({ vendor: "push0", segments: [{ name: "poland" }, { name: "poland" }] });
    expect((await stage.fails(attempt({ adopt: true })))._tag).to.equal("Ambiguous");
  });

  it("is not misled by names of which this one is a part", async () => {
    set({ nameMatch: "part" });
    stage.emulator.seed({ vendor: "push0", segments: [{ name: "poland, north" }] });
    await create(stage, inputs);
    expect(stage.names()).to.deep.equal(["poland, north", "poland"]);
  });

  it("makes one of two resources that want the same name at once, and lets the other one say so", async () => {
    const ops = ["a", "b"].map((name) =>
      stage.run(stage.operations.create({ urn: urnOf(name), inputs })).then(
        () => "made",
        (error: Error) => error.message,
      ),
    );
    const outcomes = await Promise.all(ops);
    expect(outcomes.filter((one) => one === "made")).to.have.length(1);
    expect(outcomes.join()).to.match(/exists already in Push0/);
    expect(stage.names()).to.have.length(1);
  });

  it("makes a hundred at once under lost answers, each once", async () => {
    strike({ kind: "cut-after-write", operation: "create", nth: 3, count: 40 });
    const names = Array.from({ length: 100 }, (_, index) => `segment ${index}`);
    await Promise.all(names.map((name) => create(stage, { ...inputs, name })));
    expect([...stage.names()].sort()).to.deep.equal([...names].sort());
  });
});
