import type { JsonObject } from "../json";
import type { Store } from "../store";
import type { Vendor } from "../vendor";
import { refusal } from "./answers";
import type { Push0Edit, Push0Seed } from "./dashboard-segment";
import { push0Routes } from "./routes";
import { edit, seed } from "./seeding";
import type { Context, Segment } from "./segment";
import type { Push0Settings } from "./settings";

interface Push0Parts {
  readonly store: Store;
  readonly apiKey: string;
  readonly settings: () => Push0Settings;
  readonly now: () => number;
}

/** The vendor, and the door to its console: what is done there passes no validation and needs no key. */
export interface Push0 extends Vendor {
  readonly seed: (request: Push0Seed) => { readonly ids: readonly string[] };
  readonly edit: (request: Push0Edit) => JsonObject | null;
}

/**
 * Push0's segment API, as "Segments: Create", "Segments: Update", "Segments List" and "Authentication" at
 * docs.push0.com/rest-api/v1 describe it. Delete is an assumption: no page has it.
 */
export const push0 = ({ store, ...parts }: Push0Parts): Push0 => {
  const context: Context = { ...parts, segments: store.table<Segment>("push0-segment") };
  return {
    name: "push0",
    routes: push0Routes(context),
    refusal: (_, status) => refusal(status, context.settings()),
    furnish: () => void seed(context, { vendor: "push0", dashboard: true }),
    seed: (request) => seed(context, request),
    edit: (request) => edit(context, request),
  };
};
