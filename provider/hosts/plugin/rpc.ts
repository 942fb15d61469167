import { status } from "@grpc/grpc-js";
import { Fault } from "./fault";
import { Malformed } from "./wire";

/** One method of the protocol, in bytes. Throws a `Fault`. A method that streams gives its answers in a list. */
export type Method<A> = (request: Buffer) => Promise<A>;

const readAs = <Q>(read: (bytes: Buffer) => Q, bytes: Buffer): Q => {
  try {
    return read(bytes);
  } catch (error) {
    const problem = error instanceof Malformed ? error.message : "it is not understood";
    throw new Fault(status.INVALID_ARGUMENT, `the request was refused: ${problem}`);
  }
};

/** A method from its three parts: what is asked, what is done, what is answered. */
export const method =
  <Q, R>(
    read: (bytes: Buffer) => Q,
    answer: (request: Q) => R | Promise<R>,
    write: (response: R) => Buffer,
  ): Method<Buffer> =>
  async (bytes) =>
    write(await answer(readAs(read, bytes)));

/** The same for a method that answers many times. */
export const stream =
  <Q, R>(
    read: (bytes: Buffer) => Q,
    answer: (request: Q) => Promise<readonly R[]>,
    write: (response: R) => Buffer,
  ): Method<readonly Buffer[]> =>
  async (bytes) =>
    (await answer(readAs(read, bytes))).map(write);

export const UNARY = [
  "Handshake",
  "Parameterize",
  "GetSchema",
  "CheckConfig",
  "DiffConfig",
  "Configure",
  "Invoke",
  "Call",
  "Check",
  "Diff",
  "Create",
  "Read",
  "Update",
  "Delete",
  "Construct",
  "Cancel",
  "GetPluginInfo",
  "Attach",
  "GetMapping",
  "GetMappings",
] as const;

export type Methods = { readonly [name in (typeof UNARY)[number]]: Method<Buffer> } & {
  readonly List: Method<readonly Buffer[]>;
};
