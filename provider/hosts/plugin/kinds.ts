import { status } from "@grpc/grpc-js";
import type { Resource } from "../../core/resource";
import { parseUrn } from "../../core/token";
import type { Vendor } from "../../core/vendor";
import { spellOut } from "../../core/wording";
import type { Transport } from "../../http/send";
import { Fault } from "./fault";

/** A resource type and the vendor it belongs to. */
export interface Kind {
  readonly vendor: Vendor<Transport>;
  readonly resource: Resource;
}

/** Finds a kind by its type, or by the URN of a resource where an old engine sends no type. Throws a `Fault`. */
export type FindKind = (type: string, urn: string) => Kind;

export const findKind = (vendors: readonly Vendor<Transport>[]): FindKind => {
  const kinds = new Map<string, Kind>(
    vendors.flatMap((vendor) =>
      vendor.resources.map((resource) => [resource.model.token, { vendor, resource }]),
    ),
  );
  return (given, urn) => {
    const type = given === "" ? parseUrn(urn).type : given;
    const kind = kinds.get(type);
    if (kind !== undefined) return kind;
    const known = spellOut([...kinds.keys()], "and");
    throw new Fault(status.NOT_FOUND, `there is no resource ${type}; this provider has ${known}`);
  };
};
