/** An account as a table. */
import { count } from "../../../core/wording";
import { type Column, table } from "../table";
import type { Terminal } from "../terminal";
import type { Candidate } from "./plan";

const DAY = 10;

const sizeOf = (candidate: Candidate): string =>
  candidate.status === "read" && candidate.entry._tag === "Importable"
    ? (candidate.entry.audience?.toLocaleString("en") ?? "")
    : "";

/** Why a segment cannot be imported. */
const reasonOf = (candidate: Candidate): string | undefined =>
  candidate.status === "read" && !candidate.isManaged && candidate.entry._tag === "LeftOut"
    ? candidate.entry.reason
    : undefined;

const verdictOf = (candidate: Candidate): string => {
  if (candidate.status === "managed" || candidate.isManaged) return "managed already";
  const reason = reasonOf(candidate);
  return reason === undefined ? "yes" : `no: ${reason}`;
};

const paintOf = (verdict: string): "green" | "yellow" | "dim" => {
  if (verdict === "yes") return "green";
  return verdict.startsWith("no") ? "yellow" : "dim";
};

const vendorOf = ({ account }: Candidate): string => account.kind.vendor.title;
const nameOf = ({ named: { listed } }: Candidate): string =>
  listed.name.trim() === "" ? listed.id : listed.name;
const changeOf = ({ named }: Candidate): string => named.listed.changedAt?.slice(0, DAY) ?? "";

type Field = Column & { readonly text: (candidate: Candidate) => string };

/** The vendor has a column where there are several. */
const fieldsOf = (candidates: readonly Candidate[]): readonly Field[] => [
  ...(new Set(candidates.map(vendorOf)).size > 1 ? [{ title: "Vendor", text: vendorOf }] : []),
  { title: "Segment", most: 40, text: nameOf },
  { title: "Size", toRight: true, text: sizeOf },
  { title: "Changed", text: changeOf },
  { title: "Import", text: verdictOf },
];

/** A reason is a sentence or two, and a narrow terminal cuts it in the table: here each is said once and whole. */
const showReasons = (candidates: readonly Candidate[], { say }: Terminal): void => {
  const byReason = new Map<string, string[]>();
  for (const candidate of candidates) {
    const reason = reasonOf(candidate);
    if (reason === undefined) continue;
    byReason.set(reason, [...(byReason.get(reason) ?? []), nameOf(candidate)]);
  }
  for (const [reason, names] of byReason) say(`${names.join(", ")}: ${reason}`);
};

const tally = (verdicts: readonly string[]): string => {
  const left = verdicts.filter((verdict) => verdict.startsWith("no")).length;
  const ready = verdicts.filter((verdict) => verdict === "yes").length;
  const managed = verdicts.length - left - ready;
  return `${count(verdicts.length, "segment")}: ${ready} can be imported, ${managed} managed already, ${left} left out`;
};

/** One row for each segment: its name, its size, its last change, and whether it can be imported or why not. */
export const showTable = (candidates: readonly Candidate[], terminal: Terminal): void => {
  const verdicts = candidates.map(verdictOf);
  const fields = fieldsOf(candidates);
  const rows = candidates.map((candidate) => fields.map(({ text }) => text(candidate)));
  const lines = table(fields, rows, terminal.width);
  for (const [index, line] of lines.entries()) {
    const look = index === 0 ? "bold" : paintOf(verdicts[index - 1] ?? "");
    terminal.print(terminal.paint(look, line));
  }
  if (Number.isFinite(terminal.width)) showReasons(candidates, terminal);
  terminal.say(tally(verdicts));
};
