/** The plugin's server in this process, the real vendors behind it, and the emulator behind them. */
import { type Emulator, type EmulatorOptions, startEmulator } from "../../../emulator";
import { engineLog } from "../../../provider/hosts/plugin/log";
import { methods } from "../../../provider/hosts/plugin/methods";
import { server } from "../../../provider/hosts/plugin/server";
import { transport } from "../../../provider/http/send";
import { vendors } from "../../../provider/registry";
import { connect, type Plugin } from "./client";
import { bind, type FakeEngine, startEngine } from "./fake-engine";

export interface Stage {
  readonly plugin: Plugin;
  readonly engine: FakeEngine;
  readonly emulator: Emulator;
  /** The first app of the emulator. */
  readonly appId: string;
  /** Settings that lead to the emulator. */
  readonly config: { readonly [key: string]: string };
  readonly close: () => Promise<void>;
}

interface Options {
  readonly environment?: { readonly [name: string]: string };
  readonly emulator?: EmulatorOptions;
}

/** Starts everything; nothing is configured yet. */
export const stage = async ({
  environment = {},
  emulator: wanted,
}: Options = {}): Promise<Stage> => {
  const [emulator, engine] = await Promise.all([startEmulator(wanted), startEngine()]);
  let address: string | undefined;
  const log = engineLog(() => address);
  const provider = methods({ vendors, transport, environment, log }, (told) => {
    address = told;
  });
  const { served } = server(() => Promise.resolve(provider));
  const port = await bind(served);
  const plugin = connect(port);
  await plugin.handshake(engine.address);
  const appId = emulator.apps[0]?.id ?? "";
  const config = {
    onesignalApiKey: emulator.apiKey,
    onesignalAppId: appId,
    onesignalEndpoint: emulator.url,
  };
  return {
    plugin,
    engine,
    emulator,
    appId,
    config,
    close: async () => {
      plugin.close();
      served.forceShutdown();
      engine.close();
      await emulator.close();
    },
  };
};
