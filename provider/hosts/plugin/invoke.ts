import { status } from "@grpc/grpc-js";
import { Fault } from "./fault";
import { requests, responses } from "./protocol";
import { type Methods, method } from "./rpc";

/** Functions, such as looking a segment up by its name. No vendor has one yet. */
export const invoke: Methods["Invoke"] = method(
  requests.invoke,
  ({ message }) => {
    throw new Fault(status.NOT_FOUND, `this provider has no function ${message.getTok()}`);
  },
  responses.invoke,
);
