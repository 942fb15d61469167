/** The parts of Pulumi's package schema that are written here. Source: pulumi.com/docs, "Pulumi package schema". */

export type Primitive = "string" | "number" | "boolean";

export interface TypeSpec {
  readonly type?: Primitive | "array" | "object";
  readonly $ref?: string;
  readonly items?: TypeSpec;
  readonly oneOf?: readonly TypeSpec[];
  /** Which member of `oneOf` a value is: the word in one property, and the type each word stands for. */
  readonly discriminator?: {
    readonly propertyName: string;
    readonly mapping: { readonly [word: string]: string };
  };
}

export interface PropertySpec extends TypeSpec {
  readonly description?: string;
  readonly const?: string | number | boolean;
  readonly secret?: true;
  /** Heeded on the outputs of a resource only: on inputs the generators pass it over. */
  readonly replaceOnChanges?: true;
  /** Heeded by documentation only. */
  readonly willReplaceOnChanges?: true;
  readonly deprecationMessage?: string;
  readonly defaultInfo?: { readonly environment: readonly string[] };
}

export interface Properties {
  readonly [property: string]: PropertySpec;
}

export interface ObjectSpec {
  readonly type: "object";
  readonly description: string;
  readonly properties: Properties;
  readonly required: readonly string[];
}

interface EnumValueSpec {
  readonly name: string;
  readonly value: string;
  readonly description?: string;
}

export interface EnumSpec {
  readonly type: "string";
  readonly description: string;
  readonly enum: readonly EnumValueSpec[];
}

/** A type with a name. A union has none: it is written out at each use. */
export type NamedSpec = ObjectSpec | EnumSpec;

export interface ResourceSpec {
  readonly description: string;
  readonly inputProperties: Properties;
  readonly requiredInputs: readonly string[];
  readonly properties: Properties;
  readonly required: readonly string[];
  /** Present, even when empty, on a resource whose segments can be listed. */
  readonly listInputs?: { readonly properties: Properties };
}

interface BagSpec {
  readonly properties: Properties;
  readonly required: readonly string[];
}

export interface FunctionSpec {
  readonly description: string;
  readonly inputs: BagSpec;
  readonly outputs: BagSpec;
}

export interface PackageSpec {
  readonly name: string;
  readonly displayName: string;
  readonly version: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly homepage?: string;
  readonly repository?: string;
  readonly license: string;
  readonly publisher?: string;
  readonly meta: { readonly moduleFormat: string };
  readonly config: { readonly variables: Properties };
  readonly provider: Omit<ResourceSpec, "listInputs">;
  readonly types: { readonly [token: string]: NamedSpec };
  readonly resources: { readonly [token: string]: ResourceSpec };
  readonly functions: { readonly [token: string]: FunctionSpec };
  readonly language: { readonly [language: string]: { readonly [option: string]: unknown } };
}
