import type { Emulator } from "../../emulator";
import type { Token } from "../../provider/core/token";

export type Props = { readonly [key: string]: unknown };

export interface Checked {
  readonly inputs: Props;
  /** `path: sentence`. */
  readonly failures: readonly string[];
}

export interface State {
  readonly id: string;
  readonly inputs: Props;
  readonly outputs: Props;
}

/** One host, driven as its engine drives it. A process remembers nothing of another. */
export interface Host {
  readonly check: (name: string, news: Props) => Promise<Checked>;
  readonly hasChanged: (name: string, state: State, news: Props) => Promise<boolean>;
  readonly create: (name: string, inputs: Props) => Promise<State>;
  /** Nothing when there is no such segment. */
  readonly read: (name: string, state: State) => Promise<State | undefined>;
  readonly update: (name: string, state: State, inputs: Props) => Promise<State>;
  readonly remove: (name: string, state: State) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts a fresh process of a host for one resource type, with these settings of the provider. */
export type Start = (token: Token, settings: { readonly [key: string]: string }) => Promise<Host>;

/** What the contract has to know of a vendor to be tried on it. */
export interface Subject {
  readonly token: Token;
  readonly settings: (emulator: Emulator) => { readonly [key: string]: string };
  /** A segment, the same in other words, and another one that can be reached by an update in place. */
  readonly one: Props;
  readonly respelled: Props;
  readonly other: Props;
  /** Wrong in two places, and the paths of both. */
  readonly wrong: Props;
  readonly wrongAt: readonly string[];
  /** The emulator's word for the vendor's operations. */
  readonly vendor: string;
  /** How many segments the vendor has; built-in ones do not count. */
  readonly count: (emulator: Emulator) => Promise<number>;
  /** What somebody does in the dashboard: deletes the only segment there is. */
  readonly deleteBehindBack: (emulator: Emulator) => Promise<void>;
}
