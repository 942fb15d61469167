import {
  type OneSignalSettings,
  oneSignalDefaults,
  readOneSignalSettings,
} from "./onesignal/settings";
import { type Push0Settings, push0Defaults, readPush0Settings } from "./push0/settings";
import { objectOf, optional, type Patch, patched, type Reader, whole } from "./read";
import { readStatsigSettings, type StatsigSettings, statsigDefaults } from "./statsig/settings";

export interface Settings {
  /** Waited before each vendor answer is sent, after the write; default 0. */
  readonly latencyMs: number;
  readonly onesignal: OneSignalSettings;
  readonly statsig: StatsigSettings;
  readonly push0: Push0Settings;
}

export interface SettingsPatch {
  readonly latencyMs?: number | undefined;
  readonly onesignal?: Patch<OneSignalSettings> | undefined;
  readonly statsig?: Patch<StatsigSettings> | undefined;
  readonly push0?: Patch<Push0Settings> | undefined;
}

export const readSettings: Reader<SettingsPatch> = objectOf({
  latencyMs: optional(whole(0, 600_000)),
  onesignal: optional(readOneSignalSettings),
  statsig: optional(readStatsigSettings),
  push0: optional(readPush0Settings),
});

const defaults: Settings = {
  latencyMs: 0,
  onesignal: oneSignalDefaults,
  statsig: statsigDefaults,
  push0: push0Defaults,
};

/** The switches of a running emulator; `reset` goes back to those it was started with. */
export class SettingsDesk {
  readonly #initial: Settings;
  #current: Settings;

  constructor(initial: SettingsPatch = {}) {
    this.#initial = merged(defaults, initial);
    this.#current = this.#initial;
  }

  get current(): Settings {
    return this.#current;
  }

  change(patch: SettingsPatch): Settings {
    this.#current = merged(this.#current, patch);
    return this.#current;
  }

  reset(): void {
    this.#current = this.#initial;
  }
}

const merged = (base: Settings, patch: SettingsPatch): Settings => ({
  latencyMs: patch.latencyMs ?? base.latencyMs,
  onesignal: patched(base.onesignal, patch.onesignal ?? {}),
  statsig: patched(base.statsig, patch.statsig ?? {}),
  push0: patched(base.push0, patch.push0 ?? {}),
});
