import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { IMPORTABLE, managed, openProject, TYPESCRIPT } from "./import-stage";
import { keys, openTerminal, type Session } from "./pseudo-terminal";
import { engine, root, type Stage, writes } from "./stage";

const QUESTION = "Which segments shall this project manage?";
const HINT = "submit";

/** Order of the importable ones in the account. */
const SECOND = "VIP customers";

describe("audiences import, where a person picks at a terminal", () => {
  if (process.platform === "win32") return;
  let stage: Stage;
  let session: Session;
  let before: readonly string[];

  beforeEach(async () => {
    stage = await openProject(TYPESCRIPT);
    before = await readdir(stage.folder);
    const { command } = await engine();
    const env = { ...stage.workspace.env, AUDIENCES_PULUMI: command };
    session = openTerminal([process.execPath, join(root, "bin", "audiences"), "import"], {
      cwd: stage.folder,
      env,
    });
    await session.sees(QUESTION);
    await session.sees(HINT);
  });
  afterEach(async () => {
    session.close();
    await stage.close();
  });

  const expectUntouched = async (): Promise<void> => {
    expect(await readdir(stage.folder)).to.deep.equal(before);
    expect(await managed(stage)).to.deep.equal([]);
    expect(writes(stage)).to.equal(0);
  };

  it("offers what can be imported, all of it picked, and imports it when a person agrees", async () => {
    expect(session.screen()).to.contain(`◉ ${SECOND}`).and.not.contain("◉ Subscribed Users");
    // A terminal of 80 columns cuts the reason in the table.
    const [table = "", reasons = ""] = session.screen().split(/^(?=Subscribed Users, )/m);
    expect(table).to.match(/no: OneSignal made it.*…/);
    expect(reasons.replace(/\s+/g, " ")).to.contain("Refer to it by name where you send messages");
    session.press(keys.enter);
    await session.sees(`Write ${IMPORTABLE} segments into this project, and import them?`);
    session.press(keys.enter);
    expect(await session.ended, session.screen()).to.equal(0);
    expect(session.screen()).to.contain("The preview is clean: 0 changes.");
    expect(await managed(stage)).to.have.length(IMPORTABLE);
  });

  it("imports only what is picked", async () => {
    session.press(keys.all);
    await session.sees(`◯ ${SECOND}`);
    session.press(keys.down, keys.space);
    await session.sees(`◉ ${SECOND}`);
    session.press(keys.enter);
    await session.sees("Write 1 segment into this project, and import them?");
    session.press(keys.enter);
    expect(await session.ended, session.screen()).to.equal(0);
    expect(await managed(stage)).to.have.length(1);
    expect(await stage.read("segments.ts"))
      .to.contain(`new onesignal.Segment("${SECOND}", {`)
      .and.not.contain("Inactive 30 days");
  });

  it("does nothing, and ends with 130, when none is picked", async () => {
    session.press(keys.all);
    await session.sees(`◯ ${SECOND}`);
    session.press(keys.enter);
    expect(await session.ended).to.equal(130);
    expect(session.screen()).to.contain("None was picked. Nothing was changed.");
    await expectUntouched();
  });

  it("does nothing, and ends with 130, on Ctrl-C while picking", async () => {
    session.press(keys.ctrlC);
    expect(await session.ended).to.equal(130);
    expect(session.screen()).to.contain("Nothing was changed.");
    await expectUntouched();
  });

  for (const [what, key] of [
    ["no", `n${keys.enter}`],
    ["Ctrl-C", keys.ctrlC],
  ] as const) {
    it(`does nothing, and ends with 130, when the last question is answered with ${what}`, async () => {
      session.press(keys.enter);
      await session.sees("and import them?");
      session.press(key);
      expect(await session.ended).to.equal(130);
      await expectUntouched();
    });
  }
});
