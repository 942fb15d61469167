import { status } from "@grpc/grpc-js";
import { explain, type Failure } from "../../core/failure";
import { redact } from "../redact";

/** An answer that is no success. Its message is written for people and shown to them as it stands. */
export class Fault extends Error {
  readonly code: status;
  constructor(code: status, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * The engine takes INTERNAL, UNKNOWN and DATA_LOSS as "nobody knows what happened" and UNIMPLEMENTED as leave to go on
 * without; all others only as what they say. Source: pulumi/pulumi, pkg/resource/plugin/provider_plugin.go.
 */
const codes: { readonly [tag in Failure["_tag"]]: status } = {
  InvalidInput: status.INVALID_ARGUMENT,
  MissingSetting: status.FAILED_PRECONDITION,
  BadId: status.INVALID_ARGUMENT,
  NotFound: status.NOT_FOUND,
  AlreadyExists: status.ALREADY_EXISTS,
  Ambiguous: status.FAILED_PRECONDITION,
  Unsupported: status.FAILED_PRECONDITION,
  Unauthorized: status.UNAUTHENTICATED,
  PlanForbids: status.PERMISSION_DENIED,
  LimitReached: status.RESOURCE_EXHAUSTED,
  Refused: status.FAILED_PRECONDITION,
  RateLimited: status.RESOURCE_EXHAUSTED,
  Unavailable: status.UNAVAILABLE,
  Unreachable: status.UNAVAILABLE,
  TimedOut: status.DEADLINE_EXCEEDED,
  Cancelled: status.CANCELLED,
  Unexpected: status.INTERNAL,
};

export const faultOf = (failure: Failure): Fault =>
  new Fault(codes[failure._tag], explain(failure));

/** The same without secrets that a vendor may have repeated. */
export const redacted = ({ code, message }: Fault, secrets: readonly string[]): Fault =>
  new Fault(code, redact(message, secrets));
