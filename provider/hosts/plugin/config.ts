/** The settings of the provider: what a person puts into the stack's configuration or into an explicit provider. */
import {
  CheckFailure,
  CheckResponse,
  ConfigureResponse,
  DiffResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { conceal, type Revealed } from "../../core/secret";
import { type Setting, settingKey } from "../../core/setting";
import { type Bag, equal, isUnknown, type Value } from "../../core/value";
import type { Vendor } from "../../core/vendor";
import { didYouMean } from "../../core/wording";
import type { Transport } from "../../http/send";
import { changed } from "./changed";
import { requests, responses } from "./protocol";
import { type Methods, method } from "./rpc";
import type { Session } from "./session";

type Vendors = readonly Vendor<Transport>[];

const NOTHING: Revealed<Bag> = { value: {}, secrets: [] };

/** The engine's own keys, which it keeps among the settings. */
const isEngines = (key: string): boolean =>
  key.startsWith("__") || key === "version" || key === "pluginDownloadURL";

const settingsOf = (vendors: Vendors): ReadonlyMap<string, Setting> =>
  new Map(
    vendors.flatMap((vendor) =>
      Object.entries(vendor.settings).map(([name, setting]) => [
        settingKey(vendor.name, name),
        setting,
      ]),
    ),
  );

const isText = (value: Value): boolean =>
  value === undefined || value === null || isUnknown(value) || typeof value === "string";

/** One thing wrong with one setting; its value is never said, for it may be a key. */
const problemOf = (
  key: string,
  value: Value,
  settings: ReadonlyMap<string, Setting>,
): string | undefined => {
  if (isEngines(key)) return undefined;
  if (!settings.has(key)) {
    return `is not a setting of the audiences provider; ${didYouMean(key, [...settings.keys()])}`;
  }
  return isText(value) ? undefined : "must be text";
};

const checkConfig = (vendors: Vendors): Methods["CheckConfig"] => {
  const settings = settingsOf(vendors);
  const secret = [...settings].filter(([, setting]) => setting.secret).map(([key]) => [key]);
  return method(
    requests.check,
    ({ bags: { news = NOTHING } }) => {
      const message = new CheckResponse();
      for (const [key, value] of Object.entries(news.value)) {
        const problem = problemOf(key, value, settings);
        if (problem === undefined) continue;
        message.addFailures(new CheckFailure().setReason(`${key} ${problem}`));
      }
      return { message, bags: { inputs: conceal(news.value, [...news.secrets, ...secret]) } };
    },
    responses.check,
  );
};

/**
 * Every change of a setting is an update, none a replacement: the ids of segments say for themselves where they belong, and a
 * changed default app replaces just the segments that rely on it, by their own diff. An update is needed even for a rotated
 * key, since the engine may otherwise go on with a provider that it had configured from its state.
 */
const diffConfig: Methods["DiffConfig"] = method(
  requests.diff,
  ({ bags: { olds = NOTHING, news = NOTHING, oldInputs = olds } }) => {
    const keys = [...new Set([...Object.keys(oldInputs.value), ...Object.keys(news.value)])];
    const changes = keys
      .filter((key) => !isEngines(key) && !equal(oldInputs.value[key], news.value[key]))
      .map((key) => ({ path: [key], kind: "update" as const, replaces: false }));
    return { message: changed(new DiffResponse(), changes) };
  },
  responses.plain,
);

/** A key that is missing is no matter here: only the resources of its own vendor need it, and their Check says so. */
const configure = (session: Session): Methods["Configure"] =>
  method(
    requests.configure,
    ({ bags: { args = NOTHING } }) => {
      session.configure(args.value);
      const message = new ConfigureResponse();
      message.setAcceptsecrets(true).setSupportspreview(true);
      message.setSupportsAutonamingConfiguration(true);
      return { message };
    },
    responses.plain,
  );

export const config = (
  vendors: Vendors,
  session: Session,
): Pick<Methods, "CheckConfig" | "DiffConfig" | "Configure"> => ({
  CheckConfig: checkConfig(vendors),
  DiffConfig: diffConfig,
  Configure: configure(session),
});
