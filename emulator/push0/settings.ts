import { flag, objectOf, oneOf, optional, type Patch, type Reader, Refusal, whole } from "../read";

/**
 * Where Push0's pages are silent or disagree, each reading is a switch. The defaults follow the tables of "Segments: Create",
 * "Segments: Update", "Segments List" and "Authentication" (REST API v1, 2026); where none speaks, the stricter reading.
 */
export interface Push0Settings {
  /** Takes `EQUALS` and `CONTAINS`, which stand in an example and in a remark, but not in the table of relations. */
  readonly acceptWordRelations: boolean;
  /** Takes JSON numbers as values, which every example quotes. */
  readonly acceptNumericValues: boolean;
  /** What `exists` wants beside it. The page demands a value of every constraint and shows none for `exists`. */
  readonly existsValue: "required" | "optional" | "not-empty" | "forbidden";
  /** Takes constraints on `tags`, for whose type no relation is documented. */
  readonly acceptTags: boolean;
  /** Takes `[]`, which the listed segment "All" has, although create requires constraints. */
  readonly acceptEmptyConstraints: boolean;
  /** A second segment of a name is refused with 409. No page says that names are unique. */
  readonly uniqueNames: boolean;
  /** Whether `?name=` finds whole names or also parts of them. */
  readonly nameMatch: "whole" | "part";
  /** "Returns segment id or error message": as plain text, as a JSON string, as `{id}`, or as `{data:{id}}`. */
  readonly createAnswer: "text" | "json-text" | "object" | "data";
  /** The only success that "Authentication" lists is 200. */
  readonly createStatus: 200 | 201;
  /** What update and delete answer with success: the id in the shape of create, nothing at all, or the segment. */
  readonly changeAnswer: "id" | "nothing" | "segment";
  /** Error messages: as plain text, or as `{message}`. */
  readonly errorShape: "text" | "object";
  /** Answers refusals of what was sent with 200, as "Returns segment id or error message" can be read. */
  readonly refusalsAre200: boolean;
  /** `?id=` of a segment that is not there. */
  readonly unknownId: "empty" | "not-found";
  /** Where delete, which no page describes, takes the id: in the body as update does, in the path, or nowhere at all. */
  readonly deleteId: "body" | "path" | "none";
  /** Delete answers with success and leaves the segment where it is. */
  readonly deleteIsIdle: boolean;
  /** 401 and 403 have the same words; a missing key is 401 in any case. */
  readonly wrongKey: 401 | 403;
  /** An empty description in an update: "Only fields sent with values will be updated" can be read both ways. */
  readonly emptyDescription: "clears" | "is-ignored";
  /** How a description that nobody wrote is listed. */
  readonly noDescription: "null" | "empty" | "absent";
  /** A list without `id`, and without `page` or `limit`: they are "required" and "optional" in one row of the table. */
  readonly noPaging: "refused" | "defaults";
  /** A `limit` above 100: "often capped by the API". */
  readonly overLimit: "capped" | "refused";
  /** Answers every list with the first page, whatever is asked for. */
  readonly ignorePage: boolean;
  /** How long a created segment stays invisible to the list. */
  readonly readDelayMs: number;
  /** The two segments that an account starts with cannot be changed or deleted. */
  readonly protectDefaults: boolean;
  /** Adds keys that no page knows to every row. */
  readonly extraAnswerKeys: boolean;
}

export const push0Defaults: Push0Settings = {
  acceptWordRelations: false,
  acceptNumericValues: false,
  existsValue: "required",
  acceptTags: false,
  acceptEmptyConstraints: false,
  uniqueNames: false,
  nameMatch: "whole",
  createAnswer: "text",
  createStatus: 200,
  changeAnswer: "id",
  errorShape: "text",
  refusalsAre200: false,
  unknownId: "empty",
  deleteId: "body",
  deleteIsIdle: false,
  wrongKey: 401,
  emptyDescription: "clears",
  noDescription: "null",
  noPaging: "refused",
  overLimit: "capped",
  ignorePage: false,
  readDelayMs: 0,
  protectDefaults: false,
  extraAnswerKeys: false,
};

const aFlag = optional(flag);

/** One of two numbers, which `oneOf` cannot read. */
const either =
  <A extends number, B extends number>(a: A, b: B): Reader<A | B> =>
  (value, at) => {
    if (value === a) return a;
    if (value === b) return b;
    throw new Refusal(`${at} must be ${a} or ${b}.`);
  };

const readers: { readonly [K in keyof Push0Settings]: Reader<Push0Settings[K] | undefined> } = {
  acceptWordRelations: aFlag,
  acceptNumericValues: aFlag,
  existsValue: optional(oneOf("required", "optional", "not-empty", "forbidden")),
  acceptTags: aFlag,
  acceptEmptyConstraints: aFlag,
  uniqueNames: aFlag,
  nameMatch: optional(oneOf("whole", "part")),
  createAnswer: optional(oneOf("text", "json-text", "object", "data")),
  createStatus: optional(either(200, 201)),
  changeAnswer: optional(oneOf("id", "nothing", "segment")),
  errorShape: optional(oneOf("text", "object")),
  refusalsAre200: aFlag,
  unknownId: optional(oneOf("empty", "not-found")),
  deleteId: optional(oneOf("body", "path", "none")),
  deleteIsIdle: aFlag,
  wrongKey: optional(either(401, 403)),
  emptyDescription: optional(oneOf("clears", "is-ignored")),
  noDescription: optional(oneOf("null", "empty", "absent")),
  noPaging: optional(oneOf("refused", "defaults")),
  overLimit: optional(oneOf("capped", "refused")),
  ignorePage: aFlag,
  readDelayMs: optional(whole(0, 600_000)),
  protectDefaults: aFlag,
  extraAnswerKeys: aFlag,
};

export const readPush0Settings: Reader<Patch<Push0Settings>> = objectOf(readers);
