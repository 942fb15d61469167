import { asJson, asText, readCommand, usage } from "./cli";
import { Refusal } from "./read";
import { startEmulator } from "./server";

const run = async (): Promise<void> => {
  const { options, output, help } = readCommand(process.argv.slice(2));
  if (help) return void process.stdout.write(usage);
  const emulator = await startEmulator(options);
  // Ctrl+C reaches npm, tsx and this process, and each may pass it on: a second one changes nothing.
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => void emulator.close());
  if (output === "json") process.stdout.write(asJson(emulator));
  if (output === "text") process.stdout.write(asText(emulator, options.dataFile));
};

run().catch((error: unknown) => {
  process.stderr.write(`${sentence(error)}\n`);
  process.exitCode = error instanceof Refusal ? 2 : 1;
});

const sentence = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const taken = "code" in error && error.code === "EADDRINUSE";
  return taken
    ? `${error.message}. Another program uses that port; choose one with --port, or --port 0 for any free one.`
    : error.message;
};
