import { type Emulator, type EmulatorOptions, startEmulator } from "../../emulator";

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A client of Statsig's Console API that knows the key and nothing else. */
export interface Client {
  readonly emulator: Emulator;
  readonly send: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Reply>;
  /** Creates, and answers the segment; fails when the emulator refuses. */
  readonly create: (body: object) => Promise<Readonly<Record<string, unknown>>>;
}

/** What stands at a path of a body, such as `data.rules.0.id`. */
export const at = (body: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((value, key) => Object(value)[key], body);

const clientOf = (emulator: Emulator): Client => {
  const send: Client["send"] = async (method, path, body, headers = {}) => {
    const answer = await fetch(`${emulator.url}/console/v1/segments${path}`, {
      method,
      headers: {
        "STATSIG-API-KEY": emulator.statsigApiKey,
        "STATSIG-API-VERSION": "20240601",
        "content-type": "application/json",
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    return { status: answer.status, headers: answer.headers, body: await answer.json() };
  };
  return {
    emulator,
    send,
    create: async (body) => {
      const reply = await send("POST", "", body);
      if (reply.status !== 201) throw new Error(JSON.stringify(reply.body));
      return Object(at(reply.body, "data"));
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

export const rule = (more: object = {}) => ({
  name: "All",
  passPercentage: 10,
  conditions: [{ type: "user_id", operator: "any", targetValue: ["1", "2"] }],
  ...more,
});
