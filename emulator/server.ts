import type { FastifyInstance } from "fastify";
import { addControls, type Controls } from "./control";
import { FaultBook } from "./faults";
import { openFileStore } from "./file-store";
import { listen, newListener } from "./listener";
import { madeUpApps, madeUpKey } from "./onesignal/dashboard";
import type { App } from "./onesignal/segment";
import { type OneSignal, oneSignal } from "./onesignal/vendor";
import { madeUpPush0Key } from "./push0/dashboard";
import { type Push0, push0 as push0Vendor } from "./push0/vendor";
import { RequestLog } from "./request-log";
import { SettingsDesk, type SettingsPatch } from "./settings";
import { madeUpStatsigKey } from "./statsig/console";
import { type Statsig, statsig as statsigVendor } from "./statsig/vendor";
import { MemoryStore, type Store } from "./store";
import type { Vendor } from "./vendor";

/** A OneSignal app to emulate. */
interface AppOption {
  readonly id: string;
  readonly name?: string;
  readonly apiKey?: string;
}

export interface EmulatorOptions {
  /** Default 0: any free port of 127.0.0.1. */
  readonly port?: number | undefined;
  /** An SQLite file that keeps everything over a restart; default: memory only. */
  readonly dataFile?: string | undefined;
  /** Starts with the default dashboard set, once per data file; default false. */
  readonly seed?: boolean | undefined;
  /** OneSignal apps; one without a key of its own takes `apiKey`. Default: two made-up apps. */
  readonly apps?: readonly AppOption[] | undefined;
  readonly apiKey?: string | undefined;
  /** The key of the Push0 account; default a made-up one. */
  readonly push0ApiKey?: string | undefined;
  /** The key of the Statsig project; default a made-up one. */
  readonly statsigApiKey?: string | undefined;
  readonly settings?: SettingsPatch | undefined;
  /** Unix milliseconds; default the real clock. */
  readonly now?: (() => number) | undefined;
}

/** A running emulator, and all that can be asked of it: in process here, over HTTP under `/_...`. */
export interface Emulator extends Controls {
  /** Such as `http://127.0.0.1:49152`, without a final slash: the endpoint to configure. */
  readonly url: string;
  readonly apps: readonly App[];
  /** Opens every app that has no key of its own. */
  readonly apiKey: string;
  /** Opens the Push0 account. */
  readonly push0ApiKey: string;
  /** Opens the Statsig project. */
  readonly statsigApiKey: string;
  readonly store: Store;
  /** Cuts what is under way and frees the port; may be called twice. */
  readonly close: () => Promise<void>;
}

/** Fails with `Refusal` for an unusable data file, and with Node's own error for a taken port. */
export const startEmulator = async (options: EmulatorOptions = {}): Promise<Emulator> => {
  const apiKey = options.apiKey ?? madeUpKey;
  const apps = appsOf(options, apiKey);
  const store =
    options.dataFile === undefined ? new MemoryStore() : await openFileStore(options.dataFile);
  const desk = new SettingsDesk(options.settings);
  const now = options.now ?? Date.now;
  const onesignal = oneSignal({ store, apps, settings: () => desk.current.onesignal, now });
  const push0ApiKey = options.push0ApiKey ?? madeUpPush0Key;
  const push0 = push0Vendor({
    store,
    apiKey: push0ApiKey,
    settings: () => desk.current.push0,
    now,
  });
  const statsigApiKey = options.statsigApiKey ?? madeUpStatsigKey;
  const statsig = statsigVendor({
    store,
    apiKey: statsigApiKey,
    settings: () => desk.current.statsig,
    now,
  });
  const vendors = [onesignal, statsig, push0];
  const faults = new FaultBook();
  const log = new RequestLog();
  const parts = { onesignal, statsig, push0, vendors, store, desk, faults, log };
  const controls = controlsOf(parts, options.seed === true);
  if (options.seed === true) furnishOnce(store, vendors);

  const closing = new AbortController();
  const surroundings = { faults, log, settings: desk, closing: closing.signal };
  const server = newListener(vendors, surroundings);
  addControls(server, controls);
  const close = closer(server, store, closing);
  const url = await listen(server, options.port ?? 0).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return { ...controls, url, apps, apiKey, statsigApiKey, push0ApiKey, store, close };
};

interface Parts {
  readonly onesignal: OneSignal;
  readonly statsig: Statsig;
  readonly push0: Push0;
  readonly vendors: readonly Vendor[];
  readonly store: Store;
  readonly desk: SettingsDesk;
  readonly faults: FaultBook;
  readonly log: RequestLog;
}

const controlsOf = (
  { onesignal, statsig, push0, vendors, store, desk, faults, log }: Parts,
  seeded: boolean,
): Controls => ({
  faults,
  settings: (patch = {}) => desk.change(patch),
  requests: () => log.report(),
  forgetRequests: () => log.clear(),
  seed: (request = { dashboard: true }) => {
    if (request.vendor === "statsig") return statsig.seed(request);
    return request.vendor === "push0" ? push0.seed(request) : onesignal.seed(request);
  },
  edit: (request) => {
    if (request.vendor === "statsig") return statsig.edit(request);
    return request.vendor === "push0" ? push0.edit(request) : onesignal.edit(request);
  },
  reset: (seed = seeded) => {
    store.clear();
    faults.clear();
    log.clear();
    desk.reset();
    if (seed) furnishOnce(store, vendors);
  },
});

const appsOf = ({ apps }: EmulatorOptions, apiKey: string): readonly App[] =>
  (apps ?? madeUpApps).map((app: AppOption) => ({
    id: app.id.toLowerCase(),
    name: app.name ?? app.id,
    apiKey: app.apiKey ?? apiKey,
  }));

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
