import type { JsonObject } from "../json";
import type { Answer, Call } from "../vendor";
import { done, invalid, paged, wrongType } from "./answers";
import { echoedRules } from "./rules";
import { type Context, idsOf, isList, project, type Segment } from "./segment";
import type { StatsigSettings } from "./settings";

const extraKeys = ({ extraAnswerKeys }: StatsigSettings): JsonObject =>
  extraAnswerKeys ? { added_by_the_vendor: { since: "20270101" } } : {};

/** `SegmentDto`: everything but the ids of a list. Whether a segment is archived is not in it. */
export const dtoOf = (context: Context, segment: Segment): JsonObject => {
  const settings = context.settings();
  const { archived: _, rules, creatorEmail, creatorID, ...shown } = segment;
  const isRuled = segment.type === "rule_based";
  return {
    ...shown,
    isEnabled: true,
    count: idsOf(context, segment.id).length,
    ...(isRuled ? { rules: echoedRules(rules, settings) } : {}),
    creatorID: settings.showCreators ? creatorID : null,
    creatorEmail: settings.showCreators ? creatorEmail : null,
    lastModifierID: null,
    lastModifierEmail: null,
    targetApps: [],
    holdoutIDs: [],
    ...extraKeys(settings),
  };
};

const defaultSize = 100;

interface Slice {
  readonly number: number;
  readonly size: number;
}

const wholeFrom1 = (text: string | undefined, fallback: number): number => {
  if (text === undefined) return fallback;
  return /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : Number.NaN;
};

/** `limit` and `page`, the first of which is 1. Sibling pages show 100 items; a largest `limit` is nowhere to be found. */
const sliceOf = (
  { query }: Call,
  largest: number,
  overLimit: StatsigSettings["overLimit"],
): Slice | undefined => {
  const wanted = wholeFrom1(query["limit"], defaultSize);
  const number = wholeFrom1(query["page"], 1);
  if (Number.isNaN(wanted) || Number.isNaN(number)) return undefined;
  if (wanted > largest && overLimit === "refuse") return undefined;
  return { number, size: Math.min(wanted, largest) };
};

const badSlice = ["limit and page must be whole numbers from 1 on, within the limits"];

export const visible = (context: Context): readonly Segment[] =>
  context.segments
    .all(project)
    .filter(({ archived }) => !archived || context.settings().showArchived);

const largestPage = 1_000;

export const listSegments = (context: Context, call: Call): Answer => {
  const settings = context.settings();
  const slice = sliceOf(call, largestPage, settings.overLimit);
  if (slice === undefined) return invalid(settings, badSlice);
  const all = visible(context);
  const { number, size } = slice;
  const rows = all.slice((number - 1) * size, number * size);
  return paged(
    "Segments listed successfully.",
    rows.map((segment) => dtoOf(context, segment)),
    { path: call.path, number, size, total: all.length },
  );
};

export const readSegment = (context: Context, segment: Segment): Answer =>
  done("Segment read successfully.", dtoOf(context, segment));

/** That it reads lists of the user store as well is a guess, and a switch. */
export const readIdList = (context: Context, segment: Segment, call: Call): Answer => {
  const settings = context.settings();
  const readable =
    segment.type === "id_list" || (segment.type === "user_store_id_list" && settings.readUserStore);
  if (!readable) return wrongType(settings, "id_list");
  const slice = sliceOf(call, settings.largestIdPage, settings.overLimit);
  if (slice === undefined) return invalid(settings, badSlice);
  const ids = idsOf(context, segment.id);
  const { number, size } = slice;
  return paged(
    "Segment ID List read successfully.",
    { name: segment.id, count: ids.length, ids: ids.slice((number - 1) * size, number * size) },
    { path: call.path, number, size, total: ids.length },
  );
};

export const readIdListMetadata = (context: Context, segment: Segment): Answer =>
  isList(segment)
    ? done("ID List metadata read successfully", {
        currentVersion: segment.version,
        isUpdating: false,
      })
    : wrongType(context.settings(), "id_list");
