import {
  type OneSignalSettings,
  oneSignalDefaults,
  readOneSignalSettings,
} from "./onesignal/settings";
import { objectOf, optional, type Patch, patched, type Reader, whole } from "./read";

export interface Settings {
  /** Waited before each vendor answer is sent, after the write; default 0. */
  readonly latencyMs: number;
  readonly onesignal: OneSignalSettings;
}

export interface SettingsPatch {
  readonly latencyMs?: number | undefined;
  readonly onesignal?: Patch<OneSignalSettings> | undefined;
}

export const readSettings: Reader<SettingsPatch> = objectOf({
  latencyMs: optional(whole(0, 600_000)),
  onesignal: optional(readOneSignalSettings),
});

const defaults: Settings = { latencyMs: 0, onesignal: oneSignalDefaults };

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
});
