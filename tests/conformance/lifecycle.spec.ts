/** The contract of a segment, as sentences; every vendor keeps it in every host, over real HTTP. */
import { expect } from "chai";
import { type Emulator, startEmulator } from "../../emulator";
import { vendors } from "../../provider/registry";
import { dynamic } from "./dynamic";
import type { Host, Start, State, Subject } from "./host";
import { plugin } from "./plugin";
import { subjects } from "./subjects";

const hosts: { readonly [host: string]: Start } = { plugin, dynamic };

const NAME = "vip";

const contract = (subject: Subject, start: Start): void => {
  let emulator: Emulator;
  let host: Host;
  const open = (): Promise<Host> => start(subject.token, subject.settings(emulator));
  const created = async (): Promise<State> =>
    host.create(NAME, (await host.check(NAME, subject.one)).inputs);
  const checked = async (news: Subject["one"]) => (await host.check(NAME, news)).inputs;
  const fault = (kind: "cut-after-write" | "cut-before-write", operation: string): void =>
    emulator.faults.add({ vendor: subject.vendor, operation, kind });

  beforeEach(async () => {
    emulator = await startEmulator();
    host = await open();
  });
  afterEach(async () => {
    await host.close();
    await emulator.close();
  });

  it("check accepts what is right and returns it as it was written", async () => {
    const { inputs, failures } = await host.check(NAME, subject.one);
    expect(failures).to.deep.equal([]);
    expect(inputs).to.deep.include(subject.one);
    expect((await host.check(NAME, inputs)).inputs).to.deep.equal(inputs);
  });

  it("check names every wrong place at once, without asking the vendor", async () => {
    const { failures } = await host.check(NAME, subject.wrong);
    expect(failures.map((failure) => failure.split(": ")[0])).to.include.members([
      ...subject.wrongAt,
    ]);
    expect(emulator.requests().total).to.equal(0);
  });

  it("what was created reads back as it was declared, and is no change", async () => {
    const state = await created();
    const found = await host.read(NAME, state);
    expect(found?.id).to.equal(state.id);
    expect(found?.inputs).to.deep.include(subject.one);
    expect(await host.hasChanged(NAME, found ?? state, await checked(subject.one))).to.equal(false);
  });

  it("another spelling of the same segment is no change", async () => {
    const state = await created();
    expect(await host.hasChanged(NAME, state, await checked(subject.respelled))).to.equal(false);
  });

  it("an update in place makes what a create would have made, and keeps the id", async () => {
    const state = await created();
    const news = await checked(subject.other);
    expect(await host.hasChanged(NAME, state, news)).to.equal(true);
    const updated = await host.update(NAME, state, news);
    expect(updated.id).to.equal(state.id);
    const found = await host.read(NAME, updated);
    expect(await host.hasChanged(NAME, found ?? state, news)).to.equal(false);
    expect(found?.outputs["expression"]).to.not.equal(state.outputs["expression"]);
  });

  it("a second read says what the first said", async () => {
    const state = await created();
    expect(await host.read(NAME, state)).to.deep.equal(await host.read(NAME, state));
  });

  it("a segment deleted behind Pulumi's back reads as gone", async () => {
    const state = await created();
    await subject.deleteBehindBack(emulator);
    await host.close();
    host = await open();
    expect(await host.read(NAME, state)).to.equal(undefined);
  });

  it("deleting twice is deleting once", async () => {
    const state = await created();
    await host.close();
    host = await open();
    await host.remove(NAME, state);
    expect(await subject.count(emulator)).to.equal(0);
    await host.remove(NAME, state);
  });

  it("an answer that is lost after the write makes no second segment", async () => {
    fault("cut-after-write", "create");
    const state = await created();
    expect(await subject.count(emulator)).to.equal(1);
    expect((await host.read(NAME, state))?.id).to.equal(state.id);
  });

  it("a create repeated by another process makes no second segment", async () => {
    const first = await created();
    await host.close();
    host = await open();
    const second = await created().then(
      ({ id }) => id,
      ({ message }: Error) => message,
    );
    expect(
      [first.id, "import"].some((sign) => second.includes(sign)),
      second,
    ).to.equal(true);
    expect(await subject.count(emulator)).to.equal(1);
  });

  it("429, 503 and a cut connection are waited for", async () => {
    const strike = { vendor: subject.vendor, operation: "create" };
    emulator.faults.add({ ...strike, kind: "status", status: 429, retryAfter: 0 });
    emulator.faults.add({ ...strike, kind: "status", status: 503 });
    fault("cut-before-write", "create");
    const state = await created();
    expect((await host.read(NAME, state))?.id).to.equal(state.id);
  });

  it("the key is in no state", async () => {
    const state = await created();
    const keys = Object.entries(subject.settings(emulator)).filter(([key]) => /key/i.test(key));
    for (const [, key] of keys) expect(JSON.stringify(state)).to.not.contain(key);
  });

  it("a wrong key fails with the name of the setting, and without the key", async () => {
    const settings = subject.settings(emulator);
    const wrong = Object.fromEntries(
      Object.entries(settings).map(([key, value]) => [
        key,
        /key/i.test(key) ? "made-up-wrong-key" : value,
      ]),
    );
    await host.close();
    host = await start(subject.token, wrong);
    const message = await created().then(String, ({ message: text }: Error) => text);
    expect(message)
      .to.match(new RegExp(`${subject.vendor}ApiKey`))
      .and.not.contain("made-up-wrong-key");
  });
};

describe("every vendor in every host", () => {
  it("has its row in the table", () => {
    expect(Object.keys(subjects)).to.have.members(vendors.map(({ name }) => name));
  });
  for (const [vendor, subject] of Object.entries(subjects)) {
    for (const [host, start] of Object.entries(hosts)) {
      describe(`${vendor} in the ${host} host`, () => contract(subject, start));
    }
  }
});
