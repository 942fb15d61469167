/** The life of a process that the engine starts: it listens, prints its port, and leaves when nobody needs it any more. */
import { Console } from "node:console";
import { type Server, ServerCredentials } from "@grpc/grpc-js";

const OLDEST_NODE = 22;
const PARENT_CHECK_MS = 1000;

/** Why this Node.js will not do; absent when it does. */
export const nodeProblem = (who: string): string | undefined => {
  const { node } = process.versions;
  return Number(node.split(".")[0]) >= OLDEST_NODE
    ? undefined
    : `${who} needs Node.js ${OLDEST_NODE} or later, and the \`node\` that it found (${process.execPath}) is ${node}. Install a newer Node.js (https://nodejs.org), or put a newer one first on PATH.`;
};

/** Standard output belongs to the port alone; and an engine that was killed cannot say good-bye. */
export const beChild = (): void => {
  globalThis.console = new Console(process.stderr);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(0));
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(0);
  }, PARENT_CHECK_MS).unref();
};

/** Starts to listen on a free port of this machine only, and tells the engine which. */
export const announce = (server: Server): void => {
  server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
    if (error === null) {
      process.stdout.write(`${port}\n`);
      return;
    }
    console.error(error);
    process.exit(1);
  });
};
