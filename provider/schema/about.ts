import * as t from "io-ts";
import type { About } from "./package-spec";

const Manifest = t.intersection([
  t.type({
    name: t.string,
    version: t.string,
    description: t.string,
    keywords: t.array(t.string),
    license: t.string,
    dependencies: t.type({ "@pulumi/pulumi": t.string }),
  }),
  t.partial({
    homepage: t.string,
    author: t.union([t.string, t.type({ name: t.string })]),
    repository: t.union([t.string, t.type({ url: t.string })]),
  }),
]);

/** `git+https://example.com/us/audiences.git` is read by npm; people and the schema have the page. */
const page = (address: string): string => address.replace(/^git\+/, "").replace(/\.git$/, "");

/** The package as package.json describes it, or nothing when it is no such file. */
export const aboutOf = (manifest: unknown): About | undefined => {
  if (!Manifest.is(manifest)) return undefined;
  const { name, version, description, keywords, license, homepage, author, repository } = manifest;
  const url = typeof repository === "string" ? repository : repository?.url;
  const publisher = typeof author === "string" ? author : author?.name;
  return {
    name,
    version,
    description,
    keywords,
    license,
    ...(homepage === undefined ? {} : { homepage }),
    ...(url === undefined ? {} : { repository: page(url) }),
    ...(publisher === undefined ? {} : { publisher }),
    pulumiRange: manifest.dependencies["@pulumi/pulumi"],
  };
};
