import type { JsonObject } from "../json";
import type { Store } from "../store";
import type { Vendor } from "../vendor";
import { type Operation, refusal } from "./answers";
import type { EditRequest, SeedRequest } from "./dashboard-segment";
import { oneSignalRoutes } from "./routes";
import { edit, seed } from "./seeding";
import type { App, Context, Segment } from "./segment";
import type { OneSignalSettings } from "./settings";

interface OneSignalParts {
  readonly store: Store;
  readonly apps: readonly App[];
  readonly settings: () => OneSignalSettings;
  readonly now: () => number;
}

/** The vendor, and the door to its dashboard: what is done there passes no validation and needs no key. */
export interface OneSignal extends Vendor {
  readonly seed: (request: SeedRequest) => { readonly ids: readonly string[] };
  readonly edit: (request: EditRequest) => JsonObject | null;
}

const operations: readonly Operation[] = ["create", "list", "view", "update", "delete"];

/**
 * OneSignal's segment API, as documentation.onesignal.com/reference describes it in "Create segment", "View segments",
 * "View segment", "Update segment" and "Delete segment".
 */
export const oneSignal = ({ store, ...parts }: OneSignalParts): OneSignal => {
  const context: Context = {
    ...parts,
    segments: store.table<Segment>("onesignal-segment"),
    deleted: store.table<{ readonly id: string }>("onesignal-deleted"),
  };
  return {
    name: "onesignal",
    routes: oneSignalRoutes(context),
    refusal: (name, status, shape) =>
      refusal(operations.find((operation) => operation === name) ?? "view", status, shape),
    furnish: () => void seed(context, { dashboard: true }),
    seed: (request) => seed(context, request),
    edit: (request) => edit(context, request),
  };
};
