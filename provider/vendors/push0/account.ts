import type { SettingPlace } from "../../core/failure";
import type { Send } from "../../http/send";

/** What a client needs of the provider's settings, and of the host. */
export interface Account {
  readonly endpoint: string;
  readonly apiKey: string;
  /** How a segment is deleted; see `delete-call.ts`. */
  readonly deleteRequest: string;
  readonly keyPlace: SettingPlace;
  readonly endpointPlace: SettingPlace;
  readonly deletePlace: SettingPlace;
  readonly send: Send;
}
