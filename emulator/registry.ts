/** The only list of emulated vendors: what opens them, their switches, and the doors to their dashboards. */
import type { Json, JsonObject } from "./json";
import { isObject } from "./json";
import { madeUpApps, madeUpKey } from "./onesignal/dashboard";
import {
  type EditRequest,
  readEdit,
  readSeed,
  type SeedRequest,
} from "./onesignal/dashboard-segment";
import type { App } from "./onesignal/segment";
import {
  type OneSignalSettings,
  oneSignalDefaults,
  readOneSignalSettings,
} from "./onesignal/settings";
import { oneSignal } from "./onesignal/vendor";
import { madeUpPush0Key } from "./push0/dashboard";
import {
  type Push0Edit,
  type Push0Seed,
  readPush0Edit,
  readPush0Seed,
} from "./push0/dashboard-segment";
import { type Push0Settings, push0Defaults, readPush0Settings } from "./push0/settings";
import { push0 as push0Vendor } from "./push0/vendor";
import { optional, type Patch, patched, type Reader } from "./read";
import { madeUpStatsigKey } from "./statsig/console";
import {
  readStatsigEdit,
  readStatsigSeed,
  type StatsigEdit,
  type StatsigSeed,
} from "./statsig/console-segment";
import { readStatsigSettings, type StatsigSettings, statsigDefaults } from "./statsig/settings";
import { statsig as statsigVendor } from "./statsig/vendor";
import type { Store } from "./store";
import type { Vendor } from "./vendor";

export type { DashboardSegment, EditRequest, SeedRequest } from "./onesignal/dashboard-segment";
export type { OneSignalSettings } from "./onesignal/settings";
export type { Push0Edit, Push0Seed } from "./push0/dashboard-segment";
export type { Push0Settings } from "./push0/settings";
export type { ConsoleSegment, StatsigEdit, StatsigSeed } from "./statsig/console-segment";
export type { StatsigSettings } from "./statsig/settings";

export interface VendorSettings {
  readonly onesignal: OneSignalSettings;
  readonly statsig: StatsigSettings;
  readonly push0: Push0Settings;
}

export type VendorPatch = {
  readonly [V in keyof VendorSettings]?: Patch<VendorSettings[V]> | undefined;
};

export const vendorDefaults: VendorSettings = {
  onesignal: oneSignalDefaults,
  statsig: statsigDefaults,
  push0: push0Defaults,
};

export const vendorReaders = {
  onesignal: optional(readOneSignalSettings),
  statsig: optional(readStatsigSettings),
  push0: optional(readPush0Settings),
};

export const patchedVendors = (base: VendorSettings, patch: VendorPatch): VendorSettings => ({
  onesignal: patched(base.onesignal, patch.onesignal ?? {}),
  statsig: patched(base.statsig, patch.statsig ?? {}),
  push0: patched(base.push0, patch.push0 ?? {}),
});

/** A OneSignal app to emulate. */
interface AppOption {
  readonly id: string;
  readonly name?: string;
  readonly apiKey?: string;
}

/** Keys and apps; made-up ones by default. */
export interface AccessOptions {
  /** OneSignal apps; one without a key of its own takes `apiKey`. Default: two made-up apps. */
  readonly apps?: readonly AppOption[] | undefined;
  readonly apiKey?: string | undefined;
  /** The key of the Statsig project. */
  readonly statsigApiKey?: string | undefined;
  /** The key of the Push0 account. */
  readonly push0ApiKey?: string | undefined;
}

export interface Access {
  readonly apps: readonly App[];
  /** Opens every app that has no key of its own. */
  readonly apiKey: string;
  /** Opens the Statsig project. */
  readonly statsigApiKey: string;
  /** Opens the Push0 account. */
  readonly push0ApiKey: string;
}

export const accessOf = (options: AccessOptions): Access => {
  const apiKey = options.apiKey ?? madeUpKey;
  const apps = (options.apps ?? madeUpApps).map((app: AppOption) => ({
    id: app.id.toLowerCase(),
    name: app.name ?? app.id,
    apiKey: app.apiKey ?? apiKey,
  }));
  const statsigApiKey = options.statsigApiKey ?? madeUpStatsigKey;
  return { apps, apiKey, statsigApiKey, push0ApiKey: options.push0ApiKey ?? madeUpPush0Key };
};

export type AnySeed = SeedRequest | StatsigSeed | Push0Seed;
export type AnyEdit = EditRequest | StatsigEdit | Push0Edit;

/** Read as the vendor that the body names has it; OneSignal when it names none. */
const byVendor =
  <A, B, C>(onesignal: Reader<A>, statsig: Reader<B>, push0: Reader<C>): Reader<A | B | C> =>
  (value, at) => {
    const vendor = isObject(value) ? value["vendor"] : undefined;
    if (vendor === "statsig") return statsig(value, at);
    return vendor === "push0" ? push0(value, at) : onesignal(value, at);
  };

export const readAnySeed: Reader<AnySeed> = byVendor(readSeed, readStatsigSeed, readPush0Seed);
export const readAnyEdit: Reader<AnyEdit> = byVendor(readEdit, readStatsigEdit, readPush0Edit);

interface Surroundings {
  readonly store: Store;
  readonly settings: () => VendorSettings;
  readonly now: () => number;
}

export interface Vendors {
  readonly all: readonly Vendor[];
  readonly seed: (request: AnySeed) => { readonly ids: readonly string[] };
  readonly edit: (request: AnyEdit) => Json;
}

export const openVendors = ({ settings, ...rest }: Surroundings, access: Access): Vendors => {
  const { apps, statsigApiKey, push0ApiKey } = access;
  const onesignal = oneSignal({ ...rest, apps, settings: () => settings().onesignal });
  const statsig = statsigVendor({
    ...rest,
    apiKey: statsigApiKey,
    settings: () => settings().statsig,
  });
  const push0 = push0Vendor({ ...rest, apiKey: push0ApiKey, settings: () => settings().push0 });
  return {
    all: [onesignal, statsig, push0],
    seed: (request) => {
      if (request.vendor === "statsig") return statsig.seed(request);
      return request.vendor === "push0" ? push0.seed(request) : onesignal.seed(request);
    },
    edit: (request) => {
      if (request.vendor === "statsig") return statsig.edit(request);
      return request.vendor === "push0" ? push0.edit(request) : onesignal.edit(request);
    },
  };
};

/** A vendor as the command tells of it. */
interface Introduction {
  readonly title: string;
  /** What opens it, line by line. */
  readonly access: readonly (readonly [label: string, value: string])[];
  /** How to point a Pulumi project at it. */
  readonly config: { readonly [key: string]: string };
  readonly json: JsonObject;
}

export const introductions = (
  url: string,
  { apps, apiKey, statsigApiKey, push0ApiKey }: Access,
): { readonly [vendor in keyof VendorSettings]: Introduction } => ({
  onesignal: {
    title: "OneSignal",
    access: [
      ...apps.map(({ id, name }) => ["app", `${id}  ${name}`] as const),
      ["API key", apiKey],
    ],
    config: {
      onesignalEndpoint: url,
      onesignalAppId: apps[0]?.id ?? "",
      onesignalApiKey: apiKey,
    },
    json: { apiKey, apps: apps.map(({ id, name }) => ({ id, name })) },
  },
  statsig: {
    title: "Statsig",
    access: [["Statsig", statsigApiKey]],
    config: { statsigEndpoint: url, statsigApiKey },
    json: { apiKey: statsigApiKey },
  },
  push0: {
    title: "Push0",
    access: [["Push0", push0ApiKey]],
    config: { push0Endpoint: `${url}/v1`, push0ApiKey },
    json: { apiKey: push0ApiKey },
  },
});
