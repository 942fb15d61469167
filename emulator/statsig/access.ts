import type { Answer, Call } from "../vendor";
import { throttled, wrongKey } from "./answers";
import { type Context, project } from "./segment";

/** What the vendor counts a request as. */
export type Weight = "read" | "write" | "id-list-write";

interface Window {
  readonly name: string;
  readonly requests: number;
  readonly ms: number;
}

/** "~ 100 requests / 10 seconds and ~ 900 requests / 15 minutes"; PATCH and DELETE of `id_list`: "12 per 10 seconds" as well. */
const windows: readonly Window[] = [
  { name: "short", requests: 100, ms: 10_000 },
  { name: "long", requests: 900, ms: 900_000 },
];
const listWindow: Window = { name: "id-list", requests: 12, ms: 10_000 };

const windowsOf = (context: Context, weight: Weight): readonly Window[] => {
  const { rateLimits } = context.settings();
  if (rateLimits === "off" || (rateLimits === "writes" && weight === "read")) return [];
  return weight === "id-list-write" ? [...windows, listWindow] : windows;
};

const timesIn = (context: Context, { name, ms }: Window): readonly number[] =>
  (context.sent.get(project, name)?.times ?? []).filter((time) => time > context.now() - ms);

/** Counts a request that it lets through. Refused ones do not count, as far as anybody says. */
const isThrottled = (context: Context, weight: Weight): boolean => {
  const inForce = windowsOf(context, weight).map((window) => ({
    window,
    times: timesIn(context, window),
  }));
  if (inForce.some(({ window, times }) => times.length >= window.requests)) return true;
  for (const { window, times } of inForce) {
    context.sent.put(project, window.name, { times: [...times, context.now()] });
  }
  return false;
};

/** The answer that turns a request away, if any. Header names have no case; the key has. */
export const turnedAway = (context: Context, call: Call, weight: Weight): Answer | undefined => {
  const key = call.headers["statsig-api-key"];
  if (key !== context.apiKey) return wrongKey(key);
  return isThrottled(context, weight) ? throttled(context.settings()) : undefined;
};
