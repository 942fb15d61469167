import { expect } from "chai";
import fc from "fast-check";
import { type Attempt, decide, retryAfterMs, type Trouble } from "../../provider/http/retry";

const CASES = { numRuns: 2_000 };
const NOW = Date.parse("2026-01-01T00:00:00Z");

const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  fc.record({
    kind: fc.constant("status" as const),
    status: fc.constantFrom(429, 500, 502, 503),
    retryAfterMs: fc.option(fc.nat(120_000), { nil: undefined }),
  }),
  fc.record({ kind: fc.constant("unsent" as const), code: fc.constant("ECONNREFUSED") }),
  fc.record({ kind: fc.constant("lost" as const), code: fc.constant("ECONNRESET") }),
);

const attempt: fc.Arbitrary<Attempt> = fc.record({
  number: fc.integer({ min: 1, max: 20 }),
  trouble,
  repeatable: fc.boolean(),
  remainingMs: fc.integer({ min: -1_000, max: 600_000 }),
  jitter: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** All waits of an operation that meets the same trouble again and again. */
const waits = (first: Attempt): readonly number[] => {
  const made: number[] = [];
  for (let number = 1; number < 100; number += 1) {
    const spent = made.reduce((sum, ms) => sum + ms, 0);
    const decision = decide({ ...first, number, remainingMs: first.remainingMs - spent });
    if (decision._tag === "Stop") return made;
    made.push(decision.ms);
  }
  return made;
};

describe("The decision to try again", () => {
  it("waits a whole, positive time that ends before the deadline", () => {
    fc.assert(
      fc.property(attempt, (one) => {
        const decision = decide(one);
        if (decision._tag === "Stop") return;
        expect(decision.ms).to.satisfy(Number.isSafeInteger).and.be.above(0);
        expect(decision.ms).to.be.below(one.remainingMs);
      }),
      CASES,
    );
  });

  it("waits at least as long as the vendor asks, and at most a quarter longer than it must", () => {
    fc.assert(
      fc.property(attempt, (one) => {
        const decision = decide(one);
        if (decision._tag === "Stop") return;
        const asked = one.trouble.kind === "status" ? (one.trouble.retryAfterMs ?? 0) : 0;
        const must = Math.max(asked, Math.min(250 * 2 ** (one.number - 1), 30_000));
        expect(decision.ms).to.be.within(Math.floor(must), Math.ceil(must * 1.25));
      }),
      CASES,
    );
  });

  it("does not wait until the very deadline: then there is no time left to try", () => {
    const one: Attempt = {
      number: 1,
      trouble: { kind: "lost", code: "ECONNRESET" },
      repeatable: true,
      remainingMs: 251,
      jitter: 0,
    };
    expect(decide(one)).to.deep.equal({ _tag: "Wait", ms: 250 });
    expect(decide({ ...one, remainingMs: 250 })).to.deep.equal({ _tag: "Stop" });
  });

  it("always ends: after 12 attempts at most, 3 when nothing could be sent, and within the budget", () => {
    fc.assert(
      fc.property(attempt, (one) => {
        const made = waits(one);
        const most = one.trouble.kind === "unsent" ? 3 : 12;
        expect(made.length).to.be.below(most);
        expect(made.reduce((sum, ms) => sum + ms, 0)).to.be.at.most(Math.max(0, one.remainingMs));
      }),
      CASES,
    );
  });

  it("never repeats what might be done twice, unless nothing was sent or it was rate limited", () => {
    fc.assert(
      fc.property(attempt, (one) => {
        const isHarmless =
          one.trouble.kind === "unsent" ||
          (one.trouble.kind === "status" && one.trouble.status === 429);
        if (!one.repeatable && !isHarmless) expect(decide(one)._tag).to.equal("Stop");
      }),
      CASES,
    );
  });

  it("more time never makes it give up", () => {
    fc.assert(
      fc.property(attempt, fc.nat(1_000_000), (one, more) => {
        if (decide(one)._tag === "Stop") return;
        expect(decide({ ...one, remainingMs: one.remainingMs + more })).to.deep.equal(decide(one));
      }),
      CASES,
    );
  });
});

describe("Retry-After", () => {
  it("is a time that is not negative, or nothing, whatever the header holds", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.double().map(String),
          fc.date({ noInvalidDate: true }).map(String),
        ),
        (header) => {
          const ms = retryAfterMs(header, NOW);
          if (ms !== undefined) expect(ms).to.satisfy(Number.isFinite).and.be.at.least(0);
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it("in seconds", () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), (seconds) => {
        expect(retryAfterMs(`${seconds}`, NOW)).to.equal(seconds * 1000);
      }),
    );
  });

  it("as a date, however it is put", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (seconds) => {
        const header = new Date(NOW + seconds * 1000).toUTCString();
        expect(retryAfterMs(header, NOW)).to.equal(seconds * 1000);
      }),
    );
    expect(retryAfterMs("Wed, 21 Oct 2015 07:28:00 GMT", NOW)).to.equal(0);
  });

  for (const header of [undefined, "", "  ", "soon", "1,5", "-1", "1e9", "0x10"]) {
    it(`${JSON.stringify(header)} is as good as absent`, () => {
      expect(retryAfterMs(header, NOW)).to.equal(undefined);
    });
  }
});
