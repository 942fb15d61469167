/** One request to a vendor's path, or to no path at all (`route` null). Keys are never logged. */
export interface RequestEntry {
  readonly at: string;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly route: string | null;
  readonly vendor: string | null;
  readonly operation: string | null;
  readonly userAgent: string | null;
  /** The request's body as text; absent when empty or above 64 kB. */
  readonly body?: string;
  /** Null while under way and when the connection was cut. */
  status: number | null;
  /** The kind of the fault that decided the answer. */
  fault: string | null;
}

export interface RequestReport {
  readonly total: number;
  /** Requests that may change something: every method but GET. */
  readonly writes: number;
  /** By method and route, such as `POST /apps/:app_id/segments`. */
  readonly counts: Readonly<Record<string, number>>;
  /** By vendor and operation, such as `onesignal.create`. */
  readonly operations: Readonly<Record<string, number>>;
  /** The last 10,000 requests, oldest first; the counters above know all of them. */
  readonly requests: readonly RequestEntry[];
}

const kept = 10_000;
const longestBody = 65_536;

type Facts = Omit<RequestEntry, "at" | "status" | "fault" | "body">;

/** Counts every vendor request, so that a test can say "preview wrote nothing". */
export class RequestLog {
  #total = 0;
  #writes = 0;
  #counts = new Map<string, number>();
  #operations = new Map<string, number>();
  #entries: RequestEntry[] = [];

  /** The entry to complete when the answer is known. */
  begin(facts: Facts, body: string): RequestEntry {
    const entry: RequestEntry = {
      at: new Date().toISOString(),
      ...facts,
      ...(body !== "" && body.length <= longestBody ? { body } : {}),
      status: null,
      fault: null,
    };
    this.#total += 1;
    if (facts.method !== "GET") this.#writes += 1;
    increment(this.#counts, `${facts.method} ${facts.route ?? "(no such path)"}`);
    if (facts.operation !== null) increment(this.#operations, `${facts.vendor}.${facts.operation}`);
    this.#entries.push(entry);
    // Trimmed in blocks: a shift per request would copy the whole list each time.
    if (this.#entries.length >= 2 * kept) this.#entries = this.#entries.slice(-kept);
    return entry;
  }

  report(): RequestReport {
    return {
      total: this.#total,
      writes: this.#writes,
      counts: Object.fromEntries(this.#counts),
      operations: Object.fromEntries(this.#operations),
      requests: this.#entries.slice(-kept).map((entry) => ({ ...entry })),
    };
  }

  clear(): void {
    this.#total = 0;
    this.#writes = 0;
    this.#counts = new Map();
    this.#operations = new Map();
    this.#entries = [];
  }
}

const increment = (counters: Map<string, number>, key: string): void => {
  counters.set(key, (counters.get(key) ?? 0) + 1);
};
