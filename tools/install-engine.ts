import { type ChildProcess, fork } from "node:child_process";
import { version } from "@pulumi/pulumi/package.json";

/** The official installer brings the CLI that belongs to the installed SDK. */
export const installedVersion: string = version;

/** How long the official installer may take, in milliseconds. */
const patience = 60_000;

/** The installer runs a shell, which runs a download: a group of processes, which must end together. */
const endGroup = (child: ChildProcess): void => {
  try {
    if (process.platform === "win32" || child.pid === undefined) child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended in the meantime.
  }
};

/** Runs the official installer into `folder`. Resolves to the reason why it failed, or to `undefined` when it did not. */
export const install = (folder: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const child = fork(`${__dirname}/run-installer.ts`, [folder], {
      detached: true,
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    const end = (): void => endGroup(child);
    process.once("exit", end);
    const finish = (reason: string | undefined): void => {
      clearTimeout(timer);
      process.off("exit", end);
      resolve(reason);
    };
    let said = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    const timer = setTimeout(() => {
      end();
      said = `it did not finish within ${patience / 1000} seconds`;
    }, patience);
    child.on("error", (error) => finish(error.message));
    child.on("close", (code) => finish(code === 0 ? undefined : said.trim()));
  });
