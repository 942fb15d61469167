/** A plain HTTP client of the emulated Push0 account, which shares nothing with the provider. */
import { type Emulator, type EmulatorOptions, startEmulator } from "../../../emulator";

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body, or undefined where it is no JSON. */
  readonly json: unknown;
}

export interface Client {
  readonly emulator: Emulator;
  readonly send: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string | null>>,
  ) => Promise<Reply>;
  /** Creates a segment and answers its id. */
  readonly create: (body: object) => Promise<string>;
  /** The rows of a list; fails when there is none. */
  readonly rows: (query: string) => Promise<readonly Record<string, unknown>[]>;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const clientOf = (emulator: Emulator): Client => {
  const send: Client["send"] = async (method, path, body, headers = {}) => {
    const all = {
      authorization: `Bearer ${emulator.push0ApiKey}`,
      "content-type": "application/json",
      ...headers,
    };
    const present = Object.entries(all).flatMap(([key, value]) =>
      value === null ? [] : [[key, value] as const],
    );
    // Bytes, because fetch gives a text without Content-Type one of its own.
    const bytes = body === undefined ? null : new TextEncoder().encode(JSON.stringify(body));
    const answer = await fetch(emulator.url + path, {
      method,
      headers: Object.fromEntries(present),
      body: bytes,
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, json: parsed(text) };
  };
  return {
    emulator,
    send,
    create: async (body) => {
      const { status, text } = await send("POST", "/v1/segments", body);
      if (status !== 200) throw new Error(text);
      return text;
    },
    rows: async (query) => {
      const { json, text } = await send("GET", `/v1/segments?${query}`);
      if (!Array.isArray(json)) throw new Error(text);
      return json.map((row: unknown) => ({ ...Object(row) }));
    },
  };
};

/** Starts an emulator for the tests of a `describe`, as it was at first for each of them. */
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

export const groups = [
  { type: "AND", constraints: [{ field: "country", value: "PL", relation: "==" }] },
];
