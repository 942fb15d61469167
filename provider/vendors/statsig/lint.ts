/** What is allowed, but probably not meant; and what a replacement will do, which no diff can say. */
import { compare } from "../../core/diff";
import type { Fact } from "../../core/facts";
import type { CheckFailure } from "../../core/problem";
import type { Bag } from "../../core/value";
import { spellOut } from "../../core/wording";
import type { SegmentArgs } from "./codec";
import { facts } from "./facts";
import { slugOf } from "./id";
import { isListType } from "./limits";
import { managedOf } from "./members";
import { targets } from "./rule/identity";
import { nameLint } from "./rule/names";
import { reachLint } from "./rule/reach";

/** More ids than this do not belong into a program, nor into state. */
const MANY = 1_000;

const emptiness = ({ type, rules, ids }: SegmentArgs): readonly CheckFailure[] => {
  if (type === "rule_based" && (rules ?? []).length === 0) {
    return [{ path: ["rules"], problem: "are not there: nobody passes a segment without rules" }];
  }
  return ids?.length === 0
    ? [{ path: ["ids"], problem: "is empty: nobody is in the segment" }]
    : [];
};

const size = ({ ids }: SegmentArgs): readonly CheckFailure[] =>
  ids !== undefined && ids.length > MANY
    ? [
        {
          path: ["ids"],
          problem: `holds ${ids.length} ids, all of which are kept in state; \`idsFile\` keeps them out of it`,
        },
      ]
    : [];

const selfReference = ({ segmentId, rules = [] }: SegmentArgs): readonly CheckFailure[] =>
  rules.flatMap((rule, i) =>
    rule.conditions.flatMap((condition, j): readonly CheckFailure[] => {
      const refers = condition.type === "passes_segment" || condition.type === "fails_segment";
      return refers && targets(condition).includes(segmentId)
        ? [{ path: ["rules", i, "conditions", j], problem: "refers to the segment itself" }]
        : [];
    }),
  );

const idOf = (inputs: Bag): string =>
  String(inputs["segmentId"] ?? slugOf(String(inputs["name"] ?? "")));

/** An id that follows from the name is not spoken of beside it. */
const isOtherId = (args: SegmentArgs, olds: Bag): boolean =>
  idOf(olds).toLowerCase() !== args.segmentId.toLowerCase() &&
  (olds["segmentId"] !== undefined || olds["name"] === args.name);

/** The inputs that make the segment anew by being other than before. */
const replacing = (args: SegmentArgs, olds: Bag): readonly string[] => {
  const inputs: Bag = args;
  const differs = ([property, fact]: readonly [string, Fact]): boolean => {
    const said = inputs[property];
    if (fact.replaces !== true || (fact.vendorsChoice === true && said === undefined)) return false;
    return property === "segmentId"
      ? isOtherId(args, olds)
      : compare(fact, olds[property], said).length > 0;
  };
  return Object.entries(facts)
    .filter(differs)
    .map(([property]) => property);
};

/** `description differs from what Statsig has, as do name and tags, and no endpoint changes them`. */
const difference = (others: readonly string[]): string =>
  others.length === 0
    ? "differs from what Statsig has, and no endpoint changes it"
    : `differs from what Statsig has, as ${others.length === 1 ? "does" : "do"} ${spellOut(others, "and")}, and no endpoint changes them`;

const consequence = (args: SegmentArgs, olds: Bag): string => {
  const [was, is] = [idOf(olds), args.segmentId];
  return was.toLowerCase() === is.toLowerCase()
    ? "the segment is deleted and made anew, and for a moment gates and segments that refer to it find nobody in it"
    : `segment ${JSON.stringify(is)} is made in place of ${JSON.stringify(was)}, and gates and segments that refer to ${JSON.stringify(was)} find nobody in it from then on`;
};

/** What a replacement means: that it happens at all, and what is lost or refused by it. */
const replacement = (args: SegmentArgs, olds: Bag): readonly CheckFailure[] => {
  const [first, ...others] = replacing(args, olds);
  if (first === undefined) return [];
  const loses =
    isListType(args.type) && managedOf(args)._tag === "None"
      ? ". The ids in the list are not managed here, and are lost with it"
      : "";
  const refused =
    olds["onDelete"] === "archive" && idOf(olds) === args.segmentId
      ? '. With `onDelete: "archive"` the old one keeps the id, so that the new one is refused: choose another `segmentId`, or set `onDelete: "delete"` and apply that first'
      : "";
  const keeping = "To keep it, write the old value or use the option ignoreChanges";
  const problem = `${difference(others)}: ${consequence(args, olds)}${loses}${refused}. ${keeping}`;
  return [{ path: [first], problem }];
};

export const lint = (args: SegmentArgs, olds: Bag | undefined): readonly CheckFailure[] => [
  ...emptiness(args),
  ...size(args),
  ...selfReference(args),
  ...reachLint(args.rules),
  ...nameLint(args.rules),
  ...(olds === undefined ? [] : replacement(args, olds)),
];
