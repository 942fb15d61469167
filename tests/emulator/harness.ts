import { type Emulator, type EmulatorOptions, startEmulator } from "../../emulator";

/** An answer as a client gets it; `body` is the parsed JSON, or the text where there is none. */
interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

interface Send {
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly raw?: string;
  /** Added to, or with null taken from, the Authorization and Content-Type that a good client sends. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

export interface Client {
  readonly emulator: Emulator;
  /** `/segments...` of the first app. */
  readonly segments: string;
  readonly send: (method: string, path: string, send?: Send) => Promise<Reply>;
  /** Creates and answers the id; fails when the emulator refuses. */
  readonly create: (body: object) => Promise<string>;
  /** The `payload` of a detailed view. */
  readonly payload: (id: string) => Promise<Record<string, unknown>>;
}

const withoutNulls = (headers: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
  );

const read = async (response: Response): Promise<Reply> => {
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
  const body: unknown = isJson && text !== "" ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, body };
};

/** What the tests read from bodies they expect to be objects. */
export const field = (body: unknown, key: string): unknown =>
  typeof body === "object" && body !== null ? Reflect.get(body, key) : undefined;

/** The segments of a list answer. */
export const rows = (body: unknown): readonly Record<string, unknown>[] => {
  const segments = field(body, "segments");
  return Array.isArray(segments) ? segments.map((segment) => ({ ...Object(segment) })) : [];
};

export const clientOf = (emulator: Emulator): Client => {
  const segments = `/apps/${emulator.apps[0]?.id}/segments`;
  const send = async (
    method: string,
    path: string,
    { body, raw, headers }: Send = {},
  ): Promise<Reply> => {
    const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const type = content === undefined ? {} : { "content-type": "application/json; charset=utf-8" };
    const all = withoutNulls({ authorization: `Key ${emulator.apiKey}`, ...type, ...headers });
    // Bytes, because fetch gives a text without Content-Type one of its own.
    const bytes = content === undefined ? null : new TextEncoder().encode(content);
    return read(await fetch(emulator.url + path, { method, headers: all, body: bytes }));
  };
  return {
    emulator,
    segments,
    send,
    create: async (body) => {
      const reply = await send("POST", segments, { body });
      if (reply.status !== 201) throw new Error(JSON.stringify(reply.body));
      return String(field(reply.body, "id"));
    },
    payload: async (id) => {
      const reply = await send("GET", `${segments}/${id}?include-segment-detail=true`);
      return { ...Object(field(reply.body, "payload")) };
    },
  };
};

/** Starts an emulator for the tests of a `describe`, fresh for each of them, and closes it after the last. */
export const emulated = (options: EmulatorOptions = {}): (() => Client) => {
  let client: Client | undefined;
  before(async () => {
    client = clientOf(await startEmulator(options));
  });
  beforeEach(() => client?.emulator.reset());
  after(() => client?.emulator.close());
  return () => {
    if (client === undefined) throw new Error("The emulator is started before the first test.");
    return client;
  };
};

export const filters = [{ field: "session_count", relation: ">", value: "5" }];
export const uuid = "0b5e8f3a-7a44-4c5e-9f4e-2f5f5b0c9a10";
