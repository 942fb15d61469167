/** The one service of the engine that a provider calls. */
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import type { LogRequest } from "@pulumi/pulumi/proto/engine_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

export interface Logged {
  readonly severity: string;
  readonly urn: string;
  readonly message: string;
}

const severities = ["debug", "info", "warning", "error"];

/** Any free port. */
export const bind = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) =>
      error === null ? resolve(port) : reject(error),
    );
  });

export const startEngine = async () => {
  const logged: Logged[] = [];
  const server = new Server();
  server.addService(EngineService, {
    log: (call: { request: LogRequest }, done: (error: null, response: Empty) => void) => {
      const { request } = call;
      const severity = severities[request.getSeverity()] ?? "";
      logged.push({ severity, urn: request.getUrn(), message: request.getMessage() });
      done(null, new Empty());
    },
  });
  const port = await bind(server);
  return { address: `127.0.0.1:${port}`, logged, close: () => server.forceShutdown() };
};

export type FakeEngine = Awaited<ReturnType<typeof startEngine>>;
