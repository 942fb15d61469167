import { existsSync, rmSync, utimesSync } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Environment } from "./run";

/** Where engines are kept: `AUDIENCES_CACHE`, or the platform's usual place for what can be made again. */
export const cacheFolder = (env: Environment): string => {
  const named = env["AUDIENCES_CACHE"];
  if (named !== undefined && named !== "") return resolve(named);
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches", "audiences");
  if (process.platform === "win32") {
    return join(env["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local"), "audiences", "cache");
  }
  const xdg = env["XDG_CACHE_HOME"] ?? "";
  return join(isAbsolute(xdg) ? xdg : join(homedir(), ".cache"), "audiences"); // XDG: a relative one is ignored.
};

/** The owner of a lock touches it this often, in milliseconds. */
const heartbeat = 2000;
/** A lock untouched for so long, in milliseconds, has lost its owner. */
const abandoned = 15_000;

/** Resolves to a function that frees the lock, or to `undefined` when another process holds it. */
const lock = async (file: string): Promise<(() => void) | undefined> => {
  const held = await stat(file).catch(() => undefined);
  if (held !== undefined && Date.now() - held.mtimeMs > abandoned) await rm(file, { force: true });
  try {
    await (await open(file, "wx")).close();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return undefined;
    throw error;
  }
  const touch = (): void => {
    if (existsSync(file)) utimesSync(file, new Date(), new Date());
  };
  const timer = setInterval(touch, heartbeat).unref();
  return () => {
    clearInterval(timer);
    rmSync(file, { force: true });
  };
};

/** What processes that were killed have left of earlier attempts. Only the owner of the lock may remove it. */
const removeLeftovers = async (folder: string): Promise<void> => {
  const names = await readdir(dirname(folder));
  const left = names.filter((name) => name.startsWith(`${basename(folder)}.partial-`));
  await Promise.all(
    left.map((name) => rm(join(dirname(folder), name), { recursive: true, force: true })),
  );
};

const makeInPlace = async (folder: string, make: (partial: string) => Promise<void>) => {
  const partial = `${folder}.partial-${process.pid}`;
  const clear = (): void => rmSync(partial, { recursive: true, force: true });
  process.once("exit", clear);
  try {
    await removeLeftovers(folder);
    await mkdir(partial);
    await make(partial);
    await rename(partial, folder);
  } finally {
    process.off("exit", clear);
    clear();
  }
};

/**
 * Makes a folder unless it exists. It appears complete or not at all, since it is made elsewhere and renamed; and when several
 * processes want it at once, one makes it and the others wait.
 */
export const makeOnce = async (
  folder: string,
  make: (partial: string) => Promise<void>,
  onWait: () => void,
): Promise<void> => {
  await mkdir(dirname(folder), { recursive: true });
  for (let told = false; !existsSync(folder); ) {
    const free = await lock(`${folder}.lock`);
    if (free === undefined) {
      if (!told) onWait();
      told = true;
      await sleep(500);
      continue;
    }
    process.once("exit", free);
    try {
      if (!existsSync(folder)) await makeInPlace(folder, make);
    } finally {
      process.off("exit", free);
      free();
    }
  }
};
