import * as E from "fp-ts/Either";
import type { Failure } from "../core/failure";
import type { Operations } from "../core/lifecycle";
import type { Resource } from "../core/resource";
import { resolveSettings, type Settings, settingPlace } from "../core/setting";
import type { Account, Vendor } from "../core/vendor";
import type { Transport } from "../http/send";

/** A resource type and the vendor it belongs to. */
export interface Kind {
  readonly vendor: Vendor<Transport>;
  readonly resource: Resource;
}

/** What a process lends to its accounts. */
export interface Surroundings {
  readonly vendors: readonly Vendor<Transport>[];
  readonly environment: { readonly [name: string]: string | undefined };
  readonly transport: () => Transport;
}

/** The accounts that one configuration opens, each when it is first needed. */
export interface Accounts {
  readonly settings: (vendor: Vendor<Transport>) => Settings;
  /** One failure for each setting that a vendor cannot work without and that nobody has set. */
  readonly missing: (vendor: Vendor<Transport>) => readonly Failure[];
  readonly operations: (kind: Kind) => E.Either<Failure, Operations>;
  /** Texts of secret settings, for no message to repeat. */
  readonly keys: () => readonly string[];
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
    Object.keys(vendor.settings)
      .filter((name) => vendor.settings[name]?.required === true)
      .filter((name) => settings(vendor)[name] === undefined)
      .map(
        (name): Failure => ({
          _tag: "MissingSetting",
          vendor: vendor.title,
          place: settingPlace(vendor, name),
        }),
      ),
  );

  const account = once((vendor): E.Either<Failure, Account> => {
    const [first] = missing(vendor);
    return first === undefined
      ? E.right(vendor.connect(settings(vendor), transport()))
      : E.left(first);
  });

  const keysOf = (vendor: Vendor<Transport>): readonly string[] =>
    Object.keys(vendor.settings).flatMap((name) => {
      const value = settings(vendor)[name];
      return vendor.settings[name]?.secret === true && value !== undefined ? [value] : [];
    });

  return {
    settings,
    missing,
    operations: ({ vendor, resource }) =>
      E.map((open: Account) => open.operations(resource.model.token))(account(vendor)),
    keys: () => vendors.flatMap(keysOf),
  };
};
