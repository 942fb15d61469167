import type { FastifyInstance } from "fastify";
import { bodyOf, send } from "./exchange";
import { readFault } from "./fault";
import type { FaultBook } from "./faults";
import { isObject, type Json, parseJson } from "./json";
import {
  type EditRequest,
  readEdit,
  readSeed,
  type SeedRequest,
} from "./onesignal/dashboard-segment";
import {
  type Push0Edit,
  type Push0Seed,
  readPush0Edit,
  readPush0Seed,
} from "./push0/dashboard-segment";
import { flag, list, objectOf, optional, type Reader, Refusal } from "./read";
import type { RequestReport } from "./request-log";
import { readSettings, type Settings, type SettingsPatch } from "./settings";
import {
  readStatsigEdit,
  readStatsigSeed,
  type StatsigEdit,
  type StatsigSeed,
} from "./statsig/console-segment";

/** What can be asked of a running emulator. */
export interface Controls {
  readonly faults: FaultBook;
  /** The settings in force, after the change if one is given. */
  readonly settings: (patch?: SettingsPatch) => Settings;
  readonly requests: () => RequestReport;
  readonly forgetRequests: () => void;
  /** Default: the dashboard set of every app. Throws `Refusal` for an app that is not there. */
  readonly seed: (request?: SeedRequest | StatsigSeed | Push0Seed) => {
    readonly ids: readonly string[];
  };
  /** Answers the record as it is kept now, or null after a deletion. Throws `Refusal` when there is no such segment. */
  readonly edit: (request: EditRequest | StatsigEdit | Push0Edit) => Json;
  /** Forgets segments, faults, log and changed settings, and seeds again if told to, or if it was started so. */
  readonly reset: (seed?: boolean) => void;
}

/** The emulator's own paths. They begin with an underscore, as none of a vendor's does, and want no key. */
export const addControls = (server: FastifyInstance, controls: Controls): void => {
  const on = (
    method: "GET" | "POST" | "DELETE",
    url: string,
    act: (body: unknown) => object | Json,
  ): void => {
    server.route({
      method,
      url,
      handler: (request, reply) =>
        send(
          reply,
          attempt(() => act(parsed(bodyOf(request)))),
        ),
    });
  };
  const armed = () => ({ faults: controls.faults.list() });

  on("GET", "/_faults", armed);
  on("POST", "/_faults", (body) => {
    controls.faults.add(...readFaults(body));
    return armed();
  });
  on("DELETE", "/_faults", () => {
    controls.faults.clear();
    return armed();
  });
  on("GET", "/_requests", controls.requests);
  on("DELETE", "/_requests", () => {
    controls.forgetRequests();
    return controls.requests();
  });
  on("GET", "/_settings", () => controls.settings());
  on("POST", "/_settings", (body) => controls.settings(readSettings(body, "The settings")));
  on("POST", "/_seed", (body) => controls.seed(anySeed(body, "The seed")));
  on("POST", "/_edit", (body) => controls.edit(anyEdit(body, "The edit")));
  on("POST", "/_reset", (body) => {
    controls.reset(readReset(body, "The reset").seed);
    return { reset: true };
  });
};

/** Read as the vendor that the body names has it; OneSignal when it names none. */
const byVendor =
  <A, B, C>(onesignal: Reader<A>, statsig: Reader<B>, push0: Reader<C>): Reader<A | B | C> =>
  (value, at) => {
    const vendor = isObject(value) ? value["vendor"] : undefined;
    if (vendor === "statsig") return statsig(value, at);
    return vendor === "push0" ? push0(value, at) : onesignal(value, at);
  };

const anySeed = byVendor(readSeed, readStatsigSeed, readPush0Seed);
const anyEdit = byVendor(readEdit, readStatsigEdit, readPush0Edit);

/** One fault or a list of them. */
const readFaults = (body: unknown) =>
  Array.isArray(body) ? list(readFault)(body, "The faults") : [readFault(body, "The fault")];

const readReset = objectOf({ seed: optional(flag) });

const parsed = (body: string): unknown => {
  if (body.trim() === "") return {};
  const value = parseJson(body);
  if (value === undefined) throw new Refusal("The body is not valid JSON.");
  return value;
};

/** A slip in a control body is answered with a sentence; anything else is a defect and may be loud. */
const attempt = (act: () => object | Json): { readonly status: number; readonly text: string } => {
  try {
    return { status: 200, text: JSON.stringify(act()) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: 400, text: JSON.stringify({ error: error.message }) };
  }
};
