/** Importing a thousand segments that use the whole grammar, with the real CLI, without latency and with checkpoints skipped. */
import { reported, TYPESCRIPT } from "../tests/e2e/import-stage";
import { openStage, project } from "../tests/e2e/stage";
import { dashboard } from "../tests/import/dashboard";

const SEGMENTS = 1_000;

/** For reading, writing and importing. The preview that follows is the engine's own time. */
const LIMIT_S = 30;

const RUNTIMES = [
  ["YAML", "yaml"],
  ["TypeScript", TYPESCRIPT],
] as const;

const secondsOf = async (runtime: string) => {
  const stage = await openStage();
  try {
    stage.emulator.seed({ segments: dashboard(SEGMENTS) });
    await stage.write("Pulumi.yaml", project(runtime));
    await stage.succeed(["stack", "init", "dev"]);
    const { seconds } = await reported(stage, ["--all"]);
    return seconds ?? { reading: Number.NaN, importing: Number.NaN, previewing: Number.NaN };
  } finally {
    await stage.close();
  }
};

/** Prints a row for each language; answers those that are over the limit. */
export const measureImport = async (): Promise<readonly string[]> => {
  const titles = ["reading", "importing", "preview", "of limit"];
  console.log(
    ["import of 1,000, s".padEnd(22), ...titles.map((title) => title.padStart(11))].join(""),
  );
  const failed: string[] = [];
  for (const [language, runtime] of RUNTIMES) {
    const { reading, importing, previewing } = await secondsOf(runtime);
    const ofLimit = (reading + importing) / LIMIT_S;
    const columns = [
      reading.toFixed(1),
      importing.toFixed(1),
      previewing.toFixed(1),
      ofLimit.toFixed(2),
    ];
    console.log([language.padEnd(22), ...columns.map((column) => column.padStart(11))].join(""));
    if (!(ofLimit <= 1)) failed.push(`import into ${language}`);
  }
  return failed;
};
