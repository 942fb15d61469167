import type { FastifyInstance } from "fastify";
import { bodyOf, send } from "./exchange";
import { readFault } from "./fault";
import type { FaultBook } from "./faults";
import { type Json, parseJson } from "./json";
import { flag, list, objectOf, optional, Refusal } from "./read";
import { type AnyEdit, type AnySeed, readAnyEdit, readAnySeed } from "./registry";
import type { RequestReport } from "./request-log";
import { readSettings, type Settings, type SettingsPatch } from "./settings";
/** What can be asked of a running emulator. */
export interface Controls {
  readonly faults: FaultBook;
  /** The settings in force, after the change if one is given. */
  readonly settings: (patch?: SettingsPatch) => Settings;
  readonly requests: () => RequestReport;
  readonly forgetRequests: () => void;
  /** Default: the dashboard set of every app. Throws `Refusal` for an app that is not there. */
  readonly seed: (request?: AnySeed) => { readonly ids: readonly string[] };
  /** Answers the record as it is kept now, or null after a deletion. Throws `Refusal` when there is no such segment. */
  readonly edit: (request: AnyEdit) => Json;
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
  on("POST", "/_seed", (body) => controls.seed(readAnySeed(body, "The seed")));
  on("POST", "/_edit", (body) => controls.edit(readAnyEdit(body, "The edit")));
  on("POST", "/_reset", (body) => {
    controls.reset(readReset(body, "The reset").seed);
    return { reset: true };
  });
};

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
