/** What the codec cannot say of a segment's inputs: which of them go together. */
import type { CheckFailure } from "../../core/problem";
import { type Bag, isUnknown } from "../../core/value";
import { isListType } from "./limits";

const nameProblems = ({ name }: Bag): readonly CheckFailure[] =>
  name === undefined
    ? [{ path: ["name"], problem: "is required, because the stack's autonaming gives no names" }]
    : [];

const LIST_ONLY = ["ids", "idsFile", "idsColumn", "manageIds"] as const;

/** Statsig refuses rules with another type, even an empty list of them. */
const typeProblems = (inputs: Bag): readonly CheckFailure[] => {
  const { type, rules } = inputs;
  if (typeof type !== "string") return [];
  const said = JSON.stringify(type);
  const misplaced = isListType(type) ? [] : LIST_ONLY.filter((key) => inputs[key] !== undefined);
  const why =
    type === "analysis_list"
      ? "the API documents no way to fill an analysis list"
      : 'ids go with type "id_list" or "user_store_id_list"';
  return [
    ...(type !== "rule_based" && rules !== undefined
      ? [
          {
            path: ["rules"],
            problem: `must be left out with type ${said}: rules go with type "rule_based"`,
          },
        ]
      : []),
    ...misplaced.map((key) => ({
      path: [key],
      problem: `must be left out with type ${said}: ${why}`,
    })),
  ];
};

const memberProblems = ({ ids, idsFile, idsColumn, manageIds }: Bag): readonly CheckFailure[] => {
  const said = [ids, idsFile].filter((one) => one !== undefined).length;
  const problems: CheckFailure[] = [];
  if (said === 2) {
    problems.push({
      path: ["idsFile"],
      problem: "must be left out beside `ids`: both are the list",
    });
  }
  if (manageIds === false && said > 0) {
    const path = [ids === undefined ? "idsFile" : "ids"];
    const problem = "must be left out beside `manageIds: false`, which leaves the ids to others";
    problems.push({ path, problem });
  }
  if (manageIds === true && said === 0) {
    problems.push({
      path: ["manageIds"],
      problem: "needs `ids` or `idsFile`, which say who is in",
    });
  }
  if (idsColumn !== undefined && idsFile === undefined && !isUnknown(idsColumn)) {
    const problem = "goes with `idsFile`, whose column it names";
    problems.push({ path: ["idsColumn"], problem });
  }
  return problems;
};

export const problems = (inputs: Bag): readonly CheckFailure[] => [
  ...nameProblems(inputs),
  ...typeProblems(inputs),
  ...memberProblems(inputs),
];
