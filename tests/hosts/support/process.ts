/** The plugin as the engine starts it. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

export const root = resolve(__dirname, "../../..");
export const bundle = join(root, "dist", "plugin", "plugin.cjs");
export const launcher = join(root, "bin", "pulumi-resource-audiences");

export interface Started {
  readonly child: ChildProcess;
  /** The port that it prints; rejects when it leaves without. */
  readonly port: Promise<number>;
  /** All of standard output, once it has left. */
  readonly left: Promise<{
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
  }>;
}

export const start = (
  command: string,
  args: readonly string[],
  env: { readonly [name: string]: string | undefined } = process.env,
): Started => {
  if (!existsSync(bundle)) throw new Error("the plugin is not built: run `npm run build` first");
  const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  const left = new Promise<Awaited<Started["left"]>>((done) => {
    child.on("close", (code) => done({ code, stdout, stderr }));
  });
  const port = new Promise<number>((found, failed) => {
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += String(chunk);
      if (stdout.includes("\n")) found(Number(stdout.split("\n")[0]));
    });
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += String(chunk);
    });
    child.on("close", () => failed(new Error(`it left without a port: ${stderr}`)));
  });
  port.catch(() => undefined);
  return { child, port, left };
};
