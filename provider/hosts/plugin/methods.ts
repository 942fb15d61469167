import { status } from "@grpc/grpc-js";
import { about, type Ears } from "./about";
import { check } from "./check";
import { config } from "./config";
import { diff } from "./diff";
import { Fault } from "./fault";
import { invoke } from "./invoke";
import { lifecycle } from "./lifecycle";
import { list } from "./list";
import { read } from "./read";
import type { Method, Methods } from "./rpc";
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
    Invoke: invoke,
  };
};

const refuse =
  <A>(reason: string): Method<A> =>
  () =>
    Promise.reject(new Fault(status.FAILED_PRECONDITION, reason));

/** A provider that cannot work here and says why at the first thing it is asked: what a plugin prints, nobody sees. */
export const refusal = (reason: string): Methods => {
  const no = refuse<Buffer>(reason);
  return {
    ...about({ onEngine: () => undefined, onCancel: () => undefined }),
    CheckConfig: no,
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
