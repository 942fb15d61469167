/** The accounts that the settings open, and what they hold. */
import { explain } from "../../core/failure";
import type { Listed } from "../../core/lifecycle";
import { spellOut } from "../../core/wording";
import { type Accounts, accounts, type Kind, type Surroundings } from "../accounts";
import { perform, type Reading, Stopped } from "../inventory";
import { redact } from "../redact";
import { queryOf } from "../where";
import { failed, misused } from "./exit";
import type { Terminal } from "./terminal";

/** What of the command line says where to look. */
export interface Place {
  readonly vendor: string | undefined;
  /** By flag, without dashes. */
  readonly where: { readonly [flag: string]: string | undefined };
}

/** One type of segment in one account. */
export interface Account {
  readonly kind: Kind;
  readonly reading: Omit<Reading, "onProgress">;
  readonly listed: readonly Listed[];
}

const TIMEOUT_MS = 60 * 60 * 1000;

const known = ({ vendors }: Surroundings): string => spellOut(vendors.map(({ name }) => name));

const named = (host: Surroundings, open: Accounts, name: string): readonly Kind[] => {
  const vendor = host.vendors.find((one) => one.name === name);
  if (vendor === undefined) throw misused(`--vendor must be ${known(host)}`);
  const [missing] = open.missing(vendor);
  if (missing !== undefined) throw misused(explain(missing));
  return vendor.resources.map((resource) => ({ vendor, resource }));
};

/** All vendors that have a key, unless one is named. */
const kindsOf = (host: Surroundings, open: Accounts, name: string | undefined): readonly Kind[] => {
  if (name !== undefined) return named(host, open, name);
  const kinds = host.vendors
    .filter((vendor) => open.missing(vendor).length === 0)
    .flatMap((vendor) => vendor.resources.map((resource) => ({ vendor, resource })));
  if (kinds.length > 0) return kinds;
  const [missing] = host.vendors.flatMap((vendor) => open.missing(vendor));
  throw misused(missing === undefined ? "there is no vendor to import from" : explain(missing));
};

const readingOf = (kind: Kind, open: Accounts): Account["reading"] => {
  const operations = open.operations(kind);
  if (operations._tag === "Left") throw misused(explain(operations.left));
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
  };
};

/** Runs what reads an account; a failure there ends the command with its sentence. */
export const reading = async <A>(work: Promise<A>): Promise<A> => {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    throw error.failure._tag === "InvalidInput" ? misused(error.message) : failed(error.message);
  }
};

const survey = async (
  kind: Kind,
  open: Accounts,
  where: Place["where"],
  { progress }: Terminal,
): Promise<Account> => {
  const how = readingOf(kind, open);
  const { query, missing } = queryOf(kind, where, how.settings);
  if (missing.length > 0) {
    throw misused(
      `nobody says where to look in ${kind.vendor.title}: give ${missing.join(" and ")}`,
    );
  }
  const listing = () => reading(perform(how.operations.list(query), how));
  const listed = await progress(`Listing the segments of ${kind.vendor.title}`, listing);
  return { kind, reading: how, listed };
};

/** How to read segments of the given types, in the accounts that the settings open. */
export const readingsOf = (
  host: Surroundings,
  config: { readonly [key: string]: string },
  isWanted: (kind: Kind) => boolean,
): readonly Account["reading"][] => {
  const open = accounts(host, config);
  return host.vendors
    .flatMap((vendor) => vendor.resources.map((resource) => ({ vendor, resource })))
    .filter(isWanted)
    .map((kind) => ({ ...readingOf(kind, open), isListed: false }));
};

/** Lists each account once. */
export const surveyAll = async (
  host: Surroundings,
  config: { readonly [key: string]: string },
  { vendor, where }: Place,
  terminal: Terminal,
): Promise<readonly Account[]> => {
  const open = accounts(host, config);
  const found: Account[] = [];
  for (const kind of kindsOf(host, open, vendor)) {
    found.push(await survey(kind, open, where, terminal));
  }
  return found;
};
