/**
 * `npm run bench`: what the plugin takes to start, to check and compare filters, to keep lists of ids, and to import an account;
 * `npm run bench -- filters` measures that alone. Prints a table for each, and fails when something is over its limit.
 */
import { resolve } from "node:path";
import { measureFilters } from "./filters";
import { measureIds } from "./ids";
import { measureImport } from "./import";
import { measureStart } from "./start";

const root = resolve(__dirname, "..");

const sections: { readonly [name: string]: (root: string) => Promise<readonly string[]> } = {
  start: measureStart,
  filters: measureFilters,
  ids: measureIds,
  import: measureImport,
};

const run = async (wanted: readonly string[]): Promise<void> => {
  const unknown = wanted.filter((name) => !Object.hasOwn(sections, name));
  if (unknown.length > 0) {
    console.error(
      `there is no ${unknown.join(", ")}; there are ${Object.keys(sections).join(", ")}`,
    );
    process.exitCode = 2;
    return;
  }
  const failed: string[] = [];
  for (const [name, measure] of Object.entries(sections)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    failed.push(...(await measure(root)));
    console.log("");
  }
  if (failed.length === 0) return;
  console.error(`over the limit, or not as declared: ${failed.join("; ")}`);
  process.exitCode = 1;
};

void run(process.argv.slice(2));
