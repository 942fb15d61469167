import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import fc from "fast-check";
import { parse } from "yaml";
import { freePaths, withImports } from "../../provider/hosts/cli/import/sources";
import { migrated } from "../../provider/hosts/cli/migrate/state";
import { pageOf } from "../../provider/hosts/cli/program/page";
import { yaml } from "../../provider/hosts/cli/program/yaml";
import { table } from "../../provider/hosts/cli/table";
import { wanted } from "../../provider/hosts/glob";
import { importable, openAccount, readAccount, type Stage } from "./account";

const inFolder = (work: (folder: string) => void): void => {
  const folder = mkdtempSync(join(tmpdir(), "audiences-"));
  try {
    work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe("a pattern of names", () => {
  for (const [match, exclude, name, isWanted] of [
    [[], [], "VIP", true],
    [["vip*"], [], "VIP customers", true],
    [["vip"], [], "VIP customers", false],
    [["*.*"], [], "a.b", true],
    [["a?c"], [], "a🔥c", true],
    [["*"], ["*old*"], "an OLD one", false],
    [["x", "y"], [], "y", true],
  ] as const) {
    it(`${JSON.stringify(match)} without ${JSON.stringify(exclude)} ${isWanted ? "takes" : "leaves"} ${name}`, () => {
      expect(wanted(match, exclude)(name)).to.equal(isWanted);
    });
  }
});

describe("the table", () => {
  it("keeps its columns under wide letters, emoji and line breaks, and cuts what is too long", () => {
    const rows = [
      ["東京", "1"],
      ["🔥 hot\nleads", "20"],
      ["a very long name", "300"],
    ];
    const head = [
      { title: "Name", most: 10 },
      { title: "Size", toRight: true },
    ];
    expect(table(head, rows, 80)).to.deep.equal([
      "Name        Size",
      "東京           1",
      "🔥 hot le…    20",
      "a very lo…   300",
    ]);
  });
});

describe("the page of a program", () => {
  const family = "👩\u200D👧";
  for (const [file, text, width, columns] of [
    [undefined, "", 80, 2],
    [".prettierrc", '{ "printWidth": 100 }', 100, 2],
    ["biome.json", '{ "formatter": { "lineWidth": 120 } }', 120, 4],
    ["biome.jsonc", "{}", 80, 4],
  ] as const) {
    it(`is as the formatter has it: ${file ?? "none"}`, () => {
      inFolder((folder) => {
        mkdirSync(join(folder, "source"));
        if (file !== undefined) writeFileSync(join(folder, file), text);
        const page = pageOf(join(folder, "source"));
        expect([page.width, page.columns(family)]).to.deep.equal([width, columns]);
      });
    });
  }
});

describe("a path for a new file", () => {
  it("is neither that of a file, nor reserved, nor given twice", () => {
    inFolder((folder) => {
      writeFileSync(join(folder, "users.ts"), "");
      const free = freePaths(folder, ".ts", ["index"]);
      expect(["vip", "vip", "users", "index", "vip"].map(free)).to.deep.equal([
        "vip",
        "vip-2",
        "users-2",
        "index-2",
        "vip-3",
      ]);
    });
  });
});

describe("the first file of a program", () => {
  for (const [what, before, after] of [
    ["that is empty", "", 'import "./s";\n'],
    ["without imports", "const a = 1;\n", 'import "./s";\n\nconst a = 1;\n'],
    [
      "with imports",
      '#!/usr/bin/env node\nimport * as a from "a";\nimport {\n  b,\n} from "b";\n\nb(a);\n',
      '#!/usr/bin/env node\nimport * as a from "a";\nimport {\n  b,\n} from "b";\nimport "./s";\n\nb(a);\n',
    ],
    ["that has it already", "import './s';\n", "import './s';\n"],
  ] as const) {
    it(`${what}, gets the import once and keeps all it has`, () => {
      expect(withImports(before, ["./s"])).to.equal(after);
      expect(withImports(after, ["./s"])).to.equal(after);
    });
  }
});

describe("a generated YAML program", () => {
  let stage: Stage;
  before(async () => {
    stage = await openAccount(true);
  });
  after(() => stage.emulator.close());

  it("has a line for each thing, also where the program had an empty map", async () => {
    const [segment] = importable(await readAccount(stage));
    if (segment === undefined) throw new Error("nothing to import");
    const text = yaml("resources: {} # none yet\n", [{ kind: stage.kind, segment }]);
    expect(text).to.match(/^resources:.*\n {2}# \S+\n {2}engagedUsers:\n {4}type: /);
  });

  it("holds every text as it is, whatever YAML or Pulumi might take it for", async () => {
    const [one] = importable(await readAccount(stage));
    if (one === undefined) throw new Error("nothing to import");
    const texts = fc.oneof(
      fc.string({ unit: "binary" }).filter((text) => !/[\uD800-\uDFFF]/.test(text)),
      fc.constantFrom(
        "1_000",
        "0o7",
        "yes",
        "~",
        "2020-01-01",
        "12:30",
        "=",
        "$" + "{a}",
        "- x",
        "a: b",
        "#",
        "1e3",
      ),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const segment = { ...one, inputs: { description: text, filters: [{ value: text }] } };
        const program = parse(yaml("name: x # kept\n", [{ kind: stage.kind, segment }])) as {
          readonly resources: Record<string, { readonly properties: unknown }>;
        };
        const escaped = text.split("${").join("$" + "${");
        expect(program.resources[one.variable]?.properties).to.deep.equal({
          description: escaped,
          filters: [{ value: escaped }],
        });
      }),
    );
  });
});

describe("the state after a migration", () => {
  const dynamic = "urn:pulumi:dev::p::pulumi-nodejs:dynamic/audiences/onesignal:Segment::vip";
  const plugin = "urn:pulumi:dev::p::audiences:onesignal:Segment::vip";

  it("has the plugin's segment where the dynamic one stood, after its provider, and whoever depended on it still does", () => {
    const provider = "urn:pulumi:dev::p::pulumi:providers:audiences::default";
    const resources = [
      { urn: "stack", type: "pulumi:pulumi:Stack" },
      { urn: dynamic, type: "pulumi-nodejs:dynamic/audiences/onesignal:Segment" },
      {
        urn: "other",
        type: "a:b:C",
        dependencies: [dynamic, `${dynamic}2`],
        propertyDependencies: { x: [dynamic] },
      },
      { urn: provider, type: "pulumi:providers:audiences" },
      { urn: plugin, type: "audiences:onesignal:Segment", secret: { ciphertext: "v1" } },
    ];
    const text = migrated(JSON.stringify({ version: 3, deployment: { manifest: {}, resources } }), [
      { from: dynamic, to: plugin },
    ]);
    expect(JSON.parse(text)).to.deep.equal({
      version: 3,
      deployment: {
        manifest: {},
        resources: [
          { urn: "stack", type: "pulumi:pulumi:Stack" },
          { urn: provider, type: "pulumi:providers:audiences" },
          { urn: plugin, type: "audiences:onesignal:Segment", secret: { ciphertext: "v1" } },
          {
            urn: "other",
            type: "a:b:C",
            dependencies: [plugin, `${dynamic}2`],
            propertyDependencies: { x: [plugin] },
          },
        ],
      },
    });
  });
});
