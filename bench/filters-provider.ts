/** Measures every input and prints the table. Run by `filters.ts`. */
import { type Input, inputs } from "./inputs";
import { type Measured, measure } from "./measure";

/** At most, and twice: for warming up and for measuring. */
const MILLISECONDS_EACH = 2_000;

const number = (value: number, digits: number): string =>
  (Number.isNaN(value) ? "-" : value.toFixed(digits)).padStart(9);

const row = ({ name, check, diff, asked, limit, grown, isAccepted }: Measured): string =>
  [
    name.padEnd(36),
    isAccepted ? "accepted" : "refused ",
    number(check, 3),
    number(diff, 3),
    number((check + diff) / limit, 2),
    number(asked, 3),
    number(grown, 1),
  ].join("  ");

const titles = ["Check ms", "Diff ms", "of limit", "gRPC ms", "heap MB"].map((title) =>
  title.padStart(9),
);

const isWrong = async (input: Input): Promise<boolean> => {
  const measured = await measure(input, MILLISECONDS_EACH);
  console.log(row(measured));
  return (
    measured.check + measured.diff > measured.limit || measured.isAccepted !== input.isAccepted
  );
};

const run = async (): Promise<void> => {
  console.log(["input".padEnd(36), "        ", ...titles].join("  "));
  const failed: string[] = [];
  for (const input of inputs) if (await isWrong(input)) failed.push(input.name);
  if (failed.length === 0) return;
  console.error(`over the limit, or judged otherwise than expected: ${failed.join("; ")}`);
  process.exitCode = 1;
};

void run();
