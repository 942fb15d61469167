/** `npm run quickstart`: the whole life of a segment with the real Pulumi CLI, against the embedded emulator. */
import { startEmulator } from "../emulator";
import { EngineError } from "./engine-error";
import { locateEngine } from "./locate-engine";
import { makeProgram } from "./quickstart/program";
import { steps } from "./quickstart/steps";
import { StepFailed, tell } from "./quickstart/tell";
import { run } from "./run";
import { createWorkspace } from "./workspace";

const build = async (): Promise<void> => {
  tell.doing("Building the provider");
  const { code, stdout, stderr } = await run("npm", ["run", "--silent", "build"]);
  if (code !== 0) throw new StepFailed("npm run build", `${stdout}${stderr}`);
};

const main = async (): Promise<void> => {
  const started = performance.now();
  await build();
  tell.doing("Finding the Pulumi CLI (built once where there is none, which takes minutes)");
  const engine = await locateEngine();
  tell.doing(`Pulumi ${engine.version} is at ${engine.command}`);
  const emulator = await startEmulator({ seed: true });
  const workspace = createWorkspace({ engine });
  try {
    tell.doing(`The emulator plays OneSignal at ${emulator.url}, with a made-up dashboard`);
    const program = await makeProgram(workspace.folder);
    await tell.all(steps({ emulator, workspace, program }));
  } finally {
    await workspace.dispose();
    await emulator.close();
  }
  tell.done(Math.round((performance.now() - started) / 1000));
};

main().catch((error: unknown) => {
  if (error instanceof EngineError || error instanceof StepFailed) console.error(error.message);
  else console.error(error);
  process.exitCode = 1;
});
