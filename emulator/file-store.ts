import { isObject, parseJson } from "./json";
import { Refusal } from "./read";
import { type Journal, MemoryStore, type Store } from "./store";

/**
 * A store that survives a restart: memory in front, an SQLite file behind.
 * Fails with `Refusal` when the file is held by another emulator or is no database.
 */
export const openFileStore = async (file: string): Promise<Store> => {
  // Loaded here, because Node before 22.13 has no such module without a flag, and memory needs none.
  const { DatabaseSync } = await import("node:sqlite");
  const database = openDatabase(() => new DatabaseSync(file), file);
  const store = new MemoryStore(journalIn(database));
  for (const row of database
    .prepare("SELECT kind, scope, id, value FROM record ORDER BY rowid")
    .all()) {
    const value = parseJson(String(row["value"]));
    if (isObject(value))
      store.restore(String(row["kind"]), String(row["scope"]), String(row["id"]), value);
  }
  return store;
};

type Database = import("node:sqlite").DatabaseSync;

const openDatabase = (open: () => Database, file: string): Database => {
  try {
    const database = open();
    // Exclusive: a second emulator would answer from a memory that no longer matches the file.
    // WAL without a sync per write: a killed process loses nothing, and a write stays far below a millisecond.
    database.exec(`
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      CREATE TABLE IF NOT EXISTS record (
        kind TEXT NOT NULL, scope TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL,
        UNIQUE (kind, scope, id));
      BEGIN EXCLUSIVE; COMMIT;`);
    return database;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const advice = reason.includes("locked")
      ? "another emulator uses it; stop that one or name another file"
      : `${reason}; name a new file or one that an emulator wrote`;
    throw new Refusal(`The data file ${file} cannot be used: ${advice}.`);
  }
};

const journalIn = (database: Database): Journal => {
  // An upsert keeps the row's place, so the order of insertion survives an edit.
  const put = database.prepare(`INSERT INTO record (kind, scope, id, value) VALUES (?, ?, ?, ?)
    ON CONFLICT (kind, scope, id) DO UPDATE SET value = excluded.value`);
  const remove = database.prepare("DELETE FROM record WHERE kind = ? AND scope = ? AND id = ?");
  return {
    put: (kind, scope, id, value) => void put.run(kind, scope, id, JSON.stringify(value)),
    remove: (kind, scope, id) => void remove.run(kind, scope, id),
    clear: () => database.exec("DELETE FROM record"),
    close: () => database.close(),
  };
};
