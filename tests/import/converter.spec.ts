import { expect } from "chai";
import type { Settings } from "../../provider/core/setting";
import { convert, Refused } from "../../provider/hosts/converter/convert";
import { openAccount, type Stage } from "./account";

const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
  throw new Error("it was not refused");
};

describe("the converter", () => {
  let stage: Stage;
  before(async () => {
    stage = await openAccount(true);
  });
  after(() => stage.emulator.close());
  const run = (...args: readonly string[]) => convert(args, stage.host);
  const runWith = (environment: Settings, ...args: readonly string[]) =>
    convert(args, { ...stage.host, environment: { ...stage.host.environment, ...environment } });

  it("answers what the provider's own Read answers, for each segment", async () => {
    const [converted] = await run("--vendor", "onesignal");
    expect(converted?.importable).to.have.length(9);
    const { operations, call } = stage.reading;
    for (const one of converted?.importable ?? []) {
      const urn = `urn:pulumi:dev::e2e::audiences:onesignal:Segment::${one.logicalName}`;
      const read = operations.read({ id: one.id, urn, inputs: undefined, outputs: undefined });
      const outcome = await read(call)();
      if (outcome._tag === "Left" || outcome.right._tag === "None") throw new Error(one.id);
      const { id, inputs, outputs } = outcome.right.value;
      expect({ id: one.id, inputs: one.inputs, outputs: one.outputs }).to.deep.equal({
        id,
        inputs,
        outputs,
      });
    }
  });

  it("names what it leaves out, each with its reason", async () => {
    const [converted] = await run("--vendor", "onesignal");
    const reasons = converted?.leftOut.map(({ listed, reason }) => [listed.name, reason] as const);
    expect(reasons?.map(([name]) => name)).to.deep.equal([
      "Subscribed Users",
      "Active Users",
      "Inactive Users",
      "Filled a cart, never bought",
    ]);
    expect(reasons?.[0]?.[1]).to.contain("read-only");
    expect(reasons?.[3]?.[1]).to.contain("only the dashboard");
  });

  it("leaves out what a program could not declare, and says why", async () => {
    stage.emulator.seed({ segments: [{ name: "Nobody yet", filters: [] }] });
    const [converted] = await run("--vendor", "onesignal", "--match", "nobody*");
    expect(converted?.leftOut[0]?.reason).to.match(/cannot declare it.*filters must have/);
    stage.emulator.edit({ name: "Nobody yet", delete: true });
  });

  it("takes what matches and leaves what is excluded, without regard to case", async () => {
    const [converted] = await run(
      "--vendor",
      "onesignal",
      "--match",
      "*USERS*",
      "--exclude",
      "*active*",
    );
    const names = [...(converted?.importable ?? []), ...(converted?.leftOut ?? [])].map(
      ({ listed }) => listed.name,
    );
    expect(names).to.have.members([
      "Engaged Users",
      "Subscribed Users",
      "iPhone users on an old version",
    ]);
  });

  it("says the app in the inputs when the environment names another, and leaves it out when it is the same", async () => {
    const [same] = await run("--vendor", "onesignal", "--match", "VIP*");
    expect(same?.importable[0]?.inputs).to.not.have.property("appId");
    const [other] = await run("--vendor", "onesignal", "--app", stage.emulator.apps[1]?.id ?? "");
    expect(other?.importable[0]?.inputs).to.have.property("appId", stage.emulator.apps[1]?.id);
  });

  for (const [what, args, sentence] of [
    [
      "no vendor",
      [],
      /^missing --vendor; usage: pulumi import --from audiences -- --vendor onesignal/,
    ],
    ["a vendor nobody knows", ["--vendor", "mailchimp"], /^--vendor must be onesignal/],
    [
      "a flag nobody knows",
      ["--vendor", "onesignal", "--ap", "x"],
      /^Unknown option '--ap'.*usage:/,
    ],
  ] as const) {
    it(`answers ${what} with a sentence and the usage`, async () => {
      expect(await refusalOf(run(...args))).to.match(sentence);
    });
  }

  it("asks for the app when nobody says it, and for the key", async () => {
    const noApp = runWith({ ONESIGNAL_APP_ID: undefined }, "--vendor", "onesignal");
    expect(await refusalOf(noApp)).to.match(/^missing --app or ONESIGNAL_APP_ID; usage/);
    const noKey = runWith({ ONESIGNAL_API_KEY: undefined }, "--vendor", "onesignal");
    expect(await refusalOf(noKey))
      .to.contain("ONESIGNAL_API_KEY")
      .and.to.contain("environment only");
  });

  it("stops at the first failure that would meet every segment, and never says the key", async () => {
    const key = "a-key-that-opens-nothing";
    const refused = runWith({ ONESIGNAL_API_KEY: key }, "--vendor", "onesignal");
    expect(await refusalOf(refused))
      .to.contain("Access denied")
      .and.to.not.contain(key);
    stage.emulator.forgetRequests();
    stage.emulator.faults.add({ kind: "status", status: 403, operation: "view", nth: 2, text: "" });
    expect(await refusalOf(run("--vendor", "onesignal"))).to.contain("was refused");
    stage.emulator.faults.clear();
  });

  it("warns of what Pulumi's generator of programs would get wrong", async () => {
    stage.emulator.seed({
      segments: [
        { name: "gold", filters: [{ field: "tag", key: "a", relation: "exists" }] },
        { name: "cafe\u0301", filters: [{ field: "tag", key: "b", relation: "exists" }] },
      ],
    });
    const [converted] = await run("--vendor", "onesignal");
    const cautions = converted?.cautions.map(
      ({ segment, reason }) => [segment.listed.name, reason] as const,
    );
    expect(cautions?.map(([name]) => name)).to.deep.equal(["gold", "cafe\u0301"]);
    expect(cautions?.[0]?.[1]).to.contain("reference");
    expect(cautions?.[1]?.[1]).to.contain("NFC");
  });

  it("lists 1,000 segments with 4 calls and reads each once", async () => {
    stage.emulator.reset(false);
    stage.emulator.seed({ generate: 1000 });
    const [converted] = await run("--vendor", "onesignal");
    expect(converted?.importable).to.have.length(1000);
    expect(stage.emulator.requests().operations).to.deep.equal({
      "onesignal.list": 4,
      "onesignal.view": 1000,
    });
  }).timeout(60_000);
});
