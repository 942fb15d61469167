/** The types of a resource class, computed from the codecs of its inputs and outputs. */
import type { asset, Input, Output } from "@pulumi/pulumi";
import type * as t from "io-ts";
import type { Asset } from "../../core/asset";

type Scalar = string | number | boolean | null | undefined;

type IsUnion<A, Whole = A> = A extends unknown ? ([Whole] extends [A] ? false : true) : never;

/** A word that can only be one tells the variants of a union apart, and stays plain: else TypeScript could not tell which is meant. */
type IsTag<A> = [A] extends [string]
  ? string extends A
    ? false
    : IsUnion<A> extends true
      ? false
      : true
  : false;

type Inner<A> = A extends Scalar
  ? A
  : A extends Asset
    ? asset.Asset
    : A extends readonly (infer Item)[]
      ? readonly Wrapped<Item>[]
      : {
          readonly [K in keyof A]: IsTag<Exclude<A[K], undefined>> extends true
            ? A[K]
            : Wrapped<A[K]>;
        };

/** A value, in which an output of another resource may stand anywhere. */
type Wrapped<A> = Input<Inner<A>>;

type Optional<A> = { [K in keyof A]-?: undefined extends A[K] ? K : never }[keyof A];

/** What a program writes. */
export type Inputs<C extends t.Mixed> = {
  readonly [K in Exclude<keyof t.TypeOf<C>, Optional<t.TypeOf<C>>>]: Wrapped<t.TypeOf<C>[K]>;
} & {
  readonly [K in Optional<t.TypeOf<C>>]?: Wrapped<t.TypeOf<C>[K]> | undefined;
};

/** What a program reads. */
export type Outputs<C extends t.Mixed> = {
  readonly [K in keyof t.TypeOf<C>]-?: Output<t.TypeOf<C>[K]>;
};
