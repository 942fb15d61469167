import { status } from "@grpc/grpc-js";
import { functionsOf, type ProviderFunction } from "../../core/function";
import { parseUrn } from "../../core/token";
import type { Vendor } from "../../core/vendor";
import { spellOut } from "../../core/wording";
import type { Transport } from "../../http/send";
import type { Kind } from "../accounts";
import { Fault } from "./fault";

type Vendors = readonly Vendor<Transport>[];

/** Finds a kind by its type, or by the URN of a resource where an old engine sends no type. Throws a `Fault`. */
export type FindKind = (type: string, urn: string) => Kind;

/** Finds a function by its token, and the kind that it is about. Throws a `Fault`. */
export type FindFunction = (token: string) => Kind & { readonly called: ProviderFunction };

const found = <A>(all: ReadonlyMap<string, A>, token: string, what: string): A => {
  const one = all.get(token);
  if (one !== undefined) return one;
  const known = spellOut([...all.keys()], "and");
  throw new Fault(status.NOT_FOUND, `there is no ${what} ${token}; this provider has ${known}`);
};

const kindsOf = (vendors: Vendors): readonly Kind[] =>
  vendors.flatMap((vendor) => vendor.resources.map((resource) => ({ vendor, resource })));

export const findKind = (vendors: Vendors): FindKind => {
  const kinds = new Map<string, Kind>(
    kindsOf(vendors).map((kind) => [kind.resource.model.token, kind]),
  );
  return (type, urn) => found(kinds, type === "" ? parseUrn(urn).type : type, "resource");
};

export const findFunction = (vendors: Vendors): FindFunction => {
  const functions = new Map<string, ReturnType<FindFunction>>(
    kindsOf(vendors).flatMap((kind) =>
      functionsOf(kind.resource.model).map((called) => [called.model.token, { ...kind, called }]),
    ),
  );
  return (token) => found(functions, token, "function");
};
