/**
 * Who is in a segment, decided from the vendor's documents alone; nothing of `provider/` is used here, so that it can disagree.
 * Sources: "Create segment" (OpenAPI 11.6), "Time operators", "Segments". Where they say nothing (a missing tag under `!=`, how
 * versions are ordered), one reading is chosen; no law depends on which.
 */

/** One subscription and its user, at the moment of asking. */
export interface User {
  readonly tags: Readonly<Record<string, string>>;
  /** Unix seconds. */
  readonly now: number;
  readonly lastSessionHours: number;
  readonly firstSessionHours: number;
  readonly sessionCount: number;
  readonly sessionSeconds: number;
  readonly language: string | undefined;
  readonly country: string | undefined;
  readonly appVersion: string;
  readonly lat: number;
  readonly long: number;
  readonly deviceType: string;
  readonly amountSpent: number;
}

/** A condition in either spelling: `hoursAgo` or `hours_ago`, a number or its text, `valueList` or commas. */
export interface Condition {
  readonly field?: string | undefined;
  readonly key?: string | undefined;
  readonly relation?: string | undefined;
  readonly value?: string | number | boolean | undefined;
  readonly valueList?: readonly (string | number | boolean)[] | undefined;
  readonly hoursAgo?: number | string | undefined;
  readonly hours_ago?: number | string | undefined;
  readonly radius?: number | string | undefined;
  readonly lat?: number | string | undefined;
  readonly long?: number | string | undefined;
}

export interface Entry extends Condition {
  readonly operator?: string | undefined;
  readonly anyOf?: readonly Entry[] | undefined;
  readonly allOf?: readonly Entry[] | undefined;
}

const compared = (relation: string | undefined, left: number, right: number): boolean => {
  if (relation === ">") return left > right;
  if (relation === "<") return left < right;
  if (relation === "=") return left === right;
  if (relation === "!=") return left !== right;
  throw new Error(`no numeric relation: ${relation}`);
};

const listOf = ({ value, valueList }: Condition): readonly string[] =>
  valueList === undefined ? String(value).split(",") : valueList.map((one) => String(one));

/** Set membership; `undefined` is in no list. */
const isAmong = (condition: Condition, actual: string | undefined): boolean | undefined => {
  switch (condition.relation ?? "") {
    case "=":
      return actual === String(condition.value);
    case "!=":
      return actual !== String(condition.value);
    case "in_array":
      return actual !== undefined && listOf(condition).includes(actual);
    case "not_in_array":
      return actual === undefined || !listOf(condition).includes(actual);
    default:
      return undefined;
  }
};

const versionOrder = (a: string, b: string): number => {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  for (let i = 0; i < Math.max(left?.length ?? 0, right?.length ?? 0); i += 1) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

const ordered = (relation: string | undefined, actual: string, wanted: string): boolean => {
  const isNumeric = [actual, wanted].every((text) => text !== "" && Number.isFinite(Number(text)));
  if (isNumeric) return compared(relation, Number(actual), Number(wanted));
  return relation === ">" ? actual > wanted : actual < wanted;
};

const tagHolds = (condition: Condition, { tags, now }: User): boolean => {
  const key = condition.key ?? "";
  const actual = Object.hasOwn(tags, key) ? tags[key] : undefined;
  const among = isAmong(condition, actual);
  if (among !== undefined) return among;
  const { relation } = condition;
  if (relation === "exists") return actual !== undefined;
  if (relation === "not_exists") return actual === undefined;
  if (actual === undefined) return false;
  if (relation === "time_elapsed_gt") return now - Number(actual) > Number(condition.value);
  if (relation === "time_elapsed_lt") return now - Number(actual) < Number(condition.value);
  return ordered(relation, actual, String(condition.value));
};

const RADIUS_OF_THE_EARTH = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

const metres = (lat1: number, long1: number, lat2: number, long2: number): number => {
  const a =
    Math.sin(radians(lat2 - lat1) / 2) ** 2 +
    Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * Math.sin(radians(long2 - long1) / 2) ** 2;
  return 2 * RADIUS_OF_THE_EARTH * Math.asin(Math.min(1, Math.sqrt(a)));
};

const hours = ({ hoursAgo, hours_ago, value }: Condition): number =>
  Number(hoursAgo ?? hours_ago ?? value);

const versionHolds = (condition: Condition, { appVersion }: User): boolean => {
  const among = isAmong(condition, appVersion);
  if (among !== undefined) return among;
  return compared(condition.relation, versionOrder(appVersion, String(condition.value)), 0);
};

export const holds = (condition: Condition, user: User): boolean => {
  const { relation, value } = condition;
  switch (condition.field ?? "") {
    case "tag":
      return tagHolds(condition, user);
    case "last_session":
      return compared(relation, user.lastSessionHours, hours(condition));
    case "first_session":
      return compared(relation, user.firstSessionHours, hours(condition));
    case "session_count":
      return compared(relation, user.sessionCount, Number(value));
    case "session_time":
      return compared(relation, user.sessionSeconds, Number(value));
    case "language":
      return isAmong(condition, user.language) ?? user.language !== undefined;
    case "country":
      return isAmong(condition, user.country) ?? user.country !== undefined;
    case "app_version":
      return versionHolds(condition, user);
    case "location": {
      const distance = metres(user.lat, user.long, Number(condition.lat), Number(condition.long));
      return distance <= Number(condition.radius);
    }
    case "device_type":
      return user.deviceType === value;
    case "amount_spent":
      return compared(relation, user.amountSpent, Number(value));
    default:
      throw new Error(`no field: ${condition.field}`);
  }
};

/** A list without parentheses: AND binds tighter than OR, and a missing operator is AND. */
export const matches = (entries: readonly Entry[], user: User): boolean => {
  const alternatives: Entry[][] = [[]];
  for (const entry of entries) {
    if (entry.operator === "OR") alternatives.push([]);
    else if (entry.operator === undefined) alternatives.at(-1)?.push(entry);
  }
  return alternatives.some((group) => group.every((entry) => memberHolds(entry, user)));
};

const memberHolds = (entry: Entry, user: User): boolean => {
  if (entry.anyOf !== undefined) return entry.anyOf.some((member) => memberHolds(member, user));
  if (entry.allOf !== undefined) return entry.allOf.every((member) => memberHolds(member, user));
  return holds(entry, user);
};

interface Size {
  readonly groups: number;
  readonly conditions: number;
}

const sum = (sizes: readonly Size[]): Size => ({
  groups: sizes.reduce((total, { groups }) => total + groups, 0),
  conditions: sizes.reduce((total, { conditions }) => total + conditions, 0),
});

const product = (sizes: readonly Size[]): Size =>
  sizes.reduce(
    (a, b) => ({
      groups: a.groups * b.groups,
      conditions: a.conditions * b.groups + b.conditions * a.groups,
    }),
    { groups: 1, conditions: 0 },
  );

const sizeOf = ({ anyOf, allOf }: Entry): Size => {
  if (anyOf !== undefined) return sum(anyOf.map(sizeOf));
  if (allOf !== undefined) return product(allOf.map(sizeOf));
  return { groups: 1, conditions: 1 };
};

/** Entries of the flat form before anything is simplified: more than a list may have, or fewer. */
export const plainSize = (entries: readonly Entry[]): number => {
  const alternatives: Size[][] = [[]];
  for (const entry of entries) {
    if (entry.operator === "OR") alternatives.push([]);
    else if (entry.operator === undefined) alternatives.at(-1)?.push(sizeOf(entry));
  }
  const { groups, conditions } = sum(alternatives.map(product));
  return conditions + groups - 1;
};
