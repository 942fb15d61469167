import { type Configurable, type Setting, settingKey } from "../core/setting";
import { sorted } from "./from-codec";
import type { PackageSpec, Properties, PropertySpec } from "./spec";

/** A vendor, as far as its settings go. */
export interface Configured extends Configurable {
  readonly title: string;
}

const sentences = ({ doc, environment, default: standard }: Setting): string =>
  [
    doc,
    environment.length > 0
      ? `Environment: ${environment.map((variable) => `\`${variable}\``).join(", ")}.`
      : "",
    standard === undefined ? "" : `Default: \`${standard}\`.`,
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");

const variable = (setting: Setting): PropertySpec => ({
  type: "string",
  description: sentences(setting),
  ...(setting.secret ? { secret: true } : {}),
});

const withEnvironment = (setting: Setting): PropertySpec =>
  setting.environment.length === 0
    ? variable(setting)
    : { ...variable(setting), defaultInfo: { environment: setting.environment } };

/**
 * As an argument of an explicit provider, a secret has no default from the environment: generated code would read the key in the
 * program and send it on in the clear and into state, while the plugin reads the same variable by itself and keeps it nowhere.
 */
const argument = (setting: Setting): PropertySpec =>
  setting.secret ? variable(setting) : withEnvironment(setting);

const settings = (
  vendors: readonly Configured[],
  spec: (setting: Setting) => PropertySpec,
): Properties =>
  sorted(
    Object.fromEntries(
      vendors.flatMap((vendor) =>
        Object.entries(vendor.settings).map(([name, setting]) => [
          settingKey(vendor.name, name),
          spec(setting),
        ]),
      ),
    ),
  );

export const configVariables = (vendors: readonly Configured[]): Properties =>
  settings(vendors, withEnvironment);

/** Nothing is required: a vendor's key is needed by that vendor's resources only, and may come from the environment. */
export const providerSpec = (vendors: readonly Configured[]): PackageSpec["provider"] => ({
  description: `Accounts at ${vendors.map(({ title }) => title).join(", ")}. Make several to use several accounts in one program; without any, the stack's configuration and the environment say which.`,
  inputProperties: settings(vendors, argument),
  requiredInputs: [],
  properties: settings(vendors, variable),
  required: [],
});
