export type { Fault, FaultMatch } from "./fault";
export { FaultBook } from "./faults";
export { Refusal } from "./read";
export type * from "./registry";
export type { RequestEntry, RequestReport } from "./request-log";
export { type Emulator, type EmulatorOptions, startEmulator } from "./server";
export type { Settings, SettingsPatch } from "./settings";
export type { Store, Table } from "./store";
