/** What a program may write of a segment, and what the API answers. */
import * as t from "io-ts";
import { checked, closed, flag, text } from "../../core/codec";
import {
  Filters as CurrentFilters,
  DescribedFilters,
  type Filters,
  LegacyFilters,
} from "./filter/grammar";
import { WireFilter } from "./filter/wire";
import { limits } from "./limits";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

export const isUuid = (value: string): boolean => UUID.test(value);

const uuid = (name: string, what: string) =>
  checked(name, text("must be text"), (value) =>
    isUuid(value)
      ? undefined
      : `must be ${what}, a UUID such as "7ed2887d-bd24-4a81-8220-4b256a08ab19"`,
  );

export const AppId = uuid("AppId", "the id of an app (dashboard: Settings > Keys & IDs)");
export const SegmentId = uuid("SegmentId", "an id for the segment");

/** In characters as people count them, so that an emoji is one. */
const lengthOf = (value: string): number => [...value].length;

export const SegmentName = checked("SegmentName", text("must be text"), (value) => {
  const length = lengthOf(value);
  return value.trim() !== "" && length <= limits.nameLength
    ? undefined
    : `must have 1 to ${limits.nameLength} characters; it has ${length}`;
});

export const Description = checked("Description", text("must be text"), (value) => {
  const length = lengthOf(value);
  return length <= limits.descriptionLength
    ? undefined
    : `must have at most ${limits.descriptionLength} characters; it has ${length}`;
});

const optional = {
  appId: AppId,
  segmentId: SegmentId,
  name: SegmentName,
  description: Description,
  allowLegacyFilters: flag,
  adopt: flag,
};

const args = <F extends t.Mixed>(filters: F) => closed("Segment", { filters }, optional);

/** The inputs as the schema offers them. */
export const DescribedArgs = args(DescribedFilters);
export const CurrentArgs = args(CurrentFilters);
export const LegacyArgs = args(LegacyFilters);

/** Inputs with everything that settings and the engine stand in for. */
export type SegmentArgs = {
  readonly appId: string;
  readonly name: string;
  readonly filters: Filters;
  readonly segmentId?: string;
  readonly description?: string;
  readonly allowLegacyFilters?: boolean;
  readonly adopt?: boolean;
};

/** Outputs: the inputs, completed, and what OneSignal says of the segment. */
export const SegmentOutputs = closed(
  "SegmentOutputs",
  {
    appId: AppId,
    segmentId: SegmentId,
    name: SegmentName,
    filters: DescribedFilters,
    expression: t.string,
  },
  {
    description: Description,
    allowLegacyFilters: flag,
    adopt: flag,
    createdAt: t.string,
    source: t.string,
    readOnly: t.boolean,
    isActive: t.boolean,
  },
);

/** 201 of create and 200 of update. */
export const Written = t.type({ id: t.string }, "Written");

/** 200 of view with `include-segment-detail`. Times are Unix seconds here, and ISO text in the list. */
export const Viewed = t.type(
  {
    subscriber_count: t.union([t.number, t.undefined]),
    payload: t.intersection([
      t.type({ name: t.string, filters: t.array(WireFilter) }),
      t.partial({
        description: t.union([t.string, t.null]),
        created_at: t.number,
        source: t.string,
      }),
    ]),
  },
  "Viewed",
);
export type Viewed = t.TypeOf<typeof Viewed>;

/** A definition, and how many are in the segment at the moment. */
export type Definition = Viewed["payload"] & Pick<Viewed, "subscriber_count">;

/** A row of the list; it never holds filters. */
export const Row = t.intersection(
  [
    t.type({ id: t.string, name: t.string }),
    t.partial({
      description: t.union([t.string, t.null]),
      created_at: t.string,
      updated_at: t.string,
      read_only: t.boolean,
      is_active: t.boolean,
    }),
  ],
  "Row",
);
export type Row = t.TypeOf<typeof Row>;

/** 200 of list. `total_count` is the app's total in one document and the page's in another, so it is no reason to stop early. */
export const Page = t.type({ segments: t.array(Row) }, "Page");
export type Page = t.TypeOf<typeof Page>;

/** Error bodies: plain sentences, or objects with a title. Anything else has no reasons to give. */
export const Errors = t.type(
  {
    errors: t.array(
      t.union([
        t.string,
        t.intersection([t.type({ title: t.string }), t.partial({ code: t.string })]),
      ]),
    ),
  },
  "Errors",
);
