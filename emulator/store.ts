/** Records of one kind, by scope (an app, a project, an account) and id. */
export interface Table<A> {
  get(scope: string, id: string): A | undefined;
  /** In the order of first insertion. */
  all(scope: string): readonly A[];
  put(scope: string, id: string, value: A): void;
  /** False when there was nothing to remove. */
  remove(scope: string, id: string): boolean;
}

/** Everything an emulator remembers. Values must be plain JSON, since a store may keep them in a file. */
export interface Store {
  table<A extends object>(name: string): Table<A>;
  /** Forgets every record of every table. */
  clear(): void;
  close(): void;
}

/** Told of each change, so that a file can follow the memory. */
export interface Journal {
  put(table: string, scope: string, id: string, value: object): void;
  remove(table: string, scope: string, id: string): void;
  clear(): void;
  close(): void;
}

type Scopes = Map<string, Map<string, object>>;

const silent: Journal = { put() {}, remove() {}, clear() {}, close() {} };

/** The store itself is always in memory: a list of 1,000 segments is read from maps, whatever keeps it for later. */
export class MemoryStore implements Store {
  readonly #tables = new Map<string, Scopes>();
  readonly #journal: Journal;

  constructor(journal: Journal = silent) {
    this.#journal = journal;
  }

  /** Puts back what a journal kept; it is not told again. */
  restore(table: string, scope: string, id: string, value: object): void {
    this.#scope(table, scope).set(id, value);
  }

  table<A extends object>(name: string): Table<A> {
    // A table is used under one type only, that of the module which names it.
    const scopeOf = (scope: string) => this.#scope(name, scope) as Map<string, A>;
    return {
      get: (scope, id) => scopeOf(scope).get(id),
      all: (scope) => [...scopeOf(scope).values()],
      put: (scope, id, value) => {
        scopeOf(scope).set(id, value);
        this.#journal.put(name, scope, id, value);
      },
      remove: (scope, id) => {
        const removed = scopeOf(scope).delete(id);
        if (removed) this.#journal.remove(name, scope, id);
        return removed;
      },
    };
  }

  clear(): void {
    this.#tables.clear();
    this.#journal.clear();
  }

  close(): void {
    this.#journal.close();
  }

  #scope(table: string, scope: string): Map<string, object> {
    const scopes = this.#tables.get(table) ?? new Map<string, Map<string, object>>();
    const records = scopes.get(scope) ?? new Map<string, object>();
    this.#tables.set(table, scopes.set(scope, records));
    return records;
  }
}
