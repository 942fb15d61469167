import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { IMPORTING, withFilesWritten } from "../../tools/docs/importing";

describe("docs/importing.md", () => {
  it("shows what `audiences import` writes; `npm run docs` brings it up to date", async () => {
    const document = await readFile(IMPORTING, "utf8");
    expect(document).to.equal(await withFilesWritten(document));
  });
});
