import type { Answer, Call } from "../vendor";
import { refusal } from "./answers";
import type { Context } from "./segment";

/**
 * The answer that turns a request away, if any. "Authentication" wants both headers on all requests, GET included. Which of them
 * is looked at first is a guess.
 */
export const turnedAway = ({ apiKey, settings }: Context, call: Call): Answer | undefined => {
  const [, scheme, key] = /^(\S+)\s+(\S+)$/.exec(call.headers["authorization"]?.trim() ?? "") ?? [];
  if (scheme === undefined) return refusal(401, settings());
  if (scheme !== "Bearer" || key !== apiKey) return refusal(settings().wrongKey, settings());
  return isJson(call.headers["content-type"]) ? undefined : refusal(400, settings());
};

const isJson = (header: string | undefined): boolean =>
  header?.split(";")[0]?.trim().toLowerCase() === "application/json";
