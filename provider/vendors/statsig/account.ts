import type { SettingPlace } from "../../core/failure";
import type { Clock } from "../../http/pace";
import type { Send } from "../../http/send";

/** What a client needs of the provider's settings, and of the host. */
export interface Account {
  readonly endpoint: string;
  readonly apiKey: string;
  /** The text of `x-respect-review-settings`, which is only sent when it is set. */
  readonly reviewSettings: string | undefined;
  readonly keyPlace: SettingPlace;
  readonly send: Send;
  /** The real one, but for tests. */
  readonly clock?: Clock;
}
