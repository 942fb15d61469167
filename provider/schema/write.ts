/** `npm run schema` writes schema.json; `npm run schema -- --check` only says whether the committed file is the right one. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { vendors } from "../registry";
import { aboutOf } from "./about";
import { gaps } from "./gaps";
import { modelsOf, packageSpec, print } from "./package-spec";

const ROOT = join(__dirname, "..", "..");
const TARGET = join(__dirname, "schema.json");

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
};

/** What stands in the way, in sentences; nothing when schema.json is, or has become, what the codecs say. */
const write = (isCheck: boolean): readonly string[] => {
  const about = aboutOf(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")));
  if (about === undefined) return ["package.json lacks a field that the schema needs."];
  const problems = gaps(modelsOf(vendors));
  if (problems.length > 0) return problems;
  const text = print(packageSpec(vendors, about));
  if (text === read(TARGET)) return [];
  if (isCheck) {
    return ["provider/schema/schema.json is not what the codecs say; run `npm run schema`."];
  }
  writeFileSync(TARGET, text);
  return [];
};

const problems = write(process.argv.includes("--check"));
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
