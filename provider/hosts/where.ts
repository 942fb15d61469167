/** Where in an account segments are looked for: what a vendor's settings stand in for, a person may say for one command. */
import type { Model } from "../core/lifecycle";
import { type Settings, settingPlace } from "../core/setting";
import type { Kind } from "./accounts";

/** An input that a setting stands in for, and the flag that says it: `--app` for `appId`. */
export interface Where {
  readonly property: string;
  readonly flag: string;
  readonly setting: string;
}

const kebab = (property: string): string =>
  property.replace(/Id$/, "").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export const wheresOf = ({ facts }: Pick<Model, "facts">): readonly Where[] =>
  Object.entries(facts).flatMap(([property, { setting }]) =>
    setting === undefined ? [] : [{ property, flag: kebab(property), setting }],
  );

/** What a listing asks for; and the flags without which nobody knows where to look. */
export const queryOf = (
  { vendor, resource }: Kind,
  said: { readonly [flag: string]: string | undefined },
  settings: Settings,
): {
  readonly query: { readonly [property: string]: string };
  readonly missing: readonly string[];
} => {
  const wheres = wheresOf(resource.model);
  const given = wheres.flatMap(({ property, flag }): readonly [string, string][] => {
    const value = said[flag];
    return value === undefined ? [] : [[property, value]];
  });
  const missing = wheres
    .filter(({ flag, setting }) => said[flag] === undefined && settings[setting] === undefined)
    .map(({ flag, setting }) => {
      const { environment } = settingPlace(vendor, setting);
      return `--${[flag, ...environment].join(" or ")}`;
    });
  return { query: Object.fromEntries(given), missing };
};
