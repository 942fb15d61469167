import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Fault, Replacement } from "./fault";
import type { FaultBook } from "./faults";
import type { RequestLog } from "./request-log";
import type { SettingsDesk } from "./settings";
import type { Answer, Route, Vendor } from "./vendor";

/** What every vendor request passes through. */
export interface Surroundings {
  readonly faults: FaultBook;
  readonly log: RequestLog;
  readonly settings: SettingsDesk;
  /** Ends the waits when the emulator closes; who was waiting is cut, and writes nothing. */
  readonly closing: AbortSignal;
}

export type Request = FastifyRequest<{
  Params: Record<string, string>;
  Querystring: Record<string, string | string[]>;
}>;

export const bodyOf = (request: FastifyRequest): string =>
  typeof request.body === "string" ? request.body : "";

const pathOf = (request: FastifyRequest): string => request.url.split("?")[0] ?? request.url;

/** The life of one request: logged, struck by faults, handled, delayed, answered. */
export const exchange =
  (vendor: Vendor, route: Route, { faults, log, settings, closing }: Surroundings) =>
  async (request: Request, reply: FastifyReply): Promise<FastifyReply> => {
    const facts = {
      method: route.method,
      route: route.path,
      vendor: vendor.name,
      operation: route.operation,
    };
    const userAgent = request.headers["user-agent"] ?? null;
    const entry = log.begin({ ...facts, path: request.url, userAgent }, bodyOf(request));
    const path = pathOf(request);
    const { beforeMs, afterMs, decisive } = faults.strike({ ...facts, vendor: vendor.name, path });
    entry.fault = decisive?.kind ?? null;

    const isCut = (kind: Fault["kind"]): boolean => closing.aborted || decisive?.kind === kind;

    await wait(beforeMs, closing);
    if (isCut("cut-before-write")) return cut(request, reply);
    const usual = refused(vendor, route, decisive) ?? handled(route, request, path);
    await wait(afterMs + settings.current.latencyMs, closing);
    if (isCut("cut-after-write")) return cut(request, reply);

    const answer = decisive === undefined ? usual : overridden(usual, decisive);
    entry.status = answer.status;
    return send(reply, answer);
  };

/** The documented refusal, where a fault of that kind strikes before anything is written. */
const refused = (vendor: Vendor, route: Route, fault: Fault | undefined): Answer | undefined =>
  fault?.kind === "status" ? vendor.refusal(route.operation, fault.status, fault.shape) : undefined;

/** Answers `application/json` unless the answer says otherwise. */
export const send = (reply: FastifyReply, { status, body, text, headers }: Answer): FastifyReply =>
  reply
    .code(status)
    .headers({ "content-type": "application/json; charset=utf-8", ...headers })
    .send(text ?? JSON.stringify(body ?? null));

const handled = (route: Route, request: Request, path: string): Answer =>
  route.handle({
    path,
    params: request.params,
    query: Object.fromEntries(
      Object.entries(request.query).map(([key, value]) => [key, [value].flat().at(-1)]),
    ),
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([key, value]) => [key, [value].flat().at(-1)]),
    ),
    body: bodyOf(request),
  });

/** Undefined at zero, because even a timer of no time would be the longest part of an answer. */
const wait = (ms: number, signal: AbortSignal): Promise<void> | undefined =>
  ms > 0 ? sleep(ms, undefined, { signal, ref: false }).catch(() => undefined) : undefined;

/** A reset rather than an end, as clients see it when a proxy or a network dies. */
const cut = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  reply.hijack();
  request.raw.socket.resetAndDestroy();
  return reply;
};

/** The usual answer with whatever the fault replaces of it. */
const overridden = (usual: Answer, fault: Fault): Answer => {
  if (fault.kind !== "status" && fault.kind !== "body") return usual;
  const headers = { ...usual.headers, ...contentTypeOf(fault), ...retryAfterOf(fault) };
  return {
    status: fault.status ?? usual.status,
    ...contentOf(usual, fault),
    headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== "")),
  };
};

/** What the fault says, else what the answer was, be it JSON or text. */
const contentOf = (usual: Answer, { body, text }: Replacement): Pick<Answer, "body" | "text"> => {
  if (text !== undefined) return { text };
  if (body !== undefined) return { body };
  return usual.text === undefined ? { body: usual.body ?? null } : { text: usual.text };
};

const contentTypeOf = ({ body, text, contentType }: Replacement): Answer["headers"] => {
  const json = body === undefined ? undefined : "application/json; charset=utf-8";
  const type = contentType ?? (text === undefined ? json : "text/html; charset=utf-8");
  return type === undefined ? {} : { "content-type": type };
};

/** An empty text takes the header out. */
const retryAfterOf = (fault: Fault): Answer["headers"] =>
  fault.kind !== "status" || fault.retryAfter === undefined
    ? {}
    : { "retry-after": String(fault.retryAfter ?? "") };
