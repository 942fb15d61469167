import {
  flag,
  nullable,
  objectOf,
  oneOf,
  optional,
  type Patch,
  type Reader,
  Refusal,
  whole,
} from "../read";

/**
 * Where Statsig's documents are silent or disagree, each reading is a switch. The defaults follow the OpenAPI 20240601 and the
 * newest pages ("Segments", "Rules" of the Console API, 2026); where these are silent, what clients saw of the live API.
 */
export interface StatsigSettings {
  /** Takes `{"rules":[…]}` for the rules, as Statsig's own Terraform provider sends it; every document has a bare array. */
  readonly acceptWrappedRules: boolean;
  /** Changing rules answers with the segment, as its schema has it; its example shows a message alone. */
  readonly rulesAnswerSegment: boolean;
  /** Refusals of what was sent say why in `errors`, which no document has and two clients read. Else only a general sentence. */
  readonly explainRefusals: boolean;
  /** Create: 201 today, 200 in the documents of 2022 to 2024. */
  readonly createStatus: 200 | 201;
  /** A used id or name. No segment page has it; sibling pages show 400. */
  readonly takenStatus: 400 | 409;
  readonly uniqueNames: boolean;
  /** An id in upper case: kept, or lowered as the id that comes from a name is. */
  readonly upperCaseIds: "keep" | "lower";
  /** One target value comes back as a scalar (seen live), as a list (a page of the CLI), or as it was sent. */
  readonly oneValue: "scalar" | "list" | "as-sent";
  /** `"31"` under `gt` and `lt` comes back as 31, as was seen live. */
  readonly numbersAsNumbers: boolean;
  /** Takes `str_matches` and the array operators, which no page of the API has, and which were accepted live. */
  readonly acceptSeenOperators: boolean;
  /** Takes `null` where the schema is nullable; the live API was seen to refuse it. */
  readonly acceptNulls: boolean;
  /** A rule without conditions; the schema has no least number. */
  readonly acceptEmptyConditions: boolean;
  /** A rule's id and baseID are kept when they are posted back; else every change of rules makes new ones. */
  readonly keepRuleIds: boolean;
  /** Tags that nobody created before. */
  readonly unknownTags: "create" | "refuse";
  /** `creatorEmail` and `creatorID` come back as sent, or as `null`. */
  readonly showCreators: boolean;
  /** Reads show segments that were archived; nothing in the answer tells them apart. */
  readonly showArchived: boolean;
  /** Deleting a segment that another one's rules ask for is refused. */
  readonly protectReferenced: boolean;
  /** The ids of a list in the user store can be read like those of others. */
  readonly readUserStore: boolean;
  /** Removing ids without a body, as one specification had it: refused, or without effect. */
  readonly removeNeedsBody: boolean;
  /** The most ids on one page, and what a larger `limit` means. */
  readonly largestIdPage: number;
  readonly overLimit: "clamp" | "refuse";
  /** Both windows of the documents, and the third of id lists: off, for what changes something (newest), or for all (older). */
  readonly rateLimits: "off" | "writes" | "all";
  /** Seconds in `Retry-After` of a 429, of which no document speaks; null leaves it out. */
  readonly retryAfter: number | null;
  /** Adds keys that no document knows. */
  readonly extraAnswerKeys: boolean;
}

export const statsigDefaults: StatsigSettings = {
  acceptWrappedRules: false,
  rulesAnswerSegment: true,
  explainRefusals: true,
  createStatus: 201,
  takenStatus: 400,
  uniqueNames: true,
  upperCaseIds: "keep",
  oneValue: "scalar",
  numbersAsNumbers: true,
  acceptSeenOperators: true,
  acceptNulls: false,
  acceptEmptyConditions: true,
  keepRuleIds: true,
  unknownTags: "create",
  showCreators: true,
  showArchived: true,
  protectReferenced: false,
  readUserStore: true,
  removeNeedsBody: true,
  largestIdPage: 10_000,
  overLimit: "clamp",
  rateLimits: "off",
  retryAfter: null,
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

const readers: { readonly [K in keyof StatsigSettings]: Reader<StatsigSettings[K] | undefined> } = {
  acceptWrappedRules: aFlag,
  rulesAnswerSegment: aFlag,
  explainRefusals: aFlag,
  createStatus: optional(either(200, 201)),
  takenStatus: optional(either(400, 409)),
  uniqueNames: aFlag,
  upperCaseIds: optional(oneOf("keep", "lower")),
  oneValue: optional(oneOf("scalar", "list", "as-sent")),
  numbersAsNumbers: aFlag,
  acceptSeenOperators: aFlag,
  acceptNulls: aFlag,
  acceptEmptyConditions: aFlag,
  keepRuleIds: aFlag,
  unknownTags: optional(oneOf("create", "refuse")),
  showCreators: aFlag,
  showArchived: aFlag,
  protectReferenced: aFlag,
  readUserStore: aFlag,
  removeNeedsBody: aFlag,
  largestIdPage: optional(whole(1, 1_000_000)),
  overLimit: optional(oneOf("clamp", "refuse")),
  rateLimits: optional(oneOf("off", "writes", "all")),
  retryAfter: optional(nullable(whole(0, 3_600))),
  extraAnswerKeys: aFlag,
};

export const readStatsigSettings: Reader<Patch<StatsigSettings>> = objectOf(readers);
