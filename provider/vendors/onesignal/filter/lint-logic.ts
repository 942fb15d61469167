/** What follows from statements about one thing, and which cannot hold together. Never guesses: in doubt, nothing follows. */
import type { Among, Compared, Meaning, Statement } from "./lint-meaning";

const PLAIN_NUMBER = /^\d+(\.\d+)?$/;
const VERSION = /^\d+(\.\d+)*$/;

const isTag = (subject: string): boolean => subject.startsWith("tag ");

/** Without the zeros at the end: `1.0` and `1.0.0` may be one version. */
const significant = (version: string): string => version.replace(/(\.0+)+$/, "").replace(/^0+/, "");

/** Texts that no reading of them makes the same: neither as numbers, nor in upper or lower case, nor as versions. */
const surelyDiffer = (subject: string, a: string, b: string): boolean => {
  if (subject === "country" || subject === "language") return a !== b;
  if (isTag(subject)) {
    const isSameNumber = Number(a) === Number(b);
    return a.trim().toLowerCase() !== b.trim().toLowerCase() && !isSameNumber;
  }
  return VERSION.test(a) && VERSION.test(b) && significant(a) !== significant(b);
};

/**
 * Whether `a` comes after `b` however the vendor orders them: as numbers, which the documents suggest, or as text, which is what
 * tags are. Nobody documents how versions are ordered.
 */
const surelyAbove = (subject: string, a: string, b: string): boolean =>
  isTag(subject) && PLAIN_NUMBER.test(a) && PLAIN_NUMBER.test(b) && Number(a) > Number(b) && a > b;

const notBelow = (subject: string, a: string, b: string): boolean =>
  a === b || surelyAbove(subject, a, b);

const every = (values: ReadonlySet<string>, holds: (value: string) => boolean): boolean =>
  [...values].every(holds);

/** What follows from this being the value. */
const oneImplies = (subject: string, value: string, b: Meaning): boolean => {
  if (b.kind === "in") return b.values.has(value);
  if (b.kind === "out") return every(b.values, (other) => surelyDiffer(subject, value, other));
  if (b.kind === "above") return surelyAbove(subject, value, b.text);
  return b.kind === "below" && surelyAbove(subject, b.text, value);
};

const amongImplies = (subject: string, { kind, values }: Among, b: Meaning): boolean => {
  if (kind === "out") return b.kind === "out" && every(b.values, (value) => values.has(value));
  return b.kind === "present" || every(values, (value) => oneImplies(subject, value, b));
};

const comparedImplies = (a: Compared, b: Compared): boolean => {
  switch (a.kind) {
    case ">":
      return (b.kind === ">" || b.kind === "!=") && b.number <= a.number;
    case "<":
      return (b.kind === "<" || b.kind === "!=") && b.number >= a.number;
    case "!=":
      return b.kind === "!=" && a.number === b.number;
    case "=":
      return holdsFor(b, a.number);
  }
};

const holdsFor = ({ kind, number }: Compared, actual: number): boolean => {
  switch (kind) {
    case ">":
      return actual > number;
    case "<":
      return actual < number;
    case "=":
      return actual === number;
    case "!=":
      return actual !== number;
  }
};

const isAmong = (meaning: Meaning): meaning is Among =>
  meaning.kind === "in" || meaning.kind === "out";

const isCompared = (meaning: Meaning): meaning is Compared => "number" in meaning;

/** Whether everybody for whom `a` holds is one for whom `b` does. */
export const implies = (one: Statement, other: Statement): boolean => {
  if (one.subject !== other.subject) return false;
  const { subject, meaning: a } = one;
  const b = other.meaning;
  if (isAmong(a)) return amongImplies(subject, a, b);
  if (isCompared(a)) return isCompared(b) && comparedImplies(a, b);
  switch (a.kind) {
    case "above":
      return b.kind === "above" && notBelow(subject, a.text, b.text);
    case "below":
      return b.kind === "below" && notBelow(subject, b.text, a.text);
    case "within":
      return b.kind === "within" && a.metres <= b.metres;
    case "present":
    case "absent":
      return a.kind === b.kind;
  }
};

/** Whether a value of a set can stand beside a statement. */
const survives = (subject: string, value: string, other: Meaning): boolean => {
  if (other.kind === "in")
    return [...other.values].some((one) => !surelyDiffer(subject, value, one));
  if (other.kind === "out") return !other.values.has(value);
  if (other.kind === "above")
    return value !== other.text && !surelyAbove(subject, other.text, value);
  if (other.kind === "below")
    return value !== other.text && !surelyAbove(subject, value, other.text);
  return other.kind !== "absent";
};

const noNumberIn = (subject: string, statements: readonly Compared[]): boolean => {
  const equal = statements.find(({ kind }) => kind === "=");
  if (equal !== undefined) return !statements.every((one) => holdsFor(one, equal.number));
  const of = (kind: Compared["kind"]): readonly number[] =>
    statements.flatMap((one) => (one.kind === kind ? [one.number] : []));
  const isElapsed = subject.endsWith(" elapsed");
  const above = Math.max(Number.NEGATIVE_INFINITY, ...of(">"));
  const below = Math.min(Number.POSITIVE_INFINITY, ...of("<"));
  if (subject !== "session_count") return below <= above || (!isElapsed && below <= 0);
  const lowest = Math.max(0, Math.floor(above) + 1);
  const count = Math.max(0, Math.ceil(below) - lowest);
  const excluded = new Set(of("!=").filter((number) => lowest <= number && number < below));
  return excluded.size >= count;
};

const noOrderIn = (subject: string, meanings: readonly Meaning[]): boolean =>
  meanings.some(
    (a) =>
      a.kind === "above" &&
      meanings.some((b) => b.kind === "below" && notBelow(subject, a.text, b.text)),
  );

/** Whether statements about one thing can hold for nobody together. */
export const excludeEachOther = (statements: readonly Statement[]): boolean => {
  const subject = statements[0]?.subject ?? "";
  const meanings = statements.map(({ meaning }) => meaning);
  const numbers = meanings.filter(isCompared);
  if (numbers.length > 0) return noNumberIn(subject, numbers);
  const isAbsent = meanings.some(({ kind }) => kind === "absent");
  if (isAbsent && meanings.some(({ kind }) => kind === "present")) return true;
  const set = meanings.filter(isAmong).find(({ kind }) => kind === "in");
  if (set === undefined) return noOrderIn(subject, meanings);
  return every(set.values, (value) => !meanings.every((other) => survives(subject, value, other)));
};
