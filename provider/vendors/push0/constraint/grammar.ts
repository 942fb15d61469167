/** Groups of constraints: joined by AND among each other, and inside by what each group's `type` says. */
import { closed, list, oneOf } from "../../../core/codec";
import { type Breach, ruled } from "../../../core/ruled";
import { variants } from "../../../core/variants";
import { limits } from "../limits";
import { type Constraint, conditions } from "./condition";

const ANY_NUMBER = { min: 0, max: Number.POSITIVE_INFINITY };

const NO_LISTS =
  "is a list of texts, for which Push0's page documents no relation; build that segment in Push0's console and refer to it by its id";
const NO_FIELD = "is a property of devices at Push0, but no field of segments";

/** Words that people have reason to try, and what to do instead. */
const refusals = {
  tags: `\`tags\` ${NO_LISTS}`,
  tag: `\`tags\` ${NO_LISTS}`,
  registered: `${NO_FIELD}; \`unRegisteredAt\` says when a device was unregistered`,
  libVersion: NO_FIELD,
  device_type: "is called `type` at Push0",
  deviceType: "is called `type` at Push0",
  external_id: "is called `customUserId` at Push0",
  user_id: "is called `customUserId` at Push0",
  userID: "is called `customUserId` at Push0",
  location: "is no field of Push0, which knows `country` and `timezone` only",
  session_time: "is no field of Push0, which counts sessions but not their length: `sessionCount`",
  group:
    "stands where a constraint must: Push0 has no groups inside groups. Groups beside each other are joined by AND",
};

export const Condition = variants(
  "Constraint",
  "field",
  conditions,
  { constraints: "group" },
  refusals,
);

const BESIDE =
  "Put the others into another group of type AND beside this one, which means the same";
const NO_BESIDE =
  "A longer OR cannot be said in one segment, because groups beside each other are joined by AND";

const sizeRules = ({
  type,
  constraints,
}: {
  readonly type: string;
  readonly constraints: readonly Constraint[];
}): readonly Breach[] => {
  const size = constraints.length;
  if (size === 0) {
    const message =
      "must hold at least one constraint; what an empty group means is not documented";
    return [{ key: "constraints", message }];
  }
  if (size <= limits.groupSize) return [];
  const message = `must hold at most ${limits.groupSize} constraints; it has ${size}. ${type === "AND" ? BESIDE : NO_BESIDE}`;
  return [{ key: "constraints", message }];
};

export const Group = ruled(
  closed(
    "Group",
    {
      type: oneOf("GroupType", ["AND", "OR"]),
      constraints: list("constraints", Condition, ANY_NUMBER),
    },
    {},
  ),
  sizeRules,
);

/** The two types are one shape; told apart here, so that a constraint without a group can be told what it lacks. */
const AnyGroup = variants(
  "Group",
  "type",
  { AND: Group, OR: Group },
  { field: "constraint" },
  {
    constraint:
      'is missing, because this is a constraint outside a group: write { type: "AND", constraints: [ … ] } around it',
    ANY: 'is written "OR" at Push0',
    ALL: 'is written "AND" at Push0',
  },
);

/** That there is at least one group is checked apart, with a sentence of its own. */
export const Constraints = list("groups", AnyGroup, ANY_NUMBER);
