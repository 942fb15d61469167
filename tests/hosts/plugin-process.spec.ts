import { execFile } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { status } from "@grpc/grpc-js";
import { expect } from "chai";
import { startEmulator } from "../../emulator";
import { version } from "../../package.json";
import { engineAddress } from "../../provider/hosts/plugin/argv";
import { connect, failureOf } from "./support/client";
import { bundle, launcher, start } from "./support/process";

const run = promisify(execFile);
const node = process.execPath;
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const lines = [
  { argv: ["127.0.0.1:7"], engine: "127.0.0.1:7" },
  {
    argv: ["--logtostderr", "-v=9", "--tracing", "file:./t", "127.0.0.1:7"],
    engine: "127.0.0.1:7",
  },
  { argv: ["-logtostderr", "-v", "9", "127.0.0.1:7"], engine: "127.0.0.1:7" },
  { argv: ["--tracing", "file:./t"], engine: undefined },
  { argv: [], engine: undefined },
];

describe("the plugin's command line", () => {
  for (const { argv, engine } of lines) {
    it(`has ${engine ?? "no engine"} in "${argv.join(" ")}"`, () => {
      expect(engineAddress(argv)).to.equal(engine);
    });
  }
});

describe("the plugin's process", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "audiences-plugin-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("prints the port and nothing else, serves, and leaves on SIGTERM", async () => {
    const { child, port, left } = start(node, [bundle, "--logtostderr", "-v=9", "127.0.0.1:1"]);
    const plugin = connect(await port);
    expect((await plugin.info()).getVersion()).to.equal(version);
    const schema = JSON.parse((await plugin.schema()).getSchema()) as { name: string };
    expect(schema.name).to.equal("audiences");
    plugin.close();
    child.kill("SIGTERM");
    const { code, stdout } = await left;
    expect({ code, stdout }).to.deep.equal({ code: 0, stdout: `${await port}\n` });
  });

  it("leaves when the process that started it is gone", async () => {
    const program = `const { spawn } = require("node:child_process");
      const child = spawn(process.execPath, [${JSON.stringify(bundle)}], { stdio: ["ignore", "pipe", "inherit"] });
      child.stdout.once("data", () => { console.log(child.pid); process.kill(process.pid, "SIGKILL"); });`;
    const { stdout } = await run(node, ["-e", program]).catch((error: { stdout: string }) => error);
    const pid = Number(stdout);
    expect(isAlive(pid)).to.equal(true);
    for (let waited = 0; waited < 3000 && isAlive(pid); waited += 50) await pause(50);
    expect(isAlive(pid)).to.equal(false);
  });

  it("is started by its launcher through any number of links, from any folder", async () => {
    const first = join(folder, "first");
    symlinkSync(launcher, first);
    mkdirSync(join(folder, "bin"));
    symlinkSync("../first", join(folder, "bin", "pulumi-resource-audiences"));
    const { child, port } = start(join(folder, "bin", "pulumi-resource-audiences"), []);
    expect(await port).to.be.within(1024, 65_535);
    child.kill();
  });

  it("works as a folder of its own, as the plugin cache keeps it", async () => {
    for (const name of ["pulumi-resource-audiences", "plugin.cjs", "schema.json"]) {
      copyFileSync(join(dirname(bundle), name), join(folder, name));
    }
    const { child, port } = start(join(folder, "pulumi-resource-audiences"), [], {
      PATH: `${dirname(node)}:${process.env["PATH"]}`,
    });
    const plugin = connect(await port);
    expect((await plugin.schema()).getSchema()).to.include('"audiences"');
    plugin.close();
    child.kill();
  });

  it("says what to do when it is not built", async () => {
    copyFileSync(launcher, join(folder, "pulumi-resource-audiences"));
    const { code, stderr } = await start(join(folder, "pulumi-resource-audiences"), []).left;
    expect(code).to.equal(1);
    expect(stderr).to.include("the provider is not built").and.include("npm run build");
  });

  it("says what to do when there is no Node.js", async () => {
    for (const name of ["pulumi-resource-audiences", "plugin.cjs"]) {
      copyFileSync(join(dirname(bundle), name), join(folder, name));
    }
    for (const name of ["dirname", "readlink"]) {
      writeFileSync(join(folder, name), `#!/bin/sh\nPATH=/usr/bin:/bin exec ${name} "$@"\n`);
      chmodSync(join(folder, name), 0o755);
    }
    const command = join(folder, "pulumi-resource-audiences");
    const { code, stderr } = await start("/bin/sh", [command], { PATH: folder }).left;
    expect(code).to.equal(1);
    expect(stderr).to.include("install Node.js 22 or later");
  });

  it("answers with what to do when its Node.js is too old, where people see it", async () => {
    const old = join(folder, "old.cjs");
    writeFileSync(
      old,
      `Object.defineProperty(process.versions, "node", { value: "20.11.0" }); require(${JSON.stringify(bundle)});`,
    );
    const { child, port } = start(node, [old]);
    const plugin = connect(await port);
    const { failures } = await plugin.checkConfig({});
    expect(failures).to.have.lengthOf(1);
    expect(failures[0]).to.match(/^: the audiences provider needs Node\.js 22 or later/);
    const refused = await failureOf(plugin.configure({}));
    expect(refused.code).to.equal(status.FAILED_PRECONDITION);
    expect(refused.details).to.match(/needs Node\.js 22 or later.*is 20\.11\.0/);
    expect((await plugin.info()).getVersion()).to.equal(version);
    await plugin.cancel();
    plugin.close();
    child.kill();
  });

  it("answers what is under way when something unexpected is thrown, and lives on", async () => {
    const emulator = await startEmulator();
    emulator.faults.add({ kind: "slow", ms: 60_000 });
    const strange = join(folder, "strange.cjs");
    writeFileSync(
      strange,
      `require(${JSON.stringify(bundle)}); process.on("SIGUSR2", () => { setTimeout(() => { console.log("noise"); throw new Error("strange"); }); });`,
    );
    const { child, port, left } = start(node, [strange]);
    const plugin = connect(await port);
    const { url, apiKey, apps } = emulator;
    await plugin.configure({ onesignalApiKey: apiKey, onesignalEndpoint: url });
    const under = failureOf(plugin.read(`${apps[0]?.id}/${apps[0]?.id}`));
    while (emulator.requests().total === 0) await pause(5);
    child.kill("SIGUSR2");
    const { code, details } = await under;
    expect([code, details]).to.deep.equal([
      status.INTERNAL,
      "the provider has a fault of its own; please report it: strange",
    ]);
    expect((await plugin.info()).getVersion()).to.equal(version);
    plugin.close();
    child.kill();
    expect((await left).stdout).to.equal(`${await port}\n`);
    await emulator.close();
  });
});
