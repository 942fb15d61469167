import type { JsonObject } from "../json";
import type { Answer, Call } from "../vendor";
import { notFound, refused } from "./answers";
import { type Context, type Segment, visible } from "./segment";
import type { Push0Settings } from "./settings";

/** "Default: 50. Max: 100." */
const usualPage = 50;
const largestPage = 100;

/** "Segments List": a bare array without a total. The order is that of the example, oldest first. */
export const listSegments = (context: Context, call: Call): Answer => {
  const settings = context.settings();
  const { id, name } = call.query;
  const all = visible(context).toSorted((a, b) => a.createdAt - b.createdAt);
  if (id !== undefined) {
    const found = all.filter((segment) => segment.id === id);
    return found.length === 0 && settings.unknownId === "not-found"
      ? notFound(settings)
      : rows(found, settings);
  }
  const { page, limit, errors } = paging(call.query, settings);
  if (errors.length > 0) return refused(errors, settings);
  const named = name === undefined ? all : all.filter((segment) => fits(segment, name, settings));
  return rows(named.slice((page - 1) * limit, page * limit), settings);
};

const fits = (segment: Segment, name: string, { nameMatch }: Push0Settings): boolean =>
  nameMatch === "whole"
    ? segment.name === name
    : segment.name.toLowerCase().includes(name.toLowerCase());

const rows = (segments: readonly Segment[], settings: Push0Settings): Answer => ({
  status: 200,
  body: segments.map((segment) => listed(segment, settings)),
});

const paging = (query: Call["query"], settings: Push0Settings) => {
  const page = settings.ignorePage ? 1 : positive(query["page"], 1);
  const wanted = positive(query["limit"], usualPage);
  const limit = settings.overLimit === "capped" ? Math.min(wanted, largestPage) : wanted;
  const missing = settings.noPaging === "refused" ? ["page", "limit"] : [];
  return {
    page,
    limit,
    errors: [
      ...missing.filter((key) => query[key] === undefined).map((key) => `${key} is required`),
      ...(page >= 1 ? [] : ["page must be a positive integer"]),
      ...(limit >= 1 && limit <= largestPage
        ? []
        : [`limit must be a positive integer of at most ${largestPage}`]),
    ],
  };
};

/** NaN for what is no positive integer, so that no comparison accepts it. */
const positive = (text: string | undefined, usual: number): number => {
  if (text === undefined) return usual;
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : Number.NaN;
};

export const listed = (segment: Segment, settings: Push0Settings): JsonObject => ({
  id: segment.id,
  name: segment.name,
  ...describedAs(segment.description, settings),
  constraints: segment.constraints,
  updatedAt: segment.updatedAt,
  createdAt: segment.createdAt,
  ...(settings.extraAnswerKeys ? { undocumented: { added: true } } : {}),
});

const describedAs = (description: string | null, { noDescription }: Push0Settings): JsonObject => {
  if (description !== null && description !== "") return { description };
  if (noDescription === "absent") return {};
  return { description: noDescription === "null" ? null : "" };
};
