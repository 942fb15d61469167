/** An account as a table. */
import { count } from "../../../core/wording";
import { table } from "../table";
import type { Terminal } from "../terminal";
import type { Candidate } from "./plan";

const DAY = 10;

const sizeOf = (candidate: Candidate): string =>
  candidate.status === "read" && candidate.entry._tag === "Importable"
    ? (candidate.entry.audience?.toLocaleString("en") ?? "")
    : "";

const verdictOf = (candidate: Candidate): string => {
  if (candidate.status === "managed" || candidate.isManaged) return "managed already";
  return candidate.entry._tag === "Importable" ? "yes" : `no: ${candidate.entry.reason}`;
};

const paintOf = (verdict: string): "green" | "yellow" | "dim" => {
  if (verdict === "yes") return "green";
  return verdict.startsWith("no") ? "yellow" : "dim";
};

/** One row for each segment: its name, its size, its last change, and whether it can be imported or why not. */
export const showTable = (candidates: readonly Candidate[], terminal: Terminal): void => {
  const verdicts = candidates.map(verdictOf);
  const rows = candidates.map((candidate, index) => [
    candidate.named.listed.name,
    sizeOf(candidate),
    candidate.named.listed.changedAt?.slice(0, DAY) ?? "",
    verdicts[index] ?? "",
  ]);
  const [head = "", ...lines] = table(
    [
      { title: "Segment", most: 40 },
      { title: "Size", toRight: true },
      { title: "Changed" },
      { title: "Import" },
    ],
    rows,
    terminal.width,
  );
  terminal.print(terminal.paint("bold", head));
  lines.forEach((line, index) => {
    terminal.print(terminal.paint(paintOf(verdicts[index] ?? ""), line));
  });
  const left = verdicts.filter((verdict) => verdict.startsWith("no")).length;
  const ready = verdicts.filter((verdict) => verdict === "yes").length;
  const managed = verdicts.length - left - ready;
  terminal.say(
    `${count(candidates.length, "segment")}: ${ready} can be imported, ${managed} managed already, ${left} left out`,
  );
};
