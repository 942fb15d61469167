import * as E from "fp-ts/Either";
import { type Path, print } from "../../../core/path";
import type { CheckFailure } from "../../../core/problem";
import type { Settings } from "../../../core/setting";
import type { Bag } from "../../../core/value";
import { spellOut } from "../../../core/wording";
import type { SegmentArgs } from "../codec";
import { isLegacy } from "../endpoint";
import { expansionOf } from "./expand";
import { disjunctions } from "./lint-alternatives";
import { conjunctions } from "./lint-conjunction";
import { type Finding, notes } from "./lint-tree";
import { pathOf, type Tree } from "./tree";
import { isElapsed } from "./value-rules";

const inFilters = (path: Path): Path => ["filters", ...path];

const others = (beside: readonly Path[]): string =>
  spellOut(
    beside.map((path) => print(inFilters(path))),
    "and",
  );

const said = ({ kind, beside }: Finding): string => {
  switch (kind) {
    case "nobody":
      return beside.length === 0
        ? "can hold for nobody; correct its value"
        : `can hold for nobody together with ${others(beside)}, so that this part of the segment stays empty; correct one of them, or join them by OR`;
    case "repeated":
      return `repeats ${others(beside)}; remove one of them`;
    case "implied":
      return `follows from ${others(beside)} and changes nothing; remove it, or correct one of them`;
    case "always":
      return `always holds here, because one of its alternatives follows from ${others(beside)}; remove the group, or correct that alternative`;
    case "same":
      return `means the same as the alternative at ${others(beside)}; remove one of them`;
    case "covered":
      return `is covered by the alternative at ${others(beside)} and adds nobody; remove it, or correct one of them`;
  }
};

const toWarning = (finding: Finding): CheckFailure => ({
  path: inFilters(finding.path),
  problem: said(finding),
});

/** A Unix time, and no length of time: some thirty years of seconds. */
const OLDEST_SECONDS = 1_000_000_000;

const isNumeric = (text: string): boolean => text.trim() !== "" && Number.isFinite(Number(text));

type At = readonly [key: string, problem: string];

const ofTag = (condition: Bag): readonly At[] => {
  const { relation, value } = condition;
  const text = String(value);
  const meaningless = ["hoursAgo", "radius", "lat", "long"]
    .filter((key) => condition[key] !== undefined)
    .map((key): At => [key, "has no meaning for a tag and is not sent; remove it"]);
  const isOrder = relation === ">" || relation === "<";
  const noNumber: readonly At[] =
    isOrder && !isNumeric(text)
      ? [
          [
            "value",
            `is no number, but "${relation}" orders tags as numbers; compare with a number, or use "=" or "in_array"`,
          ],
        ]
      : [];
  const noDuration: readonly At[] =
    isElapsed(String(relation)) && Number(text) >= OLDEST_SECONDS
      ? [
          [
            "value",
            "is compared with the seconds since the time in the tag, and reads like a Unix time itself; write a number of seconds, such as 604800 for 7 days",
          ],
        ]
      : [];
  return [...meaningless, ...noNumber, ...noDuration];
};

const conditionsIn = (tree: Tree): readonly CheckFailure[] => {
  if (tree.kind !== "condition") return tree.members.flatMap(conditionsIn);
  const { condition } = tree;
  if (condition["field"] !== "tag") return [];
  return ofTag(condition).map(([key, problem]) => ({
    path: inFilters([...pathOf(tree), key]),
    problem,
  }));
};

const LEGACY: CheckFailure = {
  path: [],
  problem:
    "uses the legacy API (onesignal.com/api/v1), whose documents know no update: a change may be refused there. Use https://api.onesignal.com with an App API key",
};

/** What is odd about a filter list, as the places and their kinds. */
export const findingsIn = (tree: Tree): readonly Finding[] => {
  const factOf = notes();
  const members = tree.kind === "condition" ? [] : tree.members;
  return [
    ...members.flatMap((member) => conjunctions(member, factOf)),
    ...disjunctions(tree, factOf),
  ];
};

/** What is allowed, but probably not meant. Exact where it can be decided, silent where it cannot. */
export const lint = (args: SegmentArgs, settings: Settings): readonly CheckFailure[] => {
  const expansion = expansionOf(args.filters);
  const tree = E.isRight(expansion) ? expansion.right.tree : undefined;
  return [
    ...(tree === undefined ? [] : conditionsIn(tree)),
    ...(tree === undefined ? [] : findingsIn(tree).map(toWarning)),
    ...(isLegacy(settings["endpoint"] ?? "") ? [LEGACY] : []),
  ];
};
