/** Rules without which some language's generator writes code that is wrong, found by running the generators. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { vendors } from "../../provider/registry";
import { aboutOf } from "../../provider/schema/about";
import { gaps } from "../../provider/schema/gaps";
import { modelsOf, packageSpec, print } from "../../provider/schema/package-spec";
import type { PackageSpec } from "../../provider/schema/spec";
import { inputs, inTypes, outputs, parts, places, resolve, unions } from "./walk";

const read = (path: string): string => readFileSync(join(process.cwd(), path), "utf8");

const about = aboutOf(JSON.parse(read("package.json")));
if (about === undefined) throw new Error("package.json lacks a field that the schema needs");
const schema: PackageSpec = packageSpec(vendors, about);

/** Methods of Python's `dict`, from which generated output types derive. */
const DICT = ["values", "keys", "items", "get", "update", "copy", "pop", "clear"];
/** Source: pulumi/pulumi, pkg/codegen/schema/reserved_keywords.go. */
const RESERVED = ["id", "urn"];

const objectUnions = unions(schema).filter(({ members }) => members.some(({ $ref }) => $ref));
const variants = objectUnions.flatMap(({ at, discriminator }) =>
  Object.entries(discriminator?.mapping ?? {}).map(([word, $ref]) => ({
    at: `${at}: ${word}`,
    word,
    property: discriminator?.propertyName ?? "",
    type: resolve(schema, $ref),
  })),
);
const tagged = variants.flatMap(({ at, word, property, type }) =>
  type?.type === "object" ? [{ at, word, property, type }] : [],
);

describe("The schema", () => {
  it("is written in full: nothing lacks facts, and no facts are left over", () => {
    expect(gaps(modelsOf(vendors))).to.deep.equal([]);
  });

  it("is committed as the codecs say it", () => {
    expect(print(schema) === read("provider/schema/schema.json"), "run `npm run schema`").to.equal(
      true,
    );
  });

  it("has a resource of each vendor, and unions to apply the rules below to", () => {
    expect(Object.keys(schema.resources)).to.have.lengthOf.at.least(vendors.length);
    expect(objectUnions).not.to.have.lengthOf(0);
  });
});

describe("A property", () => {
  const failing = (fails: (name: string) => boolean) =>
    places(schema).flatMap(({ at, name }) => (fails(name) ? [at] : []));

  it("has no name that Python's dict has", () => {
    expect(failing((name) => DICT.includes(name))).to.deep.equal([]);
  });

  it("has no name that Pulumi keeps for itself", () => {
    expect(failing((name) => name === "pulumi" || name.startsWith("_"))).to.deep.equal([]);
  });

  it("of a resource has no name that every resource has", () => {
    const taken = [...inputs(schema), ...outputs(schema)].filter(({ name }) =>
      RESERVED.includes(name),
    );
    expect(taken.map(({ at }) => at)).to.deep.equal([]);
  });

  it("is spelled in camelCase", () => {
    expect(failing((name) => !/^[a-z][A-Za-z0-9]*$/.test(name))).to.deep.equal([]);
  });

  it("is described", () => {
    const silent = places(schema).filter(({ spec }) => (spec.description ?? "") === "");
    expect(silent.map(({ at }) => at)).to.deep.equal([]);
  });

  it("refers only to types that exist, and never to just anything", () => {
    const dangling = places(schema).flatMap(({ at, spec }) =>
      parts(spec).flatMap(({ $ref }) =>
        $ref === undefined || $ref === "pulumi.json#/Asset" || resolve(schema, $ref)
          ? []
          : [`${at}: ${$ref}`],
      ),
    );
    expect(dangling).to.deep.equal([]);
  });

  it("whose change replaces says so among the outputs, and there only", () => {
    const replacing = vendors.flatMap(({ resources }) =>
      resources.flatMap(({ model }) =>
        Object.keys(model.facts).flatMap((name) =>
          model.facts[name]?.replaces === true ? [`${model.token}.${name}`] : [],
        ),
      ),
    );
    const marked = outputs(schema).filter(({ spec }) => spec.replaceOnChanges === true);
    const misplaced = inputs(schema).filter(({ spec }) => spec.replaceOnChanges === true);
    expect(marked.map(({ at }) => at)).to.have.members(replacing);
    expect(misplaced).to.deep.equal([]);
  });
});

describe("A named type", () => {
  it("is an object or an enum; a union has no name", () => {
    const kinds = Object.entries(schema.types).map(([token, type]) => [
      token,
      type.type === "object" || "enum" in type,
    ]);
    expect(kinds.filter(([, isFine]) => isFine !== true)).to.deep.equal([]);
  });

  it("is described", () => {
    const silent = Object.entries(schema.types).filter(([, { description }]) => description === "");
    expect(silent.map(([token]) => token)).to.deep.equal([]);
  });
});

describe("A union", () => {
  it("is of scalars or of objects, and never of a list and something else", () => {
    const mixed = unions(schema).filter(({ members }) => {
      const areObjects = members.every(({ $ref }) => resolve(schema, $ref)?.type === "object");
      const areScalars = members.every(({ type }) => type !== undefined && type !== "array");
      return !areObjects && !areScalars;
    });
    expect(mixed.map(({ at }) => at)).to.deep.equal([]);
  });

  it("of objects has three members or more, and a word that tells them apart", () => {
    const few = objectUnions.filter(
      ({ members, discriminator }) => members.length < 3 || !discriminator,
    );
    expect(few.map(({ at }) => at)).to.deep.equal([]);
  });

  it("of objects tells every member apart by a constant", () => {
    const vague = tagged.filter(
      ({ word, property, type }) => type.properties[property]?.const !== word,
    );
    expect(vague.map(({ at }) => at)).to.deep.equal([]);
    expect(tagged).to.have.lengthOf(variants.length);
  });

  it("of objects lets the word be left out where another property gives the member away, and only there", () => {
    const optional = tagged.filter(({ property, type }) => !type.required.includes(property));
    const guessable = tagged.filter(({ type }) =>
      ["operator", "anyOf", "allOf"].some(
        (key) => type.required.length === 1 && type.required[0] === key,
      ),
    );
    expect(optional.map(({ at }) => at)).to.have.members(guessable.map(({ at }) => at));
  });
});

describe("A relation", () => {
  it("is a named enum, so that a wrong one does not compile, or a constant", () => {
    const loose = inTypes(schema).filter(
      ({ name, spec }) =>
        ["relation", "operator"].includes(name) &&
        spec.const === undefined &&
        resolve(schema, spec.$ref)?.type !== "string",
    );
    expect(loose.map(({ at }) => at)).to.deep.equal([]);
  });
});
