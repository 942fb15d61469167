import type { Vendor } from "./core/vendor";
import type { Transport } from "./http/send";
import { onesignal } from "./vendors/onesignal/vendor";
import { push0 } from "./vendors/push0/vendor";
import { statsig } from "./vendors/statsig/vendor";

/** Every vendor, in the order of documentation. Adding one here is all that hosts, schema and SDKs need. */
export const vendors: readonly Vendor<Transport>[] = [onesignal, statsig, push0];
