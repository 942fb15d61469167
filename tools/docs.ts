/** `npm run docs`: writes into docs/ what the built package really prints. A test says when a document is behind. */
import { readFile, writeFile } from "node:fs/promises";
import { IMPORTING, withFilesWritten } from "./docs/importing";

const main = async (): Promise<void> => {
  const document = await readFile(IMPORTING, "utf8");
  await writeFile(IMPORTING, await withFilesWritten(document));
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
