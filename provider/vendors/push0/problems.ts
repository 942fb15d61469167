import * as O from "fp-ts/Option";
import type { Scope } from "../../core/lifecycle";
import type { CheckFailure } from "../../core/problem";
import { type Bag, isList } from "../../core/value";
import { deleteCall, expectedDelete } from "./delete-call";

const NO_GROUPS =
  'must have at least one group: an empty list would be everybody, and whether Push0 takes one is not documented. For everybody refer to the segment "All", which an account has from its start';

const nameProblems = (inputs: Bag): readonly CheckFailure[] =>
  inputs["name"] === undefined
    ? [{ path: ["name"], problem: "is required, because the stack's autonaming gives no names" }]
    : [];

const groupProblems = ({ constraints }: Bag): readonly CheckFailure[] =>
  isList(constraints) && constraints.length === 0
    ? [{ path: ["constraints"], problem: NO_GROUPS }]
    : [];

/** A delete that cannot be asked for is better known before there is something to delete. */
const settingProblems = ({ settings }: Scope): readonly CheckFailure[] => {
  const request = settings["deleteRequest"];
  if (request === undefined || O.isSome(deleteCall(request, "sg_"))) return [];
  const problem = `cannot be deleted later: audiences:push0DeleteRequest or PUSH0_DELETE_REQUEST must be ${expectedDelete}`;
  return [{ path: [], problem, got: request }];
};

/** What the codec cannot say of a segment's inputs. */
export const problems = (inputs: Bag, scope: Scope): readonly CheckFailure[] => [
  ...nameProblems(inputs),
  ...groupProblems(inputs),
  ...settingProblems(scope),
];
