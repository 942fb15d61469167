/** The pages on vendors say what the code says: every input, field, condition and operator. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { inputNames, type Model } from "../../provider/core/lifecycle";
import {
  kinds,
  orderedRelations,
  textRelations,
} from "../../provider/vendors/push0/constraint/field";
import { segment as push0 } from "../../provider/vendors/push0/segment";
import { segmentTypes } from "../../provider/vendors/statsig/limits";
import { conditions } from "../../provider/vendors/statsig/rule/condition";
import { operands } from "../../provider/vendors/statsig/rule/operator";
import { segment as statsig } from "../../provider/vendors/statsig/segment";

const page = (name: string): string =>
  readFileSync(join(__dirname, "../../docs", `${name}.md`), "utf8");

/** What stands in backticks, `adopt: true` as `adopt`. */
const codes = (text: string): readonly string[] =>
  [...text.replaceAll(/^```.*?^```/gms, "").matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) =>
    code.replace(/: .*/, ""),
  );

const replacing = ({ facts }: Model): readonly string[] =>
  Object.entries(facts).flatMap(([name, { replaces }]) => (replaces === true ? [name] : []));

describe("docs/statsig.md", () => {
  const said = codes(page("statsig"));

  it("names every input, type, condition and operator", () => {
    const all = [...inputNames(statsig.model), ...segmentTypes, ...Object.keys(conditions)];
    expect(said).to.include.members([...all, ...Object.keys(operands)]);
  });

  it("lists what makes a segment anew, and nothing else", () => {
    const [, row = ""] = /^\| `rules`;.*\| (.*) \|$/m.exec(page("statsig")) ?? [];
    expect(codes(row)).to.have.members([...replacing(statsig.model)]);
  });
});

describe("docs/push0.md", () => {
  const said = codes(page("push0"));

  it("names every input, field and relation", () => {
    const all = [...inputNames(push0.model), ...textRelations, ...orderedRelations];
    expect(said).to.include.members([...all, ...Object.keys(kinds)]);
  });

  it("is right that nothing makes a segment anew", () => {
    expect(replacing(push0.model)).to.deep.equal([]);
  });
});
