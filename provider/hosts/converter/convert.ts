/** An account as resources to import, with everything that the engine would otherwise read one by one. */
import { explain } from "../../core/failure";
import { type Accounts, accounts, type Kind, type Surroundings } from "../accounts";
import { wanted } from "../glob";
import {
  type Entry,
  type Importable,
  type LeftOut,
  perform,
  type Reading,
  readAll,
  Stopped,
} from "../inventory";
import { NOTHING_TAKEN, named } from "../named";
import { redact } from "../redact";
import { queryOf } from "../where";
import { type Caution, cautionsOf } from "./caution";
import { type Flags, readFlags, usage } from "./flags";

export interface Converted {
  readonly kind: Kind;
  readonly importable: readonly Importable[];
  readonly leftOut: readonly LeftOut[];
  readonly cautions: readonly Caution[];
}

/** What ends a conversion; its message is shown to people as it stands. */
export class Refused extends Error {}

const TIMEOUT_MS = 20 * 60 * 1000;

const readingOf = (kind: Kind, open: Accounts): Reading => {
  const [missing] = open.missing(kind.vendor);
  if (missing !== undefined) {
    throw new Refused(
      `${explain(missing)} A converter sees the environment only, not the stack's configuration.`,
    );
  }
  const operations = open.operations(kind);
  if (operations._tag === "Left") throw new Refused(explain(operations.left));
  return {
    kind,
    operations: operations.right,
    settings: open.settings(kind.vendor),
    call: {
      signal: new AbortController().signal,
      deadline: Date.now() + TIMEOUT_MS,
      log: () => undefined,
    },
    conceal: (text) => redact(text, open.keys()),
    isListed: true,
    onProgress: () => undefined,
  };
};

const isImportable = (entry: Entry): entry is Entry & Importable => entry._tag === "Importable";
const isLeftOut = (entry: Entry): entry is Entry & LeftOut => entry._tag === "LeftOut";

const convertKind = async (kind: Kind, flags: Flags, open: Accounts): Promise<Converted> => {
  const reading = readingOf(kind, open);
  const { query, missing } = queryOf(kind, flags.where, reading.settings);
  if (missing.length > 0) throw new Refused(`missing ${missing.join(" and ")}`);
  const listed = await perform(reading.operations.list(query), reading);
  const isWanted = wanted(flags.match, flags.exclude);
  const chosen = named(listed, NOTHING_TAKEN).filter(({ listed: { name } }) => isWanted(name));
  const entries = await readAll(reading, chosen);
  const importable = entries.filter(isImportable);
  return {
    kind,
    importable,
    leftOut: entries.filter(isLeftOut),
    cautions: cautionsOf(importable),
  };
};

/** Throws `Refused` with a sentence. */
export const convert = async (
  args: readonly string[],
  host: Surroundings,
): Promise<readonly Converted[]> => {
  const flags = readFlags(args, host.vendors);
  if (flags._tag === "Left") throw new Refused(`${flags.left}; ${usage(host.vendors)}`);
  const { vendor } = flags.right;
  const open = accounts(host, {});
  try {
    return await Promise.all(
      vendor.resources.map((resource) => convertKind({ vendor, resource }, flags.right, open)),
    );
  } catch (error) {
    if (error instanceof Stopped) throw new Refused(error.message);
    if (error instanceof Refused && error.message.startsWith("missing")) {
      throw new Refused(`${error.message}; ${usage(host.vendors)}`);
    }
    throw error;
  }
};
