/** `pulumi-resource-audiences`: starts to listen, prints the port, and leaves when nobody needs it any more. */
import { Console } from "node:console";
import { engineAddress } from "./argv";
import type { Methods } from "./rpc";
import { server } from "./server";

const OLDEST_NODE = 22;
const PARENT_CHECK_MS = 1000;

/** Standard output belongs to the port alone. */
globalThis.console = new Console(process.stderr);

const refusalReason = (): string | undefined => {
  const major = Number(process.versions.node.split(".")[0]);
  return major >= OLDEST_NODE
    ? undefined
    : `the audiences provider needs Node.js ${OLDEST_NODE} or later, and the \`node\` that it found (${process.execPath}) is ${process.versions.node}. Install a newer Node.js (https://nodejs.org), or put a newer one first on PATH.`;
};

let engine = engineAddress(process.argv.slice(2));
const onEngine = (address: string): void => {
  engine = address;
};

/** Loaded after the port is printed: the engine needs longer to connect than this takes. */
const provider = async (): Promise<Methods> => {
  const { methods, refusal } = await import("./methods.js");
  const reason = refusalReason();
  if (reason !== undefined) return refusal(reason);
  const [{ vendors }, { transport }, { engineLog }] = await Promise.all([
    import("../../registry.js"),
    import("../../http/send.js"),
    import("./log.js"),
  ]);
  const log = engineLog(() => engine);
  return methods({ vendors, transport, environment: process.env, log }, onEngine);
};

let loaded: Promise<Methods> | undefined;
const load = (): Promise<Methods> => {
  loaded ??= provider();
  return loaded;
};

const { listen, failAll } = server(load);

const onUnexpected = (error: unknown): void => {
  const problem = error instanceof Error ? error.message : String(error);
  console.error(error);
  failAll(`the provider has a fault of its own; please report it: ${problem}`);
};
process.on("uncaughtException", onUnexpected);
process.on("unhandledRejection", onUnexpected);

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(0));

/** An engine that was killed cannot say good-bye. */
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(0);
}, PARENT_CHECK_MS).unref();

void listen().then(
  (port) => {
    process.stdout.write(`${port}\n`);
    setImmediate(() => load().catch(() => undefined));
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
