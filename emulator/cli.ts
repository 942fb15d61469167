import { parseArgs } from "node:util";
import { Refusal } from "./read";
import { introductions } from "./registry";
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

export const asJson = ({ url, ...access }: Emulator): string => {
  const vendors = Object.entries(introductions(url, access)).map(([name, { json }]) => [
    name,
    json,
  ]);
  return `${JSON.stringify({ url, ...Object.fromEntries(vendors) })}\n`;
};

const line = (label: string, value: string): string => `  ${label.padEnd(10)}${value}`;

const setting = ([key, value]: readonly [string, string]): string =>
  `  pulumi config set ${key.endsWith("ApiKey") ? "--secret " : ""}audiences:${key} ${value}`;

export const asText = ({ url, ...access }: Emulator, dataFile: string | undefined): string => {
  const vendors = Object.values(introductions(url, access));
  const titles = vendors.map(({ title }) => title);
  const open = vendors.flatMap((vendor) =>
    vendor.access.map(([label, value]) => line(label, value)),
  );
  const config = vendors.flatMap((vendor) => Object.entries(vendor.config).map(setting));
  return `Emulator of the segment APIs of ${titles.slice(0, -1).join(", ")} and ${titles.at(-1)}. Everything in it is made up; nothing leaves this machine.

${[line("address", url), ...open, line("data", dataFile ?? "in memory, gone when it ends")].join("\n")}

Point a Pulumi project at it:

${config.join("\n")}

Ctrl+C ends it.
`;
};
