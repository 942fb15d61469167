/** What `audiences import` writes, for docs/importing.md. */
import { join, resolve } from "node:path";
import { type Emulator, startEmulator } from "../../emulator";
import { locateEngine } from "../locate-engine";
import { makeProgram } from "../quickstart/program";
import { run } from "../run";
import { createWorkspace, type Workspace } from "../workspace";
import { fillAccounts } from "./account";

const root = resolve(__dirname, "..", "..");

export const IMPORTING = join(root, "docs", "importing.md");

interface File {
  readonly path: string;
  readonly text: string;
}

const settings = ({ url, apiKey, apps, statsigApiKey, push0ApiKey }: Emulator) => ({
  ONESIGNAL_API_KEY: apiKey,
  ONESIGNAL_APP_ID: apps[0]?.id,
  ONESIGNAL_ENDPOINT: url,
  STATSIG_API_KEY: statsigApiKey,
  STATSIG_ENDPOINT: url,
  PUSH0_API_KEY: push0ApiKey,
  PUSH0_ENDPOINT: `${url}/v1`,
});

const written = async ({ folder, env, pulumi }: Workspace, cli: string): Promise<File[]> => {
  const program = await makeProgram(folder);
  await pulumi(["stack", "init", "dev", "--non-interactive"], { cwd: program.folder });
  const args = [join(root, "bin", "audiences"), "import", "--all", "--dry-run", "--json"];
  const { code, stdout, stderr } = await run(process.execPath, args, {
    cwd: program.folder,
    env: { ...env, AUDIENCES_PULUMI: cli },
  });
  if (code !== 0) throw new Error(`audiences import ended with ${code}: ${stderr}`);
  const { files } = JSON.parse(stdout) as { readonly files: File[] };
  return files.filter(({ path }) => path !== "index.ts");
};

/** The files that the command writes for an account of ten segments; the package must be built. */
const filesWritten = async (): Promise<readonly File[]> => {
  const engine = await locateEngine();
  const emulator = await startEmulator();
  const workspace = createWorkspace({ engine, env: settings(emulator) });
  try {
    fillAccounts(emulator);
    return await written(workspace, engine.command);
  } finally {
    await workspace.dispose();
    await emulator.close();
  }
};

const [BEGIN, END] = ["<!-- npm run docs: files -->\n", "<!-- end -->\n"];

/** The document with the files in it as the command writes them now. */
export const withFilesWritten = async (document: string): Promise<string> => {
  const [before, rest = ""] = document.split(BEGIN);
  const after = rest.split(END)[1];
  if (after === undefined) throw new Error(`${IMPORTING} has no place for the files`);
  const files = await filesWritten();
  const shown = files.map(({ path, text }) => `\`${path}\`:\n\n\`\`\`ts\n${text}\`\`\`\n\n`);
  return `${before}${BEGIN}\n${shown.join("")}${END}${after}`;
};
