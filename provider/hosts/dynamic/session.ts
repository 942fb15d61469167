import type { dynamic } from "@pulumi/pulumi";
import type { Call, Operation } from "../../core/failure";
import type { Operations } from "../../core/lifecycle";
import { settingKey } from "../../core/setting";
import { type Accounts, accounts, type Kind, type Surroundings } from "../accounts";
import { redact } from "../redact";
import { faultOf } from "./fault";

/** What the process lends to the providers in it. */
export interface Host extends Surroundings {
  /** Shows a line to people. */
  readonly say: (line: string) => void;
}

/** What the providers of one process share: a configuration and the accounts it opens. */
export interface Session {
  readonly configure: (config: dynamic.Config) => void;
  readonly accounts: () => Accounts;
  /** Runs what `choose` picks, the one place where anything happens. Throws a `Fault`; says nothing that is in `secrets`. */
  readonly run: <A>(
    kind: Kind,
    secrets: readonly string[],
    choose: (operations: Operations) => Operation<A>,
  ) => Promise<A>;
}

/** Dynamic providers are not told of `customTimeouts`. */
const TIMEOUT_MS = 20 * 60 * 1000;

/** Dynamic providers are not told of a cancel: the engine ends their process. */
const NEVER = new AbortController().signal;

const configOf = ({ vendors }: Surroundings, config: dynamic.Config): { [key: string]: unknown } =>
  Object.fromEntries(
    vendors.flatMap(({ name, settings }) =>
      Object.keys(settings).map((setting) => {
        const key = settingKey(name, setting);
        return [key, config.get(`audiences:${key}`)];
      }),
    ),
  );

export const session = (host: Host): Session => {
  let config: { readonly [key: string]: unknown } = {};
  let current = accounts(host, config);

  return {
    accounts: () => current,
    // Each text of a provider in the state is configured on its own. The same configuration again must not close accounts,
    // which remember who owns which segment; and all of this in one turn, because the host does not wait for it.
    configure: (given) => {
      const next = configOf(host, given);
      if (JSON.stringify(next) === JSON.stringify(config)) return;
      config = next;
      current = accounts(host, config);
    },
    run: async (kind, secrets, choose) => {
      const conceal = (text: string): string => redact(text, [...secrets, ...current.keys()]);
      const call: Call = {
        signal: NEVER,
        deadline: Date.now() + TIMEOUT_MS,
        log: (severity, message) => {
          if (severity !== "debug") host.say(`${severity}: ${conceal(message)}`);
        },
      };
      const operations = current.operations(kind);
      if (operations._tag === "Left") throw faultOf(operations.left, conceal);
      const outcome = await choose(operations.right)(call)();
      if (outcome._tag === "Left") throw faultOf(outcome.left, conceal);
      return outcome.right;
    },
  };
};
