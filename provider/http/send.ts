import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import axios, { type AxiosError, type AxiosInstance, isAxiosError } from "axios";
import axiosRetry from "axios-retry";
import * as TE from "fp-ts/TaskEither";
import type { Call, Failure, Operation, SettingPlace } from "../core/failure";
import { print, type Request, type Response } from "./request";
import { type Decision, decide, retryAfterMs, type Trouble } from "./retry";

/** Sends a request when a host runs the operation. Statuses other than 429 and 5xx are answers, not failures. */
export type Send = (request: Request) => Operation<Response>;

/** What a host lends to a vendor: one per process and vendor, so that connections are shared. */
export interface Transport {
  readonly send: (endpoint: SettingPlace) => Send;
}

/** One attempt may take this long; the operation's own deadline is apart from it. */
const ATTEMPT_TIMEOUT_MS = 30_000;
const MOST_CONNECTIONS = 32;

/** Codes that say the request never reached a vendor. */
const UNSENT: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ERR_INVALID_URL",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

const troubleOf = ({ response, code = "unknown error" }: AxiosError, now: number): Trouble => {
  if (response !== undefined) {
    const header: unknown = response.headers["retry-after"] ?? response.headers["retryafter"];
    const asked = retryAfterMs(typeof header === "string" ? header : undefined, now);
    return { kind: "status", status: response.status, retryAfterMs: asked };
  }
  return { kind: UNSENT.has(code) ? "unsent" : "lost", code };
};

const reasonOf = ({ message, code }: AxiosError): string =>
  message !== "" ? message : (code ?? "the connection failed");

const failureOf = (
  error: unknown,
  request: string,
  attempts: number,
  { signal, deadline }: Call,
  started: number,
  place: SettingPlace,
): Failure => {
  if (signal.aborted) return { _tag: "Cancelled", request };
  if (!isAxiosError(error)) return { _tag: "Unexpected", request, problem: String(error) };
  const trouble = troubleOf(error, Date.now());
  if (trouble.kind === "status") {
    return trouble.status === 429
      ? { _tag: "RateLimited", request, attempts }
      : { _tag: "Unavailable", request, status: trouble.status, attempts };
  }
  const isLate =
    Date.now() >= deadline || ["ECONNABORTED", "ETIMEDOUT", "ERR_CANCELED"].includes(trouble.code);
  if (isLate) {
    return { _tag: "TimedOut", request, seconds: Math.round((Date.now() - started) / 1000) };
  }
  return { _tag: "Unreachable", request, reason: reasonOf(error), place };
};

const why = (trouble: Trouble): string =>
  trouble.kind === "status"
    ? `was answered with status ${trouble.status}`
    : `failed (${trouble.code})`;

const lowerCase = (headers: object): Response["headers"] =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );

const attemptAll = async (
  client: AxiosInstance,
  request: Request,
  call: Call,
  onAttempt: () => number,
): Promise<Response> => {
  let decision: Decision = { _tag: "Stop" };
  const remainingMs = call.deadline - Date.now();
  const answer = await client.request<unknown>({
    method: request.method,
    url: request.url,
    params: request.query,
    headers: { ...request.headers },
    data: request.body,
    signal: AbortSignal.any([call.signal, AbortSignal.timeout(Math.max(1, remainingMs))]),
    "axios-retry": {
      retries: Number.MAX_SAFE_INTEGER,
      shouldResetTimeout: true,
      retryCondition: (error) => {
        const trouble = troubleOf(error, Date.now());
        const number = onAttempt();
        decision = call.signal.aborted
          ? { _tag: "Stop" }
          : decide({
              number,
              trouble,
              repeatable: request.repeatable,
              remainingMs: call.deadline - Date.now(),
              jitter: Math.random(),
            });
        if (decision._tag === "Wait") {
          const wait = (decision.ms / 1000).toFixed(1);
          call.log("debug", `${print(request)} ${why(trouble)}; trying again in ${wait} s`);
        }
        return decision._tag === "Wait";
      },
      retryDelay: () => (decision._tag === "Wait" ? decision.ms : 0),
    },
  });
  return { status: answer.status, headers: lowerCase(answer.headers), body: answer.data };
};

/** Answers that end the matter: everything but 429 and 5xx, which are tried again first. */
const isAnswer = (status: number): boolean => status !== 429 && status < 500;

export const transport = (): Transport => {
  const agents = { keepAlive: true, maxSockets: MOST_CONNECTIONS };
  const client = axios.create({
    timeout: ATTEMPT_TIMEOUT_MS,
    httpAgent: new HttpAgent(agents),
    httpsAgent: new HttpsAgent(agents),
    validateStatus: isAnswer,
    maxRedirects: 0,
    maxBodyLength: Number.POSITIVE_INFINITY,
  });
  axiosRetry(client);
  return {
    send: (place) => (request) => (call) => {
      let attempts = 0;
      const started = Date.now();
      const onAttempt = (): number => {
        attempts += 1;
        return attempts;
      };
      return TE.tryCatch(
        () => attemptAll(client, request, call, onAttempt),
        (error) => failureOf(error, print(request), attempts, call, started, place),
      );
    },
  };
};
