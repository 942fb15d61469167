/** What keeps a model from being put into a schema, all of it at once and in words, for whoever writes a vendor. */
import type { TypeFact } from "../core/facts";
import type { Model } from "../core/lifecycle";
import { enumName } from "./enum-name";
import { type EnumKind, type Kind, kindOf, type ObjectKind, shapeOf } from "./kind";
import { reachable } from "./reachable";
import { moduleOf, properties, resourceTypes } from "./resource-spec";

/** Facts against the properties they are about: none missing, none without words, none left over. */
const factGaps = (
  owner: string,
  properties: readonly string[],
  facts: { readonly [property: string]: { readonly doc: string } },
): readonly string[] => [
  ...properties
    .filter((property) => (facts[property]?.doc ?? "") === "")
    .map((property) => `${owner}: the facts say nothing about \`${property}\``),
  ...Object.keys(facts)
    .filter((property) => !properties.includes(property))
    .map(
      (property) => `${owner}: the facts tell of \`${property}\`, which the codec does not have`,
    ),
];

const objectGaps = (
  owner: string,
  kind: ObjectKind,
  fact: TypeFact | undefined,
): readonly string[] =>
  fact === undefined || fact.doc === ""
    ? [`${owner}: the facts do not say what this type is`]
    : factGaps(owner, Object.keys(shapeOf(kind)), fact.properties);

const enumGaps = (
  owner: string,
  { values }: EnumKind,
  fact: TypeFact | undefined,
): readonly string[] => {
  const names = values.map(enumName);
  const stale = Object.keys(fact?.properties ?? {}).filter((value) => !values.includes(value));
  return [
    ...values
      .filter((_, index) => !/^[A-Z]\w*$/.test(names[index] ?? ""))
      .map((value) => `${owner}: ${JSON.stringify(value)} makes no name`),
    ...values
      .filter((_, index) => names.indexOf(names[index] ?? "") !== index)
      .map((value) => `${owner}: ${JSON.stringify(value)} has the name of another value`),
    ...stale.map(
      (value) => `${owner}: the facts tell of ${JSON.stringify(value)}, which is no value`,
    ),
  ];
};

const kindGaps = (model: Model, kind: Kind): readonly string[] => {
  const module = moduleOf(model);
  switch (kind._tag) {
    case "Object":
      return objectGaps(`${module}:${kind.name}`, kind, model.types[kind.name]);
    case "Enum":
      return enumGaps(`${module}:${kind.name}`, kind, model.types[kind.name]);
    case "Variants":
      return Object.entries(kind.members)
        .filter(([, member]) => kindOf(member)._tag !== "Object")
        .map(
          ([word]) =>
            `${module}: the variant \`${word}\` of \`${kind.discriminator}\` is no object`,
        );
    case "Unsupported":
      return [`${module}: a codec called ${kind.name} has no counterpart in a schema`];
    case "Constant":
    case "Asset":
    case "Scalar":
    case "List":
      return [];
  }
};

const kinds = (model: Model): readonly Kind[] => reachable(Object.values(properties(model)));

const unusedFacts = (model: Model): readonly string[] => {
  const names = kinds(model).flatMap((kind) => ("name" in kind ? [kind.name] : []));
  return Object.keys(model.types)
    .filter((name) => !names.includes(name))
    .map((name) => `${moduleOf(model)}: the facts tell of a type ${name}, which no property uses`);
};

/** Types of one name that are not one type: in a schema the second would silently take the place of the first. */
const doubles = (models: readonly Model[]): readonly string[] => {
  const types = models
    .flatMap(resourceTypes)
    .map(([token, spec]) => ({ token, text: JSON.stringify(spec) }));
  const differing = types.filter(({ token, text }) =>
    types.some((other) => other.token === token && other.text !== text),
  );
  return [...new Set(differing.map(({ token }) => `${token}: two different types have this name`))];
};

/** Empty when the models can be put into a schema. */
export const gaps = (models: readonly Model[]): readonly string[] => [
  ...models.flatMap((model) => [
    ...(model.doc === "" ? [`${model.token}: the model has no doc`] : []),
    ...factGaps(model.token, Object.keys(properties(model)), model.facts),
    ...unusedFacts(model),
    ...kinds(model).flatMap((kind) => kindGaps(model, kind)),
  ]),
  ...doubles(models),
];
