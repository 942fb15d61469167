/** What a program may write of a segment, and what the API answers. */
import * as t from "io-ts";
import { assetCodec } from "../../core/asset";
import { checked, closed, flag, list, oneOf, text } from "../../core/codec";
import { isSegmentId } from "./id";
import { limits, segmentTypes } from "./limits";
import { Rules } from "./rule/grammar";
import { WireRule } from "./rule/wire";

const NAME = /^[\w\- ]*$/;

export const SegmentName = checked("SegmentName", text("must be text"), (value) => {
  const { min, max } = limits.nameLength;
  if (value.length < min || value.length > max) {
    return `must have ${min} to ${max} characters; it has ${value.length}`;
  }
  return NAME.test(value)
    ? undefined
    : "must be made of letters (a to z), digits, spaces, `_` and `-`, for Statsig takes no others";
});

export const SegmentId = checked("SegmentId", text("must be text"), (value) =>
  isSegmentId(value)
    ? undefined
    : `must have ${limits.idLength.min} to ${limits.idLength.max} letters (a to z), digits, \`_\` and \`-\``,
);

export const Description = checked("Description", text("must be text"), (value) => {
  const { length } = [...value];
  return length <= limits.descriptionLength
    ? undefined
    : `must have at most ${limits.descriptionLength} characters; it has ${length}`;
});

const filled = (name: string) =>
  checked(name, text("must be text"), (value) =>
    value.trim() === "" ? "must not be empty" : undefined,
  );

/** Ids are sent as they stand, so that a stray space or line break would make another id of it. */
const Id = checked("Id", text("must be text, in quotes"), (value) =>
  value === "" || value.trim() !== value || value.includes("\n")
    ? "must be neither empty nor padded with spaces"
    : undefined,
);

const ANY_NUMBER = { min: 0, max: Number.POSITIVE_INFINITY };

const SegmentType = oneOf("SegmentType", segmentTypes);

const described = {
  segmentId: SegmentId,
  name: SegmentName,
  description: Description,
  idType: filled("IdType"),
  tags: list("tags", filled("Tag"), ANY_NUMBER),
  rules: Rules,
  ids: list("ids", Id, { min: 0, max: limits.ids }),
  idsFile: assetCodec,
  idsColumn: filled("IdsColumn"),
  manageIds: flag,
  team: filled("Team"),
  teamId: filled("TeamId"),
  creatorEmail: filled("CreatorEmail"),
  creatorId: filled("CreatorId"),
  onDelete: oneOf("OnDelete", ["delete", "archive"]),
  adopt: flag,
};

export const Args = closed("Segment", { type: SegmentType }, described);

/** Inputs with everything that the engine and the name stand in for. */
export type SegmentArgs = t.TypeOf<typeof Args> & {
  readonly name: string;
  readonly segmentId: string;
};

/** Outputs: the inputs, completed, and what Statsig says of the segment. */
export const SegmentOutputs = closed(
  "SegmentOutputs",
  { type: SegmentType, segmentId: SegmentId, name: SegmentName, expression: t.string },
  {
    ...described,
    idCount: t.number,
    idsHash: t.string,
    createdAt: t.string,
    version: t.number,
  },
);

const MaybeText = t.union([t.string, t.null]);

/** The segment as every read shows it. Ids of lists are not part of it, nor is whether it is archived. */
export const Dto = t.intersection(
  [
    t.type({ id: t.string, type: t.string }),
    t.partial({
      name: MaybeText,
      description: MaybeText,
      idType: MaybeText,
      count: t.number,
      rules: t.union([t.array(WireRule), t.null]),
      tags: t.union([t.array(t.string), t.null]),
      team: MaybeText,
      teamID: MaybeText,
      creatorID: MaybeText,
      creatorEmail: MaybeText,
      createdTime: t.number,
      lastModifiedTime: t.union([t.number, t.null]),
      version: t.number,
    }),
  ],
  "Segment",
);
export type Dto = t.TypeOf<typeof Dto>;

const Pagination = t.partial({ nextPage: t.union([t.string, t.null]) });

/** 200 of one segment, and 201 of create. */
export const One = t.type({ data: Dto }, "One");

/** 200 of list. Where `pagination` is missing, there is one page. */
export const Page = t.intersection(
  [t.type({ data: t.array(Dto) }), t.partial({ pagination: Pagination })],
  "Page",
);

/** 200 of the ids of a list. */
export const IdPage = t.intersection(
  [t.type({ data: t.type({ ids: t.array(t.string) }) }), t.partial({ pagination: Pagination })],
  "IdPage",
);

/** Error bodies: documented as a message; live ones were seen with `errors` beside it, in whatever form. */
export const Refusal = t.intersection(
  [t.partial({ message: t.string }), t.partial({ errors: t.unknown })],
  "Refusal",
);
