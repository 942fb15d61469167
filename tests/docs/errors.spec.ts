import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { explain, type Failure } from "../../provider/core/failure";

const root = join(__dirname, "..", "..");
const place = { key: "vendorApiKey", environment: ["VENDOR_API_KEY"], secret: true };
const request = "POST https://api.example.com/segments";

/** One of each; the compiler keeps the table complete. */
const failures: { readonly [Tag in Failure["_tag"]]: Extract<Failure, { readonly _tag: Tag }> } = {
  InvalidInput: { _tag: "InvalidInput", failures: [{ path: ["name"], problem: "is required" }] },
  MissingSetting: { _tag: "MissingSetting", vendor: "OneSignal", place },
  BadId: { _tag: "BadId", id: "x", expected: "a UUID" },
  NotFound: { _tag: "NotFound", subject: "Segment x", remedy: "Run `pulumi refresh`." },
  AlreadyExists: {
    _tag: "AlreadyExists",
    subject: "Segment x",
    vendor: "OneSignal",
    importCommand: "pulumi import a:b:C x y",
    adoptable: true,
  },
  Ambiguous: { _tag: "Ambiguous", subject: "x", ids: ["1", "2"] },
  Unsupported: { _tag: "Unsupported", subject: "Segment x", reason: "the dashboard made it" },
  Unauthorized: { _tag: "Unauthorized", request, reasons: ["no"], place },
  PlanForbids: { _tag: "PlanForbids", request, reasons: [] },
  LimitReached: { _tag: "LimitReached", request, reasons: ["full"] },
  Refused: { _tag: "Refused", request, status: 400, reasons: ["bad"], remedy: "Mend it." },
  RateLimited: { _tag: "RateLimited", request, attempts: 12 },
  Unavailable: { _tag: "Unavailable", request, status: 503, attempts: 1 },
  Unreachable: { _tag: "Unreachable", request, reason: "connect ECONNREFUSED", place },
  TimedOut: { _tag: "TimedOut", request, seconds: 30 },
  Cancelled: { _tag: "Cancelled", request },
  Unexpected: { _tag: "Unexpected", request, problem: "id is required" },
};

const documented = [
  ...readFileSync(join(root, "docs/errors.md"), "utf8").matchAll(/^\| `(\w+)` \|/gm),
].map(([, tag]) => tag);

describe("docs/errors.md", () => {
  it("has a row for each failure, and no other", () => {
    expect(documented).to.have.members(Object.keys(failures));
  });

  for (const failure of Object.values(failures)) {
    it(`${failure._tag} is explained in whole sentences, without holes`, () => {
      expect(explain(failure))
        .to.match(/^\S.*\S$/)
        .and.not.match(/undefined|\[object|null/);
    });
  }
});
