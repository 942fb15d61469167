/** An account in the emulator, read as an import reads it. */
import { type Emulator, startEmulator } from "../../emulator";
import {
  type Accounts,
  accounts,
  type Kind,
  type Surroundings,
} from "../../provider/hosts/accounts";
import {
  type Entry,
  type Importable,
  perform,
  type Reading,
  readAll,
} from "../../provider/hosts/inventory";
import { NOTHING_TAKEN, named } from "../../provider/hosts/named";
import { transport } from "../../provider/http/send";
import { vendors } from "../../provider/registry";

export interface Stage {
  readonly emulator: Emulator;
  readonly app: string;
  readonly host: Surroundings;
  readonly kind: Kind;
  readonly open: Accounts;
  readonly reading: Reading;
}

/** A vendor of the registry, in an emulator of its own. */
export const openAccount = async (seed: boolean, name = "onesignal"): Promise<Stage> => {
  const emulator = await startEmulator({ seed });
  const app = emulator.apps[0]?.id ?? "";
  const environment = {
    ONESIGNAL_API_KEY: emulator.apiKey,
    ONESIGNAL_APP_ID: app,
    ONESIGNAL_ENDPOINT: emulator.url,
    STATSIG_API_KEY: emulator.statsigApiKey,
    STATSIG_ENDPOINT: emulator.url,
    PUSH0_API_KEY: emulator.push0ApiKey,
    PUSH0_ENDPOINT: `${emulator.url}/v1`,
  };
  const host = { vendors, transport, environment };
  const vendor = vendors.find((one) => one.name === name);
  const [resource] = vendor?.resources ?? [];
  if (vendor === undefined || resource === undefined) throw new Error("no vendor");
  const kind = { vendor, resource };
  const open = accounts(host, {});
  const operations = open.operations(kind);
  if (operations._tag === "Left") throw new Error(operations.left._tag);
  const reading: Reading = {
    kind,
    operations: operations.right,
    settings: open.settings(vendor),
    call: {
      signal: new AbortController().signal,
      deadline: Date.now() + 60_000,
      log: () => undefined,
    },
    conceal: (text) => text,
    isListed: true,
    onProgress: () => undefined,
  };
  return { emulator, app, host, kind, open, reading };
};

export const readAccount = async ({ reading }: Stage): Promise<readonly Entry[]> => {
  const listed = await perform(reading.operations.list({}), reading);
  return readAll(reading, named(listed, NOTHING_TAKEN));
};

export const importable = (entries: readonly Entry[]): readonly Importable[] =>
  entries.flatMap((entry) => (entry._tag === "Importable" ? [entry] : []));
