import { type handleUnaryCall, Server, status } from "@grpc/grpc-js";
import { ConverterService } from "@pulumi/pulumi/proto/converter_grpc_pb";
import type { ConvertStateRequest, ConvertStateResponse } from "@pulumi/pulumi/proto/converter_pb";
import type { Surroundings } from "../accounts";
import { toError, toResponse } from "./answer";
import { convert, Refused } from "./convert";

/** As large as Pulumi's own limit. Source: pulumi/pulumi, sdk/nodejs/runtime/settings.ts. */
const LARGEST_MESSAGE = 400 * 1024 * 1024;

type ConvertState = handleUnaryCall<ConvertStateRequest, ConvertStateResponse>;

const answer = async (args: readonly string[], host: Surroundings) => {
  try {
    return toResponse(await convert(args, host));
  } catch (error) {
    if (error instanceof Refused) return toError(error.message);
    throw error;
  }
};

const convertState =
  (host: () => Promise<Surroundings>): ConvertState =>
  (call, callback) => {
    host()
      .then((surroundings) => answer(call.request.getArgsList(), surroundings))
      .then((response) => callback(null, response))
      .catch((error: unknown) => {
        const problem = error instanceof Error ? error.message : String(error);
        callback({ code: status.INTERNAL, details: `the converter has a fault: ${problem}` });
      });
  };

/** Segments come from an account, never from a program. */
const refuse: handleUnaryCall<unknown, unknown> = (_, callback) =>
  callback({
    code: status.UNIMPLEMENTED,
    details:
      "the audiences converter converts accounts, not programs; use `pulumi import --from audiences`",
  });

export const server = (host: () => Promise<Surroundings>): Server => {
  const served = new Server({
    "grpc.max_receive_message_length": LARGEST_MESSAGE,
    "grpc.max_send_message_length": LARGEST_MESSAGE,
  });
  served.addService(ConverterService, {
    convertState: convertState(host),
    convertProgram: refuse,
    convertSnippet: refuse,
  });
  return served;
};
