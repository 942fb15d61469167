import { parseArgs } from "node:util";
import { Refusal } from "./read";
import type { Emulator, EmulatorOptions } from "./server";

export const usage = `Usage: emulator [options]

Plays the vendors' segment APIs on this machine, with made-up data.

  --port N       port of 127.0.0.1, 0 for any free one (default 4780)
  --data FILE    keep everything in an SQLite file, over restarts
  --no-seed      start empty instead of with the segments of a demo dashboard
  --latency MS   wait before each answer
  --quiet        print nothing
  --json         print address, key and apps as one line of JSON
  --help         print this
`;

const defaultPort = 4780;

export interface Command {
  readonly options: EmulatorOptions;
  readonly output: "text" | "json" | "none";
  readonly help: boolean;
}

/** Throws `Refusal` with a sentence for what it does not understand. */
export const readCommand = (args: readonly string[]): Command => {
  const { values } = parsed(args);
  return {
    options: {
      port: number("--port", values.port, 65_535) ?? defaultPort,
      dataFile: values.data,
      seed: values.seed,
      settings: { latencyMs: number("--latency", values.latency, 600_000) ?? 0 },
    },
    output: outputOf(values),
    help: values.help,
  };
};

const outputOf = ({ quiet, json }: { quiet: boolean; json: boolean }): Command["output"] => {
  if (quiet) return "none";
  return json ? "json" : "text";
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        port: { type: "string" },
        data: { type: "string" },
        seed: { type: "boolean", default: true },
        latency: { type: "string" },
        quiet: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(reason.replace(/\s*\n\s*/g, " "));
  }
};

const number = (flag: string, text: string | undefined, most: number): number | undefined => {
  if (text === undefined) return undefined;
  if (/^\d{1,6}$/.test(text) && Number(text) <= most) return Number(text);
  throw new Refusal(`${flag} must be a whole number from 0 to ${most}, not "${text}".`);
};

export const asJson = ({ url, apiKey, apps, push0ApiKey, statsigApiKey }: Emulator): string => {
  const onesignal = { apiKey, apps: apps.map(({ id, name }) => ({ id, name })) };
  return `${JSON.stringify({ url, onesignal, statsig: { apiKey: statsigApiKey }, push0: { apiKey: push0ApiKey } })}\n`;
};

export const asText = (
  { url, apiKey, apps, push0ApiKey, statsigApiKey }: Emulator,
  dataFile: string | undefined,
): string => `Emulator of the segment APIs of OneSignal, Statsig and Push0. Everything in it is made up; nothing leaves this machine.

  address   ${url}
${apps.map(({ id, name }) => `  app       ${id}  ${name}`).join("\n")}
  API key   ${apiKey}
  Statsig   ${statsigApiKey}
  Push0     ${push0ApiKey}
  data      ${dataFile ?? "in memory, gone when it ends"}

Point a Pulumi project at it:

  pulumi config set audiences:onesignalEndpoint ${url}
  pulumi config set audiences:onesignalAppId ${apps[0]?.id}
  pulumi config set --secret audiences:onesignalApiKey ${apiKey}
  pulumi config set audiences:statsigEndpoint ${url}
  pulumi config set --secret audiences:statsigApiKey ${statsigApiKey}
  pulumi config set audiences:push0Endpoint ${url}/v1
  pulumi config set --secret audiences:push0ApiKey ${push0ApiKey}

Ctrl+C ends it.
`;
