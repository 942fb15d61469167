import type { Answer, Call } from "../vendor";
import { done, invalid, wrongType } from "./answers";
import { readIds } from "./body";
import {
  type Context,
  idsOf,
  keep,
  project,
  type Segment,
  type SegmentType,
  touched,
} from "./segment";

/** "max 100,000" of id_list and reset, "max 1000" of add_ids and remove_ids. */
const most: Readonly<Record<string, number>> = { id_list: 100_000, user_store_id_list: 1_000 };

const put = (context: Context, segment: Segment, ids: readonly string[]): void => {
  context.members.put(project, segment.id, { ids });
  keep(context, touched(segment, context.now()));
};

type Change = (before: readonly string[], sent: readonly string[]) => readonly string[];

/** An id that is there already is no error. */
const added: Change = (before, sent) => {
  const known = new Set(before);
  const fresh = [...new Set(sent)].filter((id) => !known.has(id));
  return fresh.length === 0 ? before : [...before, ...fresh];
};

const removed: Change = (before, sent) => {
  const gone = new Set(sent);
  return before.filter((id) => !gone.has(id));
};

const replaced: Change = (_, sent) => [...new Set(sent)];

const changing =
  (type: SegmentType, change: Change, message: string) =>
  (context: Context, segment: Segment, call: Call): Answer => {
    const settings = context.settings();
    if (segment.type !== type) return wrongType(settings, type);
    const ids = readIds(call.body, most[type] ?? 0);
    if ("error" in ids) return invalid(settings, [ids.error]);
    put(context, segment, change(idsOf(context, segment.id), ids));
    return done(message);
  };

const addedText = "IDs successfully added to Segment ID List";
const removedText = "IDs successfully removed from Segment ID List";

export const addToList = changing("id_list", added, addedText);
export const addToUserStore = changing("user_store_id_list", added, addedText);
export const removeFromUserStore = changing("user_store_id_list", removed, removedText);
/** The document's own words. */
export const resetList = changing("id_list", replaced, "Segment Reset reset successfully.");

const remove = changing("id_list", removed, removedText);

/** One specification shows no body at all, which can only mean that it was forgotten. */
export const removeFromList = (context: Context, segment: Segment, call: Call): Answer =>
  call.body === "" && !context.settings().removeNeedsBody && segment.type === "id_list"
    ? done(removedText)
    : remove(context, segment, call);
