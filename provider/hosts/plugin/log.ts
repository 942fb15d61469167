import { Client, credentials } from "@grpc/grpc-js";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

/** Tells the engine, which shows it to people beside the resource. Debug messages are seen with `pulumi -v` only. */
export type Log = (
  severity: "debug" | "info" | "warning",
  urn: string,
  message: string,
) => Promise<void>;

const severities = {
  debug: LogSeverity.DEBUG,
  info: LogSeverity.INFO,
  warning: LogSeverity.WARNING,
};

/** An engine that does not listen must not hold up the work. */
const PATIENCE_MS = 1000;

const send = (client: Client, request: LogRequest): Promise<void> =>
  new Promise((done) => {
    client.makeUnaryRequest(
      "/pulumirpc.Engine/Log",
      (message: LogRequest) => Buffer.from(message.serializeBinary()),
      () => undefined,
      request,
      { deadline: Date.now() + PATIENCE_MS },
      () => done(),
    );
  });

/** Logs to the engine at `address()`, connecting when there is first something to say; silent while there is no engine. */
export const engineLog = (address: () => string | undefined): Log => {
  const clients = new Map<string, Client>();
  return (severity, urn, message) => {
    const engine = address();
    if (engine === undefined) return Promise.resolve();
    const client = clients.get(engine) ?? new Client(engine, credentials.createInsecure());
    clients.set(engine, client);
    const request = new LogRequest();
    request.setSeverity(severities[severity]).setUrn(urn).setMessage(message);
    return send(client, request);
  };
};
