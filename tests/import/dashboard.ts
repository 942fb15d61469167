/** Segments as people make them in OneSignal's dashboard: all of the grammar, in the API's spelling, under names of any kind. */
import fc from "fast-check";
import type { DashboardSegment } from "../../emulator";
import { condition, listOf } from "../vendors/onesignal/arbitrary";
import type { Entry } from "../vendors/onesignal/evaluator";

type Wire = Record<string, string>;

/** The API has text throughout, and no groups. */
const wire = ({ hoursAgo, valueList, ...entry }: Entry): Wire => {
  const texts = Object.entries(entry).map(([key, value]) => [key, String(value)]);
  const more = [
    ...(hoursAgo === undefined ? [] : [["hours_ago", String(hoursAgo)]]),
    ...(Array.isArray(valueList) ? [["value", valueList.map(String).join(",")]] : []),
  ];
  return Object.fromEntries([...texts, ...more]) as Wire;
};

/** An operator has no field at OneSignal. */
export const spelled = (entry: Entry): Wire =>
  entry["operator"] === undefined ? wire(entry) : { operator: String(entry["operator"]) };

const filters = listOf(condition, 6).map((entries) => entries.map(spelled));

const WORDS = [
  ...["VIP", "customers", "iPhone users", "30 days", "Größe M", "Überfällige", "naïve café"],
  ...["активные пользователи", "Ελλάδα", "東京の顧客", "مستخدمون", "ผู้ใช้", "प्रयोक्ता", "한국 사용자"],
  ...[
    "🔥",
    "👩‍👩‍👧",
    "100%",
    "a/b",
    "x::y",
    "tab\there",
    " padded ",
    'the "best"',
    "it's",
    "class",
    "new",
    "null",
    "yes",
    "$" + "{name}",
    "`x`",
  ],
  ...[
    "*/ //",
    "\\n",
    "-",
    "#1",
    "default",
    "func",
    "lambda",
    "pulumi",
    "tag",
    "onesignal",
    "null: {}",
  ],
];

/** Names that meet in all their letters, or in all but their case, and names that are no words at all. */
const name = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(" ").slice(0, 120));

const description = fc.option(
  fc.oneof(
    fc.constantFrom(...WORDS).map((word) => `Made for ${word}`),
    fc.string({ unit: "grapheme", minLength: 8, maxLength: 60 }),
  ),
  { nil: null },
);

const segment: fc.Arbitrary<DashboardSegment> = fc.record({ name, description, filters });

/** The same segments in every run. OneSignal's names are unique in an app; a number makes them so. */
export const dashboard = (count: number, seed = 1): readonly DashboardSegment[] => {
  const used = new Set<string>();
  return fc.sample(segment, { numRuns: count, seed }).map((one, index) => {
    const unique = used.has(one.name) ? `${one.name} ${index}` : one.name;
    used.add(unique);
    return { ...one, name: unique };
  });
};
