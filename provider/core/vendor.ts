import type { Operations } from "./lifecycle";
import type { Resource } from "./resource";
import type { Setting, Settings } from "./setting";
import type { Token } from "./token";

/** A vendor as a host sees it. `Transport` is what the host lends for talking to the network. */
export interface Vendor<Transport> {
  /** Module name in tokens and prefix of settings: `onesignal`. */
  readonly name: string;
  /** As people write it: `OneSignal`. */
  readonly title: string;
  readonly doc: string;
  readonly settings: { readonly [setting: string]: Setting };
  readonly resources: readonly Resource[];
  /** Opens an account. Talks to nobody yet. */
  readonly connect: (settings: Settings, transport: Transport) => Account;
}

/** One account of one vendor: what its resources can do there. Lives as long as the provider's process. */
export interface Account {
  readonly operations: (token: Token) => Operations;
}
