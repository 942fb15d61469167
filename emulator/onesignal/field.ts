import type { OneSignalSettings } from "./settings";

/** What the text of one property must look like; `wants` completes "must be". */
interface TextRule {
  readonly wants: string;
  readonly accepts: (text: string) => boolean;
}

/** The properties a condition must carry, by name. */
export type Operands = Readonly<Record<string, TextRule>>;

/** One `field`: the operands for each of its relations. `none` holds where the relation may be left out. */
export type Field = Readonly<Record<string, Operands>>;

const number = /^-?\d+(\.\d+)?$/;
const between = (min: number, max: number) => (text: string) =>
  number.test(text) && min <= Number(text) && Number(text) <= max;
const rule = (wants: string, accepts: (text: string) => boolean): TextRule => ({ wants, accepts });

// An empty value is refused as missing; no page says what it would mean.
const some = rule("a text that is not empty", (text) => text !== "");
const count = rule("a whole number of 0 or more as text", (text) => /^\d+$/.test(text));
const amount = rule("a number of 0 or more as text", between(0, Number.MAX_VALUE));
/** May be negative: "Time operators" reaches two days before a date with -172800. */
const seconds = rule("a number of seconds as text", (text) => number.test(text));
const country = rule('an upper-case ISO 3166-1 alpha-2 code such as "US"', (text) =>
  /^[A-Z]{2}$/.test(text),
);
/** "2 character language code", and the two longer ones of the linked list in "Multi-language messaging". */
const language = rule('a language code such as "en"', (text) =>
  /^([a-z]{2}|zh-Hans|zh-Hant)$/.test(text),
);

/** Comma-separated, at most 20 ("Create segment, OpenAPI 11.6"). That spaces around an item pass is a guess. */
const listOf = (item: TextRule): TextRule =>
  rule(`at most 20 comma-separated values, each ${item.wants}`, (text) => {
    const items = text.split(",").map((part) => part.trim());
    return items.length <= 20 && items.every(item.accepts);
  });

const each = (relations: readonly string[], operands: Operands): Field =>
  Object.fromEntries(relations.map((relation) => [relation, operands]));

const key = some;
const equals = ["=", "!="];
const orders = [">", "<"];
const lists = ["in_array", "not_in_array"];
const presence = ["exists", "not_exists"];

/** Every relation there is, the enum of `Filter.relation`. */
export const relations: readonly string[] = [
  ...equals,
  ...orders,
  ...presence,
  ...lists,
  "time_elapsed_gt",
  "time_elapsed_lt",
];

/** The nine fields of "Create segment, OpenAPI 11.6". */
const current: Readonly<Record<string, Field>> = {
  tag: {
    ...each([...orders, ...equals], { key, value: some }),
    ...each(presence, { key }),
    ...each(lists, { key, value: listOf(some) }),
    ...each(["time_elapsed_gt", "time_elapsed_lt"], { key, value: seconds }),
  },
  last_session: each(orders, { hours_ago: amount }),
  first_session: each(orders, { hours_ago: amount }),
  session_count: each([...orders, ...equals], { value: count }),
  session_time: each(orders, { value: amount }),
  language: { ...each(equals, { value: language }), ...each(lists, { value: listOf(language) }) },
  app_version: {
    ...each([...orders, ...equals], { value: some }),
    ...each(lists, { value: listOf(some) }),
  },
  // The schema requires a relation of every filter, but text and example of this one have none; an SDK may send one.
  // The radius starts at one metre ("Segments"); two decimals of a degree are the dashboard's limit, not checked here.
  location: each(["none", ...relations], {
    radius: rule("a number of 1 or more", between(1, Number.MAX_VALUE)),
    lat: rule("a number from -90 to 90", between(-90, 90)),
    long: rule("a number from -180 to 180", between(-180, 180)),
  }),
  country: { ...each(equals, { value: country }), ...each(lists, { value: listOf(country) }) },
};

/** Create Segments v9, its curl sample, and the message-filter table it links to ("Create notification", 2022). */
const legacy: Readonly<Record<string, Field>> = {
  device_type: each(equals, { value: some }),
  amount_spent: each([...orders, "="], { value: amount }),
  bought_sku: each([...orders, "="], { key, value: amount }),
  email: each(["none", "="], { value: some }),
  country: { ...current["country"], ...each(presence, {}) },
  session_time: { ...current["session_time"], ...each(equals, { value: amount }) },
};

const legacySession = each(orders, { value: amount });

/** The rules of a field; undefined when the API does not know it. */
export const fieldNamed = (
  name: string,
  filter: object,
  settings: OneSignalSettings,
): Field | undefined => {
  if (settings.acceptLegacyFilters) {
    const usesValue = name.endsWith("_session") && !Object.hasOwn(filter, "hours_ago");
    if (usesValue && Object.hasOwn(current, name)) return legacySession;
    if (Object.hasOwn(legacy, name)) return legacy[name];
  }
  return Object.hasOwn(current, name) ? current[name] : undefined;
};

export const fieldNames: readonly string[] = Object.keys(current);
