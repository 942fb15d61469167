import { type Bag, isList } from "../../core/value";
import { count } from "../../core/wording";
import { isListType } from "./limits";
import { rulesInWords } from "./rule/expression";

const listInWords = ({ ids, idsFile }: Bag): string => {
  if (isList(ids)) return count(new Set(ids).size, "listed id");
  return idsFile === undefined ? "a list that is kept elsewhere" : "the ids of a file";
};

/** Who is in a segment, in words. */
export const expression = (args: Bag): string => {
  if (isListType(args["type"])) return listInWords(args);
  return args["type"] === "rule_based" ? rulesInWords(args["rules"]) : "a list for analysis";
};
