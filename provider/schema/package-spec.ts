/** Registry -> the package's whole schema. Pure: the same vendors make the same text. */
import { functionsOf } from "../core/function";
import type { Model } from "../core/lifecycle";
import { sorted } from "./from-codec";
import { functionSpec, functionTypes } from "./function-spec";
import { languages } from "./language";
import { type Configured, configVariables, providerSpec } from "./provider-spec";
import { resourceSpec, resourceTypes } from "./resource-spec";
import type { PackageSpec } from "./spec";

/** What of a vendor the schema needs: everything but what talks to the network. */
export interface Described extends Configured {
  readonly resources: readonly { readonly model: Model }[];
}

/** What package.json says of the package, so that it is said once. */
export interface About {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly license: string;
  readonly homepage?: string;
  readonly repository?: string;
  readonly publisher?: string;
  /** The range of `@pulumi/pulumi` that generated code needs. */
  readonly pulumiRange: string;
}

const NAME = "audiences";
const DISPLAY_NAME = "Audiences";

/** Beside the repository where there is one; a path that no server answers for needs a `replace` in the program's go.mod. */
const goModule = ({ name, repository }: About): string =>
  `${repository?.replace(/^https?:\/\//, "") ?? name}/sdk`;

export const modelsOf = (vendors: readonly Described[]): readonly Model[] =>
  vendors.flatMap(({ resources }) => resources.map(({ model }) => model));

export const packageSpec = (vendors: readonly Described[], about: About): PackageSpec => {
  const models = modelsOf(vendors);
  const functions = models.flatMap(functionsOf).map(({ model }) => model);
  return {
    name: NAME,
    displayName: DISPLAY_NAME,
    version: about.version,
    description: about.description,
    keywords: about.keywords,
    license: about.license,
    ...(about.homepage === undefined ? {} : { homepage: about.homepage }),
    ...(about.repository === undefined ? {} : { repository: about.repository }),
    ...(about.publisher === undefined ? {} : { publisher: about.publisher }),
    meta: { moduleFormat: "(.*)" },
    config: { variables: configVariables(vendors) },
    provider: providerSpec(vendors),
    types: sorted(
      Object.fromEntries([...models.flatMap(resourceTypes), ...functions.flatMap(functionTypes)]),
    ),
    resources: sorted(
      Object.fromEntries(models.map((model) => [model.token, resourceSpec(model)])),
    ),
    functions: sorted(
      Object.fromEntries(functions.map((model) => [model.token, functionSpec(model)])),
    ),
    language: languages(NAME, DISPLAY_NAME, vendors, {
      npmName: about.name,
      description: about.description,
      pulumiRange: about.pulumiRange,
      goModule: goModule(about),
    }),
  };
};

/** Two spaces and a newline at the end, so that a difference is a difference in meaning. */
export const print = (spec: PackageSpec): string => `${JSON.stringify(spec, undefined, 2)}\n`;
