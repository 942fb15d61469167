import { objectOf, optional, type Reader, whole } from "./read";
import {
  patchedVendors,
  type VendorPatch,
  type VendorSettings,
  vendorDefaults,
  vendorReaders,
} from "./registry";

export interface Settings extends VendorSettings {
  /** Waited before each vendor answer is sent, after the write; default 0. */
  readonly latencyMs: number;
}

export interface SettingsPatch extends VendorPatch {
  readonly latencyMs?: number | undefined;
}

export const readSettings: Reader<SettingsPatch> = objectOf({
  latencyMs: optional(whole(0, 600_000)),
  ...vendorReaders,
});

const defaults: Settings = { latencyMs: 0, ...vendorDefaults };

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
  ...patchedVendors(base, patch),
});
