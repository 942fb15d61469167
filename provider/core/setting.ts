import type { SettingPlace } from "./failure";

/** A setting of the provider that belongs to one vendor. Its key in the stack configuration is the vendor's name in front. */
export interface Setting {
  readonly doc: string;
  readonly environment: readonly string[];
  readonly secret: boolean;
  /** Nothing of this vendor works without it. */
  readonly required: boolean;
  readonly default?: string;
}

/** The settings of one vendor as they are in force: configuration, else environment, else default. */
export type Settings = { readonly [setting: string]: string | undefined };

/** What of a vendor can be configured. */
export interface Configurable {
  readonly name: string;
  readonly settings: { readonly [setting: string]: Setting };
}

/** `onesignal` and `apiKey` make `onesignalApiKey`. */
export const settingKey = (vendor: string, setting: string): string =>
  `${vendor}${setting.charAt(0).toUpperCase()}${setting.slice(1)}`;

export const settingPlace = (vendor: Configurable, setting: string): SettingPlace => ({
  key: settingKey(vendor.name, setting),
  environment: vendor.settings[setting]?.environment ?? [],
  secret: vendor.settings[setting]?.secret ?? false,
});

/** Absent, `null` and empty mean "not set"; then the environment answers, and last the default. */
export const resolveSettings = (
  vendor: Configurable,
  config: { readonly [key: string]: unknown },
  environment: { readonly [name: string]: string | undefined },
): Settings =>
  Object.fromEntries(
    Object.entries(vendor.settings).map(([name, setting]) => {
      const set = config[settingKey(vendor.name, name)];
      const named = setting.environment.map((variable) => environment[variable]);
      const value = [set, ...named, setting.default].find(
        (one) => one !== "" && typeof one === "string",
      );
      return [name, typeof value === "string" ? value : undefined];
    }),
  );
