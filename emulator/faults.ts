import type { Fault, FaultMatch } from "./fault";

/** What a fault may be matched against. */
export interface Target {
  readonly vendor: string;
  readonly operation: string;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
}

type Slow = Extract<Fault, { kind: "slow" }>;
type Decisive = Exclude<Fault, Slow>;

/** What strikes one request: a delay on either side of the write, and at most one fault that decides the answer. */
export interface Strike {
  readonly beforeMs: number;
  readonly afterMs: number;
  readonly decisive: Decisive | undefined;
}

/** A fault that waits: how many requests it has matched, and how many it will still strike. */
export interface ArmedFault {
  readonly fault: Fault;
  readonly seen: number;
  readonly left: number | "always";
}

interface Armed {
  readonly fault: Fault;
  readonly matches: (target: Target) => boolean;
  seen: number;
  left: number;
}

const unharmed: Strike = { beforeMs: 0, afterMs: 0, decisive: undefined };

/**
 * Scripted misfortune. Faults are tried in the order given: every matching `slow` adds its delay, the first other
 * one decides the answer, and those behind it wait for the next request. So a list of faults reads as a script.
 */
export class FaultBook {
  #armed: Armed[] = [];

  add(...faults: readonly Fault[]): void {
    const left = (fault: Fault) =>
      fault.count === "always" ? Number.POSITIVE_INFINITY : (fault.count ?? 1);
    this.#armed.push(
      ...faults.map((fault) => ({ fault, matches: matcher(fault), seen: 0, left: left(fault) })),
    );
  }

  clear(): void {
    this.#armed = [];
  }

  list(): readonly ArmedFault[] {
    return this.#armed.map(({ fault, seen, left }) => ({
      fault,
      seen,
      left: Number.isFinite(left) ? left : "always",
    }));
  }

  /** Counts the request against every fault it matches, and uses up those that strike it. */
  strike(target: Target): Strike {
    if (this.#armed.length === 0) return unharmed;
    const ready = this.#armed.filter(({ matches }) => matches(target)).filter(isReady);
    const struck = ready.filter(isSlow);
    const decisive = ready.find(isDecisive);
    for (const armed of decisive === undefined ? struck : [...struck, decisive]) armed.left -= 1;
    const delays = struck.map(({ fault }) => fault);
    return {
      beforeMs: sumOf(delays.filter(({ when }) => when !== "after-write")),
      afterMs: sumOf(delays.filter(({ when }) => when === "after-write")),
      decisive: decisive?.fault,
    };
  }
}

const isSlow = (armed: Armed): armed is Armed & { readonly fault: Slow } =>
  armed.fault.kind === "slow";

const isDecisive = (armed: Armed): armed is Armed & { readonly fault: Decisive } => !isSlow(armed);

/** Counts as well, so it must see each matching request once. */
const isReady = (armed: Armed): boolean => {
  armed.seen += 1;
  return armed.seen >= (armed.fault.nth ?? 1) && armed.left > 0;
};

const sumOf = (delays: readonly Slow[]): number => delays.reduce((sum, { ms }) => sum + ms, 0);

const matcher = ({
  vendor,
  operation,
  method,
  path,
}: FaultMatch): ((target: Target) => boolean) => {
  const pattern = path === undefined ? undefined : wildcard(path);
  const verb = method?.toUpperCase();
  return (target) =>
    (vendor === undefined || vendor === target.vendor) &&
    (operation === undefined || operation === target.operation) &&
    (verb === undefined || verb === target.method) &&
    (pattern === undefined || pattern.test(target.path));
};

const wildcard = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split("*")
      .map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, "\\$&"))
      .join(".*")}$`,
  );
