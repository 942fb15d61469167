/** The dynamic provider in this process, the real vendors behind it, and the emulator behind them. */
import { type Emulator, startEmulator } from "../../../emulator";
import type { Props } from "../../../provider/hosts/dynamic/bag";
import type { Provider } from "../../../provider/hosts/dynamic/provider";
import { served } from "../../../provider/hosts/dynamic/serve";
import { transport } from "../../../provider/http/send";
import { vendors } from "../../../provider/registry";

const TYPE = "pulumi-nodejs:dynamic/audiences/onesignal:Segment";

/** What the resource class and Pulumi add to what a program writes. */
export const hidden = { __provider: "text", __urn: `urn:pulumi:dev::shop::${TYPE}::vip` };
export const gold = { field: "tag", key: "plan", relation: "=", value: "gold" };
export const wish = { ...hidden, filters: [gold] };

export interface Stage {
  readonly emulator: Emulator;
  readonly app: string;
  /** Settings that lead to the emulator. */
  readonly settings: { readonly [key: string]: string };
  readonly provider: Provider;
  /** What the provider has shown to people. */
  readonly said: readonly string[];
  readonly checked: (news: Props) => Promise<Props>;
  /** Checks and creates; `wish` by default. */
  readonly created: (news?: Props) => Promise<{ readonly id: string; readonly outs: Props }>;
}

export const startStage = async (): Promise<{
  readonly emulator: Emulator;
  /** A provider in a process of its own, as it were. */
  readonly open: (settings?: { readonly [key: string]: string }) => Promise<Stage>;
}> => {
  const emulator = await startEmulator();
  const app = emulator.apps[0]?.id ?? "";
  const right = {
    "audiences:onesignalApiKey": emulator.apiKey,
    "audiences:onesignalAppId": app,
    "audiences:onesignalEndpoint": emulator.url,
  };
  const open = async (settings: { readonly [key: string]: string } = right): Promise<Stage> => {
    const said: string[] = [];
    const host = { vendors, environment: {}, transport, say: (line: string) => said.push(line) };
    const provider = served(host)("audiences:onesignal:Segment");
    const get = (key: string) => settings[key];
    await provider.configure({ config: { get, require: (key) => get(key) ?? "" } });
    const checked = async (news: Props): Promise<Props> =>
      (await provider.check({}, news)).inputs ?? {};
    const created = async (news: Props = wish) => {
      const { id, outs = {} } = await provider.create(await checked(news));
      return { id, outs };
    };
    return { emulator, app, settings: right, provider, said, checked, created };
  };
  return { emulator, open };
};
