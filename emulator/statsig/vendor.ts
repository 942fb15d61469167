import type { JsonObject } from "../json";
import type { Store } from "../store";
import type { Vendor } from "../vendor";
import { refusal } from "./answers";
import type { StatsigEdit, StatsigSeed } from "./console-segment";
import { statsigRoutes } from "./routes";
import { edit, seed } from "./seeding";
import type { Context, Members, Segment } from "./segment";
import type { StatsigSettings } from "./settings";

interface StatsigParts {
  readonly store: Store;
  readonly apiKey: string;
  readonly settings: () => StatsigSettings;
  readonly now: () => number;
}

/** The vendor, and the door to its console: what is done there passes no validation and needs no key. */
export interface Statsig extends Vendor {
  readonly seed: (request: StatsigSeed) => { readonly ids: readonly string[] };
  readonly edit: (request: StatsigEdit) => JsonObject | null;
}

/**
 * The segments of Statsig's Console API, as its OpenAPI 20240601 and the pages "Segments" and "Rules" of docs.statsig.com
 * describe them.
 */
export const statsig = ({ store, ...parts }: StatsigParts): Statsig => {
  const context: Context = {
    ...parts,
    segments: store.table<Segment>("statsig-segment"),
    members: store.table<Members>("statsig-members"),
    sent: store.table<{ readonly times: readonly number[] }>("statsig-sent"),
  };
  return {
    name: "statsig",
    routes: statsigRoutes(context),
    refusal: (_, status) => refusal(status, context.settings()),
    furnish: () => void seed(context, { vendor: "statsig", dashboard: true }),
    seed: (request) => seed(context, request),
    edit: (request) => edit(context, request),
  };
};
