import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { type Emulator, type EmulatorOptions, Refusal, startEmulator } from "../../emulator";
import { clientOf, field, filters, uuid } from "./harness";

/** Closed after each test, so that one which fails leaves no port, file or process behind. */
const opened = new Set<Emulator>();
const open = async (options: EmulatorOptions = {}): Promise<Emulator> => {
  const emulator = await startEmulator(options);
  opened.add(emulator);
  return emulator;
};
afterEach(async () => {
  await Promise.all([...opened].map((emulator) => emulator.close()));
  opened.clear();
});

const directory = mkdtempSync(join(tmpdir(), "audiences-emulator-"));
after(() => rmSync(directory, { recursive: true }));

describe("An emulator in process", () => {
  it("closes at once although connections are kept alive and an answer is under way", async () => {
    const emulator = await open({ settings: { latencyMs: 3_600_000 } });
    const { send, segments } = clientOf(emulator);
    await send("GET", "/_requests");
    const waiting = send("GET", segments).catch(() => "cut");
    const idle = connect(Number(new URL(emulator.url).port), "127.0.0.1");
    // Whether the end comes as a reset or not is the system's affair.
    const closed = new Promise<void>((resolve) => {
      idle.on("error", () => undefined).on("close", () => resolve());
    });
    await once(idle, "connect");
    await Promise.all([emulator.close(), emulator.close(), closed]);
    expect(await waiting).to.equal("cut");
  });

  it("writes nothing more once it is closed", async () => {
    const emulator = await open();
    const { send, segments } = clientOf(emulator);
    emulator.faults.add({ kind: "slow", ms: 100 });
    const waiting = send("POST", segments, { body: { name: "Late", filters } }).catch(() => "cut");
    while (emulator.requests().total !== 1) await new Promise(setImmediate);
    await emulator.close();
    expect(await waiting).to.equal("cut");
    await new Promise((resolve) => setTimeout(resolve, 130));
    const kept = emulator.store.table("onesignal-segment").all(emulator.apps[0]?.id ?? "");
    expect(kept).to.deep.equal([]);
  });

  it("takes apps of one's own, each with its own key", async () => {
    const apps = [{ id: uuid.toUpperCase() }, { id: uuid.replace("0b", "1b"), apiKey: "other" }];
    const emulator = await open({ apps, apiKey: "mine" });
    const status = async (app: number, key: string) => {
      const headers = { authorization: `Key ${key}` };
      const path = `/apps/${emulator.apps[app]?.id}/segments`;
      return (await clientOf(emulator).send("GET", path, { headers })).status;
    };
    expect([await status(0, "mine"), await status(0, "other")]).to.deep.equal([200, 403]);
    expect([await status(1, "mine"), await status(1, "other")]).to.deep.equal([403, 200]);
    await emulator.close();
  });

  it("fails when its port is taken, and leaves nothing behind", async () => {
    const first = await open();
    const port = Number(new URL(first.url).port);
    const error: unknown = await open({ port }).catch((reason: unknown) => reason);
    expect(error).to.have.property("code", "EADDRINUSE");
    await first.close();
    await (await open({ port })).close();
  });
});

describe("An emulator with a data file", () => {
  it("finds everything again after a restart, in the same order", async () => {
    const dataFile = join(directory, "kept.db");
    // One instant for all, so that only the order of arrival tells them apart.
    const now = () => Date.UTC(2026, 5, 1);
    const first = await open({ dataFile, seed: true, now });
    const before = clientOf(first);
    await before.create({ name: "Mine", id: uuid, description: "kept", filters });
    const kept = await before.create({ name: "Edited", filters });
    for (const name of ["C", "B", "D", "A"]) await before.create({ name, filters });
    await before.send("PATCH", `${before.segments}/${kept}`, { body: { name: "Edited twice" } });
    first.edit({ name: "VIP customers", delete: true });
    const list = (await before.send("GET", before.segments)).body;
    await first.close();

    const second = await open({
      dataFile,
      seed: true,
      settings: { onesignal: { burnDeletedIds: true } },
    });
    const after = clientOf(second);
    expect((await after.send("GET", after.segments)).body).to.deep.equal(list);
    expect(await after.payload(uuid)).to.deep.include({ description: "kept", filters });
    await after.send("DELETE", `${after.segments}/${uuid}`);
    await second.close();

    const third = await open({
      dataFile,
      settings: { onesignal: { burnDeletedIds: true } },
    });
    const { send, segments } = clientOf(third);
    const again = await send("POST", segments, { body: { name: "Mine", id: uuid, filters } });
    expect(again.status).to.equal(409);
    third.reset(false);
    await third.close();

    const fourth = await open({ dataFile });
    const empty = clientOf(fourth);
    expect(field((await empty.send("GET", segments)).body, "total_count")).to.equal(0);
    await fourth.close();
  });

  it("refuses a file that another emulator holds, and one that is no database", async () => {
    const dataFile = join(directory, "held.db");
    const holder = await open({ dataFile });
    const error: unknown = await open({ dataFile }).catch((reason: unknown) => reason);
    expect(error)
      .to.be.instanceOf(Refusal)
      .and.have.property("message")
      .that.matches(/another emulator uses it/);
    await holder.close();
    const text = join(directory, "notes.txt");
    writeFileSync(text, "These are my notes, and not a database. ".repeat(40));
    const other: unknown = await open({ dataFile: text }).catch((reason: unknown) => reason);
    expect(other)
      .to.be.instanceOf(Refusal)
      .and.have.property("message")
      .that.matches(/name a new file/);
  });
});

describe("The emulator as a program", () => {
  const running = new Set<ChildProcess>();
  after(() => {
    for (const child of running) child.kill("SIGKILL");
  });

  const start = (...args: readonly string[]) => {
    const child = spawn(process.execPath, ["--import=tsx", "emulator/main.ts", ...args]);
    running.add(child);
    const said = { out: "", err: "" };
    child.stdout.on("data", (chunk) => {
      said.out += String(chunk);
    });
    child.stderr.on("data", (chunk) => {
      said.err += String(chunk);
    });
    const ended = once(child, "close").then(([code, signal]) => {
      running.delete(child);
      return { code, signal };
    });
    return { child, said, ended, spoke: once(child.stdout, "data") };
  };

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    it(`ends with exit code 0 on ${signal}, even with an answer under way`, async () => {
      const { child, said, ended, spoke } = start("--port", "0", "--json", "--latency", "60000");
      await spoke;
      const url = String(field(JSON.parse(said.out), "url"));
      const waiting = fetch(`${url}/apps/${uuid}/segments`).catch(() => "cut");
      while (field(await (await fetch(`${url}/_requests`)).json(), "total") !== 1);
      child.kill(signal);
      expect(await ended).to.deep.equal({ code: 0, signal: null });
      expect(await waiting).to.equal("cut");
    });
  }

  it("prints what a project needs, and it works as printed", async () => {
    const { child, said, ended, spoke } = start("--port", "0");
    await spoke;
    const setting = (name: string) =>
      new RegExp(`pulumi config set (?:--secret )?audiences:${name} (\\S+)`).exec(said.out)?.[1] ??
      "";
    const path = `/apps/${setting("onesignalAppId")}/segments`;
    const headers = { authorization: `Key ${setting("onesignalApiKey")}` };
    const reply = await fetch(setting("onesignalEndpoint") + path, { headers });
    expect(field(await reply.json(), "total_count")).to.be.above(10);
    child.kill("SIGTERM");
    await ended;
  });

  it("starts empty with --no-seed, keeps its data with --data and survives a kill", async () => {
    const file = join(directory, "killed.db");
    const first = start("--port", "0", "--json", "--no-seed", "--data", file);
    await first.spoke;
    const { url, onesignal } = JSON.parse(first.said.out);
    const path = `${url}/apps/${onesignal.apps[0].id}/segments`;
    const headers = {
      authorization: `Key ${onesignal.apiKey}`,
      "content-type": "application/json",
    };
    const body = JSON.stringify({ name: "A", filters });
    expect((await fetch(path, { method: "POST", headers, body })).status).to.equal(201);
    first.child.kill("SIGKILL");
    await first.ended;
    const emulator = await open({ dataFile: file });
    const { send, segments } = clientOf(emulator);
    expect(field((await send("GET", segments)).body, "total_count")).to.equal(1);
    await emulator.close();
  });

  const slips: readonly (readonly [readonly string[], number, RegExp])[] = [
    [["--port", "http"], 2, /--port must be a whole number from 0 to 65535, not "http"\./],
    [["--latency", "-5"], 2, /--latency/],
    [["--speed"], 2, /Unknown option '--speed'/],
    [["--port", "0", "--data", tmpdir()], 2, /data file .* cannot be used/],
  ];
  for (const [args, expected, sentence] of slips) {
    it(`answers ${args[0]} ${args.slice(1).length} with a sentence and exit code ${expected}`, async () => {
      const { said, ended } = start(...args);
      expect(await ended).to.deep.equal({ code: expected, signal: null });
      expect(said.err).to.match(sentence);
      expect(said.err.trim().split("\n")).to.have.length(1);
    });
  }

  it("names a way out when its port is taken", async () => {
    const emulator = await open();
    const { said, ended } = start("--port", new URL(emulator.url).port);
    expect(await ended).to.deep.include({ code: 1 });
    expect(said.err).to.match(/--port 0 for any free one/);
    await emulator.close();
  });

  it("prints its usage with --help and nothing with --quiet", async () => {
    const help = start("--help");
    expect(await help.ended).to.deep.include({ code: 0 });
    expect(help.said.out).to.match(/^Usage: emulator/);
    const quiet = start("--port", "0", "--quiet");
    await new Promise((resolve) => setTimeout(resolve, 1000));
    quiet.child.kill("SIGTERM");
    await quiet.ended;
    expect(quiet.said).to.deep.equal({ out: "", err: "" });
  });
});
