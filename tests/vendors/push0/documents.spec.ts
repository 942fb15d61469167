/** The request bodies that Push0's own pages print. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Bag } from "../../../provider/core/value";
import { create, openStage, refresh, type Stage } from "./stage";
import { failures, push0Segment } from "./subject";

interface Example {
  readonly id: string;
  readonly vendor: string;
  readonly name: string;
  readonly expect: "accept" | "legacy-or-unknown";
  readonly body: Bag;
}

const file = join(__dirname, "../../fixtures/vendor-examples.json");
const examples = (JSON.parse(readFileSync(file, "utf8")) as readonly Example[]).filter(
  ({ vendor }) => vendor === "push0",
);
const accepted = examples.filter((example) => example.expect === "accept");
const refused = examples.filter((example) => example.expect === "legacy-or-unknown");

/** Where each refused one is wrong, and the words that say what to do. */
const sentences: Readonly<Record<string, RegExp>> = {
  "push0-075": /^constraints\[1\]\.constraints\[0\]\.relation is written "=="/,
  "push0-077": /^constraints must have at least one group: .*refer to the segment "All"/,
};

describe("the examples of Push0's documents", () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  after(() => stage.close());

  it("are all here", () => {
    expect([accepted.length, refused.length]).to.deep.equal([3, 2]);
  });

  for (const { id, name, body } of accepted) {
    it(`${id}, ${name}: creates a segment that reads back without a change`, async () => {
      expect(failures(body)).to.deep.equal([]);
      const made = await create(stage, body);
      const found = await refresh(stage, made.id, body, made.outputs);
      expect(found?.inputs).to.deep.equal(body);
      const request = { olds: made.outputs, oldInputs: body, news: found?.inputs ?? {} };
      expect(push0Segment.diff({ ...request, ignoreChanges: [], settings: {} }).changes).to.be
        .empty;
    });
  }

  for (const { id, name, body } of refused) {
    it(`${id}, ${name}: is refused with a place and a sentence`, () => {
      const said = failures(body);
      expect(said).to.have.length(1);
      expect(said[0]).to.match(sentences[id] ?? /no sentence is expected for this one/);
    });
  }
});
