/** Measures every input and prints the table; the bundle of this file is what `main.ts` runs. */
import { inputs } from "./inputs";
import { type Measured, measure } from "./measure";

/** At most, and twice: for warming up and for measuring. */
const MILLISECONDS_EACH = 2_000;

const number = (value: number, digits: number): string => value.toFixed(digits).padStart(9);

const row = ({ name, check, diff, limit, grown, isAccepted }: Measured): string =>
  [
    name.padEnd(36),
    isAccepted ? "accepted" : "refused ",
    number(check, 3),
    number(diff, 3),
    number((check + diff) / limit, 2),
    number(grown, 1),
  ].join("  ");

const titles = ["Check ms", "Diff ms", "of limit", "heap MB"].map((title) => title.padStart(9));
console.log(["input".padEnd(36), "        ", ...titles].join("  "));

const failed = inputs.filter((input) => {
  const measured = measure(input, MILLISECONDS_EACH);
  console.log(row(measured));
  const isOver = measured.check + measured.diff > measured.limit;
  return isOver || measured.isAccepted !== input.isAccepted;
});

if (failed.length > 0) {
  const names = failed.map(({ name }) => name).join("; ");
  console.error(`over the limit, or judged otherwise than expected: ${names}`);
  process.exitCode = 1;
}
