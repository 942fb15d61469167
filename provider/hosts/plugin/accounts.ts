import type { Operations } from "../../core/lifecycle";
import { resolveSettings, type Settings, settingPlace } from "../../core/setting";
import type { Account, Vendor } from "../../core/vendor";
import type { Transport } from "../../http/send";
import { faultOf } from "./fault";
import type { Kind } from "./kinds";

/** The accounts that one configuration opens, each when it is first needed. */
export interface Accounts {
  readonly settings: (vendor: Vendor<Transport>) => Settings;
  /** The settings that a vendor cannot work without and that nobody has set. */
  readonly missing: (vendor: Vendor<Transport>) => readonly string[];
  /** Throws a `Fault` when one of them is missing. */
  readonly operations: (kind: Kind) => Operations;
  /** Texts of secret settings, for no message to repeat. */
  readonly keys: () => readonly string[];
}

export interface Surroundings {
  readonly vendors: readonly Vendor<Transport>[];
  readonly environment: { readonly [name: string]: string | undefined };
  readonly transport: () => Transport;
}

const once = <A>(make: (vendor: Vendor<Transport>) => A): ((vendor: Vendor<Transport>) => A) => {
  const made = new Map<string, A>();
  return (vendor) => {
    const known = made.get(vendor.name) ?? make(vendor);
    made.set(vendor.name, known);
    return known;
  };
};

export const accounts = (
  { vendors, environment, transport }: Surroundings,
  config: { readonly [key: string]: unknown },
): Accounts => {
  const settings = once((vendor) => resolveSettings(vendor, config, environment));

  const missing = once((vendor) =>
    Object.keys(vendor.settings).filter(
      (name) => vendor.settings[name]?.required === true && settings(vendor)[name] === undefined,
    ),
  );

  const account = once((vendor): Account => {
    const [setting] = missing(vendor);
    if (setting === undefined) return vendor.connect(settings(vendor), transport());
    const place = settingPlace(vendor, setting);
    throw faultOf({ _tag: "MissingSetting", vendor: vendor.title, place });
  });

  const keysOf = (vendor: Vendor<Transport>): readonly string[] =>
    Object.keys(vendor.settings).flatMap((name) => {
      const value = settings(vendor)[name];
      return vendor.settings[name]?.secret === true && value !== undefined ? [value] : [];
    });

  return {
    settings,
    missing,
    operations: ({ vendor, resource }) => account(vendor).operations(resource.model.token),
    keys: () => vendors.flatMap(keysOf),
  };
};
