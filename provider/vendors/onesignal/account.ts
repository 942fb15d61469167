import type { SettingPlace } from "../../core/failure";
import type { Send } from "../../http/send";

/** What a client needs of the provider's settings, and of the host. */
export interface Account {
  readonly endpoint: string;
  readonly apiKey: string;
  readonly defaultAppId: string | undefined;
  readonly keyPlace: SettingPlace;
  readonly appPlace: SettingPlace;
  readonly send: Send;
}
