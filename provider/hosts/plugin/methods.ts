import { status } from "@grpc/grpc-js";
import { CheckFailure, CheckResponse } from "@pulumi/pulumi/proto/provider_pb";
import { about, type Ears } from "./about";
import { check } from "./check";
import { config } from "./config";
import { diff } from "./diff";
import { Fault } from "./fault";
import { invoke } from "./invoke";
import { lifecycle } from "./lifecycle";
import { list } from "./list";
import { requests, responses } from "./protocol";
import { read } from "./read";
import { type Method, type Methods, method } from "./rpc";
import { type Host, session } from "./session";

/** The whole provider: a function of its vendors. */
export const methods = (host: Host, onEngine: Ears["onEngine"]): Methods => {
  const current = session(host);
  return {
    ...about({ onEngine, onCancel: current.cancel }),
    ...config(host.vendors, current),
    ...lifecycle(current),
    Check: check(current),
    Diff: diff(current),
    Read: read(current),
    List: list(current),
    Invoke: invoke(current),
  };
};

const refuse =
  <A>(reason: string): Method<A> =>
  () =>
    Promise.reject(new Fault(status.FAILED_PRECONDITION, reason));

/** The first question of most commands; its answer is shown without any of gRPC's own words around it. */
const refuseConfig = (reason: string): Methods["CheckConfig"] =>
  method(
    requests.check,
    () => ({
      message: new CheckResponse().setFailuresList([new CheckFailure().setReason(reason)]),
    }),
    responses.check,
  );

/** A provider that cannot work here and says why at the first thing it is asked: what a plugin prints, nobody sees. */
export const refusal = (reason: string): Methods => {
  const no = refuse<Buffer>(reason);
  return {
    ...about({ onEngine: () => undefined, onCancel: () => undefined }),
    CheckConfig: refuseConfig(reason),
    DiffConfig: no,
    Configure: no,
    Check: no,
    Diff: no,
    Create: no,
    Read: no,
    Update: no,
    Delete: no,
    Invoke: no,
    List: refuse<readonly Buffer[]>(reason),
  };
};
