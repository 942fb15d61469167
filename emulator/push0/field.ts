// The tables of "Segments: Create", row by row.

/** Column "Type" of "All possible field values". */
export type FieldType = "String" | "Int" | "Long" | "String Array";

export const fields: ReadonlyMap<string, FieldType> = new Map<string, FieldType>([
  ["country", "String"],
  ["language", "String"],
  ["timezone", "String"],
  ["appVersion", "String"],
  ["appVersionCode", "Int"],
  ["osApi", "String"],
  ["osVersion", "String"],
  ["customUserId", "String"],
  // The stored page lost this name; "Subscribers List" has it in the same row.
  ["email", "String"],
  ["type", "String"],
  ["firstSession", "Long"],
  ["lastSession", "Long"],
  ["sessionCount", "Int"],
  ["createdAt", "Long"],
  ["id", "String"],
  ["pushToken", "String"],
  ["unRegisteredAt", "Long"],
  ["deviceModel", "String"],
  ["deviceManufacturer", "String"],
  ["tags", "String Array"],
]);

export const numbers: readonly FieldType[] = ["Int", "Long"];

/** Column "Supported field type" of "All possible relation values". */
export const relations: ReadonlyMap<string, readonly FieldType[]> = new Map<
  string,
  readonly FieldType[]
>([
  ["exists", ["String"]],
  ["==", ["Int", "Long", "String"]],
  ["!=", ["Int", "Long", "String"]],
  ["starts_with", ["String"]],
  ["ends_with", ["String"]],
  ["contains", ["String"]],
  [">", numbers],
  [">=", numbers],
  ["<", numbers],
  ["<=", numbers],
]);

/** The words of an example and a remark, and the relations that they seem to mean. */
export const inWords: ReadonlyMap<string, string> = new Map([
  ["EQUALS", "=="],
  ["CONTAINS", "contains"],
]);

/** What whole values look like; the remark of each row of the field table. */
export const forms: ReadonlyMap<string, readonly [wants: string, form: RegExp]> = new Map([
  // "UK" stands in the table, and is no ISO code; the guide to the console adds UN M.49.
  ["country", ["a country code of two letters", /^([A-Z]{2}|\d{3})$/]],
  ["language", ["a language code of three letters", /^[a-z]{3}$/]],
  ["timezone", ["a time zone as Area/Location", /^([A-Za-z_]+(\/[A-Za-z0-9_+-]+)+|UTC|GMT)$/]],
  ["type", ["phone, tablet, smartwatch or desktop", /^(phone|tablet|smartwatch|desktop)$/]],
]);
