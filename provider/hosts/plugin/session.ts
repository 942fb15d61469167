import type { Call, Operation } from "../../core/failure";
import type { Operations } from "../../core/lifecycle";
import { type Accounts, accounts, type Kind, type Surroundings } from "../accounts";
import { redact } from "../redact";
import { faultOf, redacted } from "./fault";
import { type FindFunction, type FindKind, findFunction, findKind } from "./kinds";
import type { Log } from "./log";

/** What the process lends to a provider. */
export interface Host extends Surroundings {
  readonly log: Log;
}

/** One operation as the engine asks for it. */
export interface Task {
  readonly kind: Kind;
  readonly urn: string;
  /** Seconds; 0 where the program says nothing. */
  readonly timeout: number;
  /** Texts that no message may repeat. */
  readonly secrets: readonly string[];
}

/** What lasts from one Configure to the next. */
export interface Session {
  readonly log: Log;
  readonly kind: FindKind;
  readonly function: FindFunction;
  readonly accounts: () => Accounts;
  readonly configure: (config: { readonly [key: string]: unknown }) => void;
  /** Notes who owns a segment, if there is an account to note it in. */
  readonly claim: (kind: Kind, id: string, urn: string) => void;
  /** Runs the operation that `choose` picks, the one place where anything happens. Throws a `Fault`. */
  readonly run: <A>(task: Task, choose: (operations: Operations) => Operation<A>) => Promise<A>;
  readonly cancel: () => void;
}

const DEFAULT_TIMEOUT_S = 20 * 60;

/** What is under way may finish this long after a Cancel: an answer that arrives in time need not be looked for later. */
const GRACE_MS = 500;

export const session = (host: Host): Session => {
  let current = accounts(host, {});
  let stop = new AbortController();

  const call = ({ urn, timeout, secrets }: Task): Call => ({
    signal: stop.signal,
    deadline: Date.now() + (timeout > 0 ? timeout : DEFAULT_TIMEOUT_S) * 1000,
    log: (severity, message) =>
      void host.log(severity, urn, redact(message, [...secrets, ...current.keys()])),
  });

  return {
    log: host.log,
    kind: findKind(host.vendors),
    function: findFunction(host.vendors),
    accounts: () => current,
    configure: (config) => {
      current = accounts(host, config);
      stop = new AbortController();
    },
    claim: (kind, id, urn) => {
      const operations = current.operations(kind);
      if (operations._tag === "Right") operations.right.claim(id, urn);
    },
    run: async (task, choose) => {
      const operations = current.operations(task.kind);
      if (operations._tag === "Left") throw faultOf(operations.left);
      const outcome = await choose(operations.right)(call(task))();
      if (outcome._tag === "Right") return outcome.right;
      throw redacted(faultOf(outcome.left), [...task.secrets, ...current.keys()]);
    },
    cancel: () => {
      const stopping = stop;
      setTimeout(() => stopping.abort(), GRACE_MS).unref();
    },
  };
};
