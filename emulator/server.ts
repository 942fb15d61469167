import type { FastifyInstance } from "fastify";
import { addControls, type Controls } from "./control";
import { FaultBook } from "./faults";
import { openFileStore } from "./file-store";
import { listen, newListener } from "./listener";
import { madeUpApps, madeUpKey } from "./onesignal/dashboard";
import type { App } from "./onesignal/segment";
import { type OneSignal, oneSignal } from "./onesignal/vendor";
import { RequestLog } from "./request-log";
import { SettingsDesk, type SettingsPatch } from "./settings";
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
  const settings = () => desk.current.onesignal;
  const onesignal = oneSignal({ store, apps, settings, now: options.now ?? Date.now });
  const faults = new FaultBook();
  const log = new RequestLog();
  const controls = controlsOf({ onesignal, store, desk, faults, log }, options.seed === true);
  if (options.seed === true) furnishOnce(store, [onesignal]);

  const closing = new AbortController();
  const surroundings = { faults, log, settings: desk, closing: closing.signal };
  const server = newListener([onesignal], surroundings);
  addControls(server, controls);
  const close = closer(server, store, closing);
  const url = await listen(server, options.port ?? 0).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return { ...controls, url, apps, apiKey, store, close };
};

interface Parts {
  readonly onesignal: OneSignal;
  readonly store: Store;
  readonly desk: SettingsDesk;
  readonly faults: FaultBook;
  readonly log: RequestLog;
}

const controlsOf = ({ onesignal, store, desk, faults, log }: Parts, seeded: boolean): Controls => ({
  faults,
  settings: (patch = {}) => desk.change(patch),
  requests: () => log.report(),
  forgetRequests: () => log.clear(),
  seed: (request = { dashboard: true }) => onesignal.seed(request),
  edit: (request) => onesignal.edit(request),
  reset: (seed = seeded) => {
    store.clear();
    faults.clear();
    log.clear();
    desk.reset();
    if (seed) furnishOnce(store, [onesignal]);
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
