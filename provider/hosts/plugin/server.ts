import * as grpc from "@grpc/grpc-js";
import { Fault } from "./fault";
import { type Method, type Methods, UNARY } from "./rpc";

/** As large as Pulumi's own limit. Source: pulumi/pulumi, sdk/nodejs/runtime/settings.ts. */
const LARGEST_MESSAGE = 400 * 1024 * 1024;

const bytes = (value: Buffer): Buffer => value;

const definition = (
  name: string,
  responseStream: boolean,
): grpc.MethodDefinition<Buffer, Buffer> => ({
  path: `/pulumirpc.ResourceProvider/${name}`,
  requestStream: false,
  responseStream,
  requestSerialize: bytes,
  requestDeserialize: bytes,
  responseSerialize: bytes,
  responseDeserialize: bytes,
});

export interface Server {
  readonly served: grpc.Server;
  /** Answers everything that is still waiting for an answer. */
  readonly failAll: (problem: string) => void;
}

const toStatus = (error: unknown): grpc.StatusObject => {
  const isFault = error instanceof Fault;
  const problem = error instanceof Error ? error.message : String(error);
  return {
    code: isFault ? error.code : grpc.status.INTERNAL,
    details: isFault
      ? problem
      : `the provider has a fault of its own; please report it: ${problem}`,
    metadata: new grpc.Metadata(),
  };
};

/** What still waits for an answer; each call is answered once. */
const waiting = () => {
  const open = new Set<(error: unknown) => void>();
  const add = (fail: (error: unknown) => void): (() => boolean) => {
    open.add(fail);
    return () => open.delete(fail);
  };
  const failAll = (problem: string): void => {
    for (const fail of [...open]) fail(new Fault(grpc.status.INTERNAL, problem));
  };
  return { add, failAll };
};

/** Serves the methods, which are loaded when the first of them is called. */
export const server = (load: () => Promise<Methods>): Server => {
  const { add, failAll } = waiting();

  const unary =
    (pick: (methods: Methods) => Method<Buffer>): grpc.handleUnaryCall<Buffer, Buffer> =>
    (call, callback) => {
      const fail = (error: unknown): void => {
        if (settle()) callback(toStatus(error));
      };
      const settle = add(fail);
      load()
        .then((methods) => pick(methods)(call.request))
        .then((answer) => settle() && callback(null, answer))
        .catch(fail);
    };

  const streaming: grpc.handleServerStreamingCall<Buffer, Buffer> = (call) => {
    const fail = (error: unknown): void => {
      if (settle()) call.emit("error", toStatus(error));
    };
    const settle = add(fail);
    load()
      .then((methods) => methods.List(call.request))
      .then((answers) => {
        if (!settle()) return;
        for (const answer of answers) call.write(answer);
        call.end();
      })
      .catch(fail);
  };

  const served = new grpc.Server({
    "grpc.max_receive_message_length": LARGEST_MESSAGE,
    "grpc.max_send_message_length": LARGEST_MESSAGE,
  });
  served.addService(
    {
      ...Object.fromEntries(UNARY.map((name) => [name, definition(name, false)])),
      List: definition("List", true),
    },
    {
      ...Object.fromEntries(UNARY.map((name) => [name, unary((methods) => methods[name])])),
      List: streaming,
    },
  );

  return { served, failAll };
};
