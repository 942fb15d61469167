/** Every property of a schema with the place where it is said, for rules that hold everywhere. */
import type { PackageSpec, Properties, PropertySpec, TypeSpec } from "../../provider/schema/spec";

export interface Place {
  readonly at: string;
  readonly name: string;
  readonly spec: PropertySpec;
}

const within = (owner: string, properties: Properties): readonly Place[] =>
  Object.entries(properties).map(([name, spec]) => ({ at: `${owner}.${name}`, name, spec }));

export const inputs = ({ resources }: PackageSpec): readonly Place[] =>
  Object.entries(resources).flatMap(([token, { inputProperties }]) =>
    within(`${token}(input)`, inputProperties),
  );

export const outputs = ({ resources }: PackageSpec): readonly Place[] =>
  Object.entries(resources).flatMap(([token, { properties }]) => within(token, properties));

export const inTypes = ({ types }: PackageSpec): readonly Place[] =>
  Object.entries(types).flatMap(([token, type]) =>
    type.type === "object" ? within(token, type.properties) : [],
  );

const inFunctions = ({ functions }: PackageSpec): readonly Place[] =>
  Object.entries(functions).flatMap(([token, spec]) => [
    ...within(`${token}(argument)`, spec.inputs.properties),
    ...within(token, spec.outputs.properties),
  ]);

export const places = (spec: PackageSpec): readonly Place[] => [
  ...inputs(spec),
  ...outputs(spec),
  ...inTypes(spec),
  ...inFunctions(spec),
  ...within("config", spec.config.variables),
  ...within("provider", spec.provider.inputProperties),
];

/** A type and all that it is written of; what it refers to by name is not followed. */
export const parts = (type: TypeSpec): readonly TypeSpec[] => [
  type,
  ...(type.items === undefined ? [] : parts(type.items)),
  ...(type.oneOf ?? []).flatMap(parts),
];

export interface Union {
  readonly at: string;
  readonly members: readonly TypeSpec[];
  readonly discriminator: TypeSpec["discriminator"];
}

export const unions = (spec: PackageSpec): readonly Union[] =>
  places(spec).flatMap(({ at, spec: property }) =>
    parts(property).flatMap(({ oneOf, discriminator }) =>
      oneOf === undefined ? [] : [{ at, members: oneOf, discriminator }],
    ),
  );

/** What `#/types/…` refers to. */
export const resolve = ({ types }: PackageSpec, $ref: string | undefined) =>
  types[$ref?.replace("#/types/", "") ?? ""];
