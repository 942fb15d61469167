// Who may import whom; docs/architecture.md draws it. No rule names a vendor, so all stay right for the next one.
// A type-only import counts: a layer that knows another's types knows the other.

const npm = (names) => `(^|/)node_modules/(${names})(/|$)`;

/** A rule: files of `from` may not import what matches `to`, unless it matches `except`. */
const forbid = (name, comment, from, to, except) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { path: to, ...(except === undefined ? {} : { pathNot: except }) },
});

module.exports = {
  forbidden: [
    forbid(
      "core-is-pure",
      "core knows fp-ts, io-ts and itself: no network, no Pulumi, not even Node.",
      "^provider/core/",
      ".",
      ["^provider/core/", npm("fp-ts|io-ts")],
    ),
    forbid("http-above-core-only", "http rests on core.", "^provider/http/", "^provider/", [
      "^provider/(http|core)/",
    ]),
    forbid(
      "vendor-above-http-and-core-only",
      "A vendor rests on http and core.",
      "^provider/vendors/",
      "^provider/",
      "^provider/(vendors|http|core)/",
    ),
    forbid(
      "vendor-is-an-island",
      "A vendor never imports another vendor: what two share belongs to core or http.",
      "^provider/vendors/([^/]+)/",
      "^provider/vendors/",
      "^provider/vendors/$1/",
    ),
    forbid(
      "registry-lists-vendors",
      "The registry rests on the vendors and core.",
      "^provider/registry\\.ts$",
      "^provider/",
      "^provider/(vendors/[^/]+/vendor\\.ts$|http/|core/)",
    ),
    {
      name: "vendor-only-through-registry",
      comment:
        "Hosts and the schema serve whatever the registry lists; dynamic/ gives vendors their public names.",
      severity: "error",
      from: { path: "^provider/", pathNot: "^provider/(vendors/|registry\\.ts$|dynamic/)" },
      to: { path: "^provider/vendors/" },
    },
    forbid(
      "nobody-above-hosts",
      "Hosts are the top: only index.ts may reach down through one, the dynamic.",
      "^provider/(core|http|vendors|schema|registry)",
      "^provider/(hosts/|index\\.ts$)",
    ),
    forbid(
      "index-shows-dynamic-only",
      "The public face is the dynamic host and the vendors' builders.",
      "^provider/index\\.ts$",
      "^provider/hosts/",
      "^provider/hosts/dynamic/",
    ),
    {
      name: "plugin-without-sdk",
      comment:
        "The plugin starts in a blink: of @pulumi/pulumi it loads the messages only, directly and indirectly.",
      severity: "error",
      from: { path: "^provider/hosts/(plugin|converter)/" },
      to: { path: npm("@pulumi/pulumi"), pathNot: npm("@pulumi/pulumi/proto"), reachable: true },
    },
    forbid("network-in-http-only", "Only http talks to the network.", "^provider/(?!http/)", [
      npm("axios|axios-retry"),
      "^(node:)?(https?|http2|undici)$",
    ]),
    forbid(
      "pulumi-in-hosts-only",
      "Only hosts know Pulumi; everything below works without it.",
      "^provider/(?!hosts/|index\\.ts$)",
      npm("@pulumi|@grpc|google-protobuf"),
    ),
    forbid(
      "emulator-stands-alone",
      "The emulator shares nothing with the provider, so that it can disagree with it.",
      "^emulator/",
      "^(provider|sdk|tools|bench|tests|examples)/",
    ),
    forbid(
      "shipped-code-without-workshop",
      "Nothing that is shipped rests on tools, benchmarks or tests.",
      "^(provider|emulator|sdk)/",
      "^(tools|bench|tests|examples)/",
    ),
    forbid(
      "nobody-imports-tests",
      "Tests rest on the code. A benchmark may set its stage as they do.",
      "^(?!(tests|bench)/)",
      "^tests/",
    ),
    {
      name: "examples-as-a-user",
      comment: "Examples import the package by its name, as its users do.",
      severity: "error",
      from: { path: "^examples/([^/]+)/" },
      to: {
        path: "^(provider|emulator|sdk|tools|bench|tests|examples)/",
        pathNot: "^examples/$1/",
        dependencyTypes: ["local"],
      },
    },
    {
      name: "sdk-on-pulumi-only",
      comment: "The generated SDK rests on @pulumi/pulumi alone.",
      severity: "error",
      from: { path: "^sdk/" },
      to: {
        pathNot: ["^sdk/", npm("@pulumi/pulumi"), npm("@types/node"), "^package\\.json$"],
        dependencyTypesNot: ["core"],
      },
    },
    {
      name: "no-cycles",
      comment: "A cycle has no first page to read. Move what both need to a file of its own.",
      severity: "error",
      from: { pathNot: "^sdk/" },
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "A file that nobody imports, and that imports nothing, is forgotten.",
      severity: "error",
      from: {
        orphan: true,
        pathNot: ["\\.d\\.ts$", "^[^/]+$", "^(tools|bench|examples|sdk)/", "\\.(spec|types)\\.ts$"],
      },
      to: {},
    },
    {
      name: "resolvable",
      comment: "An import must lead somewhere. The package's own name does so after a build.",
      severity: "error",
      from: { pathNot: "^sdk/" },
      to: { couldNotResolve: true, pathNot: "^pulumi-audiences(/|$)" },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: ["(^|/)node_modules/", "^dist/"] },
    exclude: { path: ["^sdk/[^/]+/bin/"] },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["require", "node", "default", "types"],
      extensions: [".ts", ".d.ts", ".js", ".cjs", ".mjs", ".json"],
    },
  },
};
