import type { FastifyInstance } from "fastify";
import { addControls, type Controls } from "./control";
import { FaultBook } from "./faults";
import { openFileStore } from "./file-store";
import { listen, newListener } from "./listener";
import { type Access, type AccessOptions, accessOf, openVendors, type Vendors } from "./registry";
import { RequestLog } from "./request-log";
import { SettingsDesk, type SettingsPatch } from "./settings";
import { MemoryStore, type Store } from "./store";
import type { Vendor } from "./vendor";

export interface EmulatorOptions extends AccessOptions {
  /** Default 0: any free port of 127.0.0.1. */
  readonly port?: number | undefined;
  /** An SQLite file that keeps everything over a restart; default: memory only. */
  readonly dataFile?: string | undefined;
  /** Starts with the default dashboard set, once per data file; default false. */
  readonly seed?: boolean | undefined;
  readonly settings?: SettingsPatch | undefined;
  /** Unix milliseconds; default the real clock. */
  readonly now?: (() => number) | undefined;
}

/** A running emulator, and all that can be asked of it: in process here, over HTTP under `/_...`. */
export interface Emulator extends Controls, Access {
  /** Such as `http://127.0.0.1:49152`, without a final slash: the endpoint to configure. */
  readonly url: string;
  readonly store: Store;
  /** Cuts what is under way and frees the port; may be called twice. */
  readonly close: () => Promise<void>;
}

/** Fails with `Refusal` for an unusable data file, and with Node's own error for a taken port. */
export const startEmulator = async (options: EmulatorOptions = {}): Promise<Emulator> => {
  const access = accessOf(options);
  const store =
    options.dataFile === undefined ? new MemoryStore() : await openFileStore(options.dataFile);
  const desk = new SettingsDesk(options.settings);
  const now = options.now ?? Date.now;
  const vendors = openVendors({ store, settings: () => desk.current, now }, access);
  const faults = new FaultBook();
  const log = new RequestLog();
  const parts = { vendors, store, desk, faults, log };
  const controls = controlsOf(parts, options.seed === true);
  if (options.seed === true) furnishOnce(store, vendors.all);

  const closing = new AbortController();
  const surroundings = { faults, log, settings: desk, closing: closing.signal };
  const server = newListener(vendors.all, surroundings);
  addControls(server, controls);
  const close = closer(server, store, closing);
  const url = await listen(server, options.port ?? 0).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return { ...controls, ...access, url, store, close };
};

interface Parts {
  readonly vendors: Vendors;
  readonly store: Store;
  readonly desk: SettingsDesk;
  readonly faults: FaultBook;
  readonly log: RequestLog;
}

const controlsOf = ({ vendors, store, desk, faults, log }: Parts, seeded: boolean): Controls => ({
  faults,
  settings: (patch = {}) => desk.change(patch),
  requests: () => log.report(),
  forgetRequests: () => log.clear(),
  seed: (request = { dashboard: true }) => vendors.seed(request),
  edit: vendors.edit,
  reset: (seed = seeded) => {
    store.clear();
    faults.clear();
    log.clear();
    desk.reset();
    if (seed) furnishOnce(store, vendors.all);
  },
});

/** Once per store: segments deleted from a kept file must not come back with the next start. */
const furnishOnce = (store: Store, vendors: readonly Vendor[]): void => {
  const seeded = store.table<{ readonly at: string }>("seeded");
  for (const vendor of vendors.filter(({ name }) => seeded.get("vendor", name) === undefined)) {
    vendor.furnish();
    seeded.put("vendor", vendor.name, { at: new Date().toISOString() });
  }
};

const closer = (
  server: FastifyInstance,
  store: Store,
  closing: AbortController,
): (() => Promise<void>) => {
  let closed: Promise<void> | undefined;
  return () => {
    closing.abort();
    closed ??= server.close().then(() => store.close());
    return closed;
  };
};
