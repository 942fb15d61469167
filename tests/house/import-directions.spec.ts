import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "chai";
import { type Fixture, fixture, root } from "./fixture";

/** An import that must be refused: rule, importing file, what it imports. */
const refused: readonly (readonly [rule: string, file: string, imported: string])[] = [
  ["core-is-pure", "provider/core/network.ts", "axios"],
  ["core-is-pure", "provider/core/system.ts", "node:fs"],
  ["core-is-pure", "provider/core/upward.ts", "../http/request"],
  ["http-above-core-only", "provider/http/upward.ts", "../registry"],
  ["vendor-above-http-and-core-only", "provider/vendors/alpha/upward.ts", "../../registry"],
  ["vendor-is-an-island", "provider/vendors/alpha/sideways.ts", "../beta/vendor"],
  ["registry-lists-vendors", "provider/registry.ts", "./vendors/alpha/sideways"],
  ["vendor-only-through-registry", "provider/hosts/plugin/named.ts", "../../vendors/alpha/vendor"],
  ["vendor-only-through-registry", "provider/schema/named.ts", "../vendors/alpha/vendor"],
  ["nobody-above-hosts", "provider/schema/host.ts", "../hosts/plugin/server"],
  ["index-shows-dynamic-only", "provider/index.ts", "./hosts/plugin/server"],
  ["plugin-without-sdk", "provider/hosts/plugin/direct.ts", "@pulumi/pulumi"],
  ["plugin-without-sdk", "provider/hosts/plugin/indirect.ts", "../dynamic/resource"],
  ["network-in-http-only", "provider/vendors/alpha/network.ts", "axios"],
  ["network-in-http-only", "provider/hosts/plugin/network.ts", "node:https"],
  ["pulumi-in-hosts-only", "provider/schema/pulumi.ts", "@pulumi/pulumi"],
  ["emulator-stands-alone", "emulator/shared.ts", "../provider/core/value"],
  ["shipped-code-without-workshop", "provider/schema/tool.ts", "../../tools/tool"],
  ["nobody-imports-tests", "tools/tested.ts", "../tests/house/tested"],
  ["examples-as-a-user", "examples/first/inside.ts", "../../provider/index"],
  ["examples-as-a-user", "examples/first/neighbour.ts", "../second/index"],
  ["sdk-on-pulumi-only", "sdk/nodejs/network.ts", "axios"],
  ["no-cycles", "provider/core/chicken.ts", "./egg"],
  ["resolvable", "provider/http/typo.ts", "./retri"],
];

const allowed: readonly (readonly [file: string, imported: string])[] = [
  ["provider/core/value.ts", "fp-ts/Option"],
  ["provider/core/egg.ts", "./chicken"],
  ["provider/http/request.ts", "../core/value"],
  ["provider/http/send.ts", "axios"],
  ["provider/vendors/alpha/vendor.ts", "../../http/request"],
  ["provider/vendors/beta/vendor.ts", "../../core/value"],
  ["provider/hosts/plugin/server.ts", "../../registry"],
  ["provider/hosts/plugin/messages.ts", "@pulumi/pulumi/proto/provider_pb"],
  ["provider/hosts/dynamic/resource.ts", "@pulumi/pulumi"],
  ["emulator/server.ts", "fastify"],
  ["examples/second/index.ts", "@pulumi/pulumi"],
  ["tests/house/tested.ts", "../../provider/registry"],
  ["tools/tool.ts", "../provider/registry"],
  ["sdk/nodejs/index.ts", "@pulumi/pulumi"],
];

const imports = [...refused.map(([, file, imported]) => [file, imported] as const), ...allowed];
const files = Object.fromEntries(
  imports.map(([file, imported]) => [
    file,
    `import type * as it from "${imported}";\nexport type It = typeof it;\n`,
  ]),
);

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

const cruise = (directory: string): readonly string[] => {
  const bin = join(root, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const config = join(root, ".dependency-cruiser.cjs");
  const options = ["--config", config, "--output-type", "json", "."];
  const { stdout } = spawnSync(process.execPath, [bin, ...options], {
    cwd: directory,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  const { summary }: { summary: { violations: readonly Violation[] } } = JSON.parse(stdout);
  return summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
};

describe("Import directions", () => {
  let tree: Fixture;
  let violations: readonly string[];

  before(() => {
    tree = fixture(files);
    violations = cruise(tree.directory);
  });
  after(() => tree.remove());

  for (const [rule, file, imported] of refused) {
    it(`${rule}: ${file} may not import ${imported}`, () => {
      expect(violations).to.include(`${rule}: ${file}`);
    });
  }

  for (const [file, imported] of allowed.filter(([name]) => !name.endsWith("egg.ts"))) {
    it(`${file} may import ${imported}`, () => {
      expect(violations.filter((violation) => violation.endsWith(`: ${file}`))).to.deep.equal([]);
    });
  }
});
