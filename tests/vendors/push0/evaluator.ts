/**
 * Which devices are in a segment, decided from the vendor's documents alone ("Segments: Create"); nothing of `provider/` is used
 * here, so that it can disagree. Where they say nothing, the reader of a law chooses: both readings must obey it.
 */

/** A device: text fields as text, numbers and times as numbers; a field may be missing. */
export type Device = { readonly [field: string]: string | number | undefined };

export type Constraint = {
  readonly field: string;
  readonly relation: string;
  readonly value?: string | number | undefined;
};

export type Group = {
  readonly type: "AND" | "OR";
  readonly constraints: readonly Constraint[];
};

/** What Push0 does not document. */
export interface Reading {
  readonly ignoresCase: boolean;
  /** Whether a device without the field satisfies `!=`. */
  readonly missingDiffers: boolean;
}

export const readings: readonly Reading[] = [true, false].flatMap((ignoresCase) =>
  [true, false].map((missingDiffers) => ({ ignoresCase, missingDiffers })),
);

const times = ["firstSession", "lastSession", "createdAt", "unRegisteredAt"];
const numbers = [...times, "appVersionCode", "sessionCount"];

const asNumber = ({ field, value }: Constraint): number =>
  times.includes(field) && typeof value === "string" && !/^\d+$/.test(value)
    ? Date.parse(value)
    : Number(value);

const compared = (relation: string, left: number, right: number): boolean => {
  if (relation === "==") return left === right;
  if (relation === "!=") return left !== right;
  if (relation === ">") return left > right;
  if (relation === ">=") return left >= right;
  if (relation === "<") return left < right;
  if (relation === "<=") return left <= right;
  throw new Error(`no relation of numbers: ${relation}`);
};

const textHolds = (relation: string, text: string, part: string): boolean => {
  if (relation === "==") return text === part;
  if (relation === "!=") return text !== part;
  if (relation === "starts_with") return text.startsWith(part);
  if (relation === "ends_with") return text.endsWith(part);
  if (relation === "contains") return text.includes(part);
  throw new Error(`no relation of texts: ${relation}`);
};

const holds = (constraint: Constraint, device: Device, reading: Reading): boolean => {
  const { field, relation, value } = constraint;
  const actual = device[field];
  if (relation === "exists") return actual !== undefined;
  if (actual === undefined) return relation === "!=" && reading.missingDiffers;
  if (numbers.includes(field)) return compared(relation, Number(actual), asNumber(constraint));
  const fold = (text: string): string => (reading.ignoresCase ? text.toLowerCase() : text);
  return textHolds(relation, fold(String(actual)), fold(String(value)));
};

/** Groups are ANDed; inside one, its type decides. */
export const isIn = (groups: readonly Group[], device: Device, reading: Reading): boolean =>
  groups.every(({ type, constraints }) =>
    type === "AND"
      ? constraints.every((one) => holds(one, device, reading))
      : constraints.some((one) => holds(one, device, reading)),
  );
