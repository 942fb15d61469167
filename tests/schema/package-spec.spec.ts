import { expect } from "chai";
import { aboutOf } from "../../provider/schema/about";
import { type About, packageSpec, print } from "../../provider/schema/package-spec";
import { vendor } from "./paper-vendor";

const about: About = {
  name: "pulumi-audiences",
  version: "1.2.3",
  description: "Segments as code.",
  keywords: ["pulumi"],
  license: "Apache-2.0",
  pulumiRange: "^3.260.0",
};

const spec = packageSpec([vendor], about);

describe("The package's schema", () => {
  it("says of the package what package.json says", () => {
    expect(spec).to.deep.include({ version: "1.2.3", license: "Apache-2.0", keywords: ["pulumi"] });
    expect(spec).not.to.have.any.keys("homepage", "repository", "publisher");
  });

  it("has the resources, and the types of their properties", () => {
    expect(Object.keys(spec.resources)).to.deep.equal(["audiences:paper:Segment"]);
    expect(spec.types).to.have.property("audiences:paper:AgeFilter");
  });

  it("keeps the order of keys independent of the order of vendors", () => {
    const other = { ...vendor, name: "ink" };
    const same = [packageSpec([vendor, other], about), packageSpec([other, vendor], about)];
    const [a, b] = same.map(({ config }) => JSON.stringify(config));
    expect(a).to.equal(b);
  });

  it("asks every language for the versions of Pulumi that understand it", () => {
    expect(spec.language["nodejs"]).to.deep.include({
      dependencies: { "@pulumi/pulumi": "^3.260.0" },
    });
    expect(spec.language["python"]).to.deep.include({ requires: { pulumi: ">=3.260.0,<4.0.0" } });
  });

  it("places the Go module beside the repository where there is one", () => {
    const { language } = packageSpec([vendor], {
      ...about,
      repository: "https://git.example/us/audiences",
    });
    expect(language["go"]).to.include({
      importBasePath: "git.example/us/audiences/sdk/go/audiences",
    });
    expect(spec.language["go"]).to.include({ importBasePath: "pulumi-audiences/sdk/go/audiences" });
  });

  it("ends in a newline", () => {
    expect(print(spec)).to.match(/\}\n$/);
  });
});

describe("The settings in the schema", () => {
  const { config, provider } = spec;

  it("have the vendor's name in front, in the configuration and as arguments", () => {
    const keys = ["paperApiKey", "paperEndpoint"];
    expect(Object.keys(config.variables)).to.deep.equal(keys);
    expect(Object.keys(provider.inputProperties)).to.deep.equal(keys);
  });

  it("tell of their environment variable and of their default", () => {
    expect(config.variables["paperEndpoint"]).to.deep.equal({
      type: "string",
      description:
        "Where the API is. Environment: `PAPER_ENDPOINT`. Default: `https://paper.example`.",
      defaultInfo: { environment: ["PAPER_ENDPOINT"] },
    });
  });

  it("are none of them required, for a program may do without a vendor", () => {
    expect(provider.requiredInputs).to.deep.equal([]);
  });

  it("mark keys as secret, and never let generated code read one from the environment", () => {
    expect(provider.inputProperties["paperApiKey"]).to.include({ secret: true });
    expect(provider.inputProperties["paperApiKey"]).not.to.have.property("defaultInfo");
    expect(provider.properties["paperApiKey"]).to.include({ secret: true });
  });
});

describe("What package.json says", () => {
  const manifest = { ...about, dependencies: { "@pulumi/pulumi": "^3.260.0" } };

  it("is read whether npm's short or long form is used", () => {
    const long = {
      ...manifest,
      author: { name: "Us" },
      repository: { url: "git+https://git.example/us/audiences.git" },
    };
    const short = { ...manifest, author: "Us", repository: "https://git.example/us/audiences" };
    const read = { ...about, publisher: "Us", repository: "https://git.example/us/audiences" };
    expect(aboutOf(long)).to.deep.equal(read);
    expect(aboutOf(short)).to.deep.equal(read);
  });

  it("is not enough without a version", () => {
    expect(aboutOf({ ...manifest, version: undefined })).to.equal(undefined);
  });
});
