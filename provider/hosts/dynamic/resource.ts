import * as pulumi from "@pulumi/pulumi";
import type * as t from "io-ts";
import type { ObjectCodec } from "../../core/closed";
import { SECRETS, URN } from "./bag";
import type { Delegate } from "./delegate";
import { type ImportFile, importFile } from "./import-file";
import { secretPaths } from "./secrets";
import type { Inputs, Outputs } from "./typed";

export type { Inputs, Outputs } from "./typed";

/** `audiences:onesignal:Segment` becomes `audiences/onesignal` and `Segment`. */
const namesOf = (token: string): { readonly module: string; readonly type: string } => {
  const [pkg, module, type] = token.split(":");
  return { module: `${pkg}/${module}`, type: type ?? "" };
};

/** The type that state and URNs show: `pulumi-nodejs:dynamic/audiences/onesignal:Segment`. */
const typeOf = (token: string): string => {
  const { module, type } = namesOf(token);
  return `pulumi-nodejs:dynamic/${module}:${type}`;
};

/**
 * The URN that the resource will have. As a promise it is no dependency: a child that waited for its parent would wait for ever,
 * because whoever waits for a component waits for its children.
 */
const urnOf = (type: string, name: string, parent: pulumi.Resource | undefined): Promise<string> =>
  new Promise((resolve) => {
    pulumi.createUrn(name, type, parent).apply(resolve);
  });

export interface ResourceClass<A extends t.Mixed, O extends t.Mixed> {
  new (
    name: string,
    args: Inputs<A>,
    opts?: pulumi.CustomResourceOptions,
  ): pulumi.dynamic.Resource & Outputs<O>;
  /**
   * The file that brings segments that exist already under management, by resource name and id:
   * `pulumi import --file FILE --generate-code=false --protect=false`, then `pulumi refresh`.
   */
  readonly importFile: (ids: { readonly [name: string]: string }) => Promise<ImportFile>;
}

/**
 * A resource class of which `handler`, the exports of a module of this package, is the provider. The engine tells a dynamic
 * provider neither who a resource is nor what of it is secret; the class does, in inputs that begin with `__` and are no part of
 * the segment.
 */
export function resource<A extends t.Mixed, O extends t.Mixed & ObjectCodec>(
  handler: Delegate,
  codecs: { readonly args: A; readonly outputs: O },
): ResourceClass<A, O>;
export function resource(
  handler: Delegate,
  { outputs }: { readonly outputs: ObjectCodec },
): unknown {
  const { module, type } = namesOf(handler.token);
  const absent = Object.fromEntries(
    Object.keys({ ...outputs.required, ...outputs.optional }).map((name) => [name, undefined]),
  );
  const urnType = typeOf(handler.token);
  return class extends pulumi.dynamic.Resource {
    static readonly importFile = (ids: { readonly [name: string]: string }): Promise<ImportFile> =>
      importFile(handler, urnType, ids);

    constructor(name: string, args: object, opts: pulumi.CustomResourceOptions = {}) {
      const hidden = {
        [URN]: urnOf(urnType, name, opts.parent),
        [SECRETS]: secretPaths(args),
      };
      super(handler, name, { ...absent, ...args, ...hidden }, opts, module, type);
    }
  };
}
