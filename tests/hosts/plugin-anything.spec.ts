/** Any JSON value at all, through the wire: an answer with a place and a sentence, never a crash, never a hang. */
import { expect } from "chai";
import fc from "fast-check";
import type { Props } from "./support/client";
import { type Stage, stage } from "./support/in-process";

const CASES = 10_000;
const AT_ONCE = 50;

const FIELDS = ["tag", "last_session", "country", "location", "operator", "any_of", "nonsense"];

/** Close enough to filters to get deep into the grammar, and far enough to be wrong nearly always. */
const nearFilter = fc.record(
  {
    field: fc.oneof(fc.constantFrom(...FIELDS), fc.jsonValue()),
    relation: fc.oneof(fc.constantFrom("=", ">", "exists", "in_array"), fc.jsonValue()),
    key: fc.jsonValue(),
    value: fc.jsonValue(),
    valueList: fc.jsonValue(),
    anyOf: fc.jsonValue(),
    hoursAgo: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

const inputs = fc.oneof(
  fc.dictionary(fc.string(), fc.jsonValue()),
  fc.record({ filters: fc.jsonValue() }),
  fc.record({ filters: fc.array(nearFilter), name: fc.jsonValue() }, { requiredKeys: ["filters"] }),
);

/** Top-level names with Pulumi's own meaning, and `null`s, are the engine's to judge. */
const sendable = (value: unknown): value is Props =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A place, and after it what must stand there, what else there is, or what to do. */
const REMEDY = /^.+?: .*(must|it has|write|remove|Split|Compare|use )/s;

describe("check, over gRPC", () => {
  let on: Stage;
  before(async () => {
    on = await stage();
    await on.plugin.configure(on.config);
  });
  after(() => on.close());

  it(`answers ${CASES} random inputs, each refusal with a place and what to write there`, async () => {
    const all = fc.sample(inputs, CASES).filter(sendable);
    let refusals = 0;
    for (let from = 0; from < all.length; from += AT_ONCE) {
      const batch = all.slice(from, from + AT_ONCE).map((news) => on.plugin.check({ news }));
      for (const { failures } of await Promise.all(batch)) {
        refusals += failures.length;
        for (const failure of failures) expect(failure).to.match(REMEDY);
      }
    }
    expect(refusals).to.be.greaterThan(CASES / 2);
    expect(on.emulator.requests().total).to.equal(0);
  });
});
