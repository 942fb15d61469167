/** What is odd about conditions that have to hold together. */
import { excludeEachOther } from "./lint-logic";
import type { Statement } from "./lint-meaning";
import { type Fact, type Finding, follows, type Notes, placeOf, together } from "./lint-tree";
import { type Group, pathOf, type Tree } from "./tree";

const statements = (facts: readonly Fact[]): readonly Statement[] =>
  facts.map(({ statement }) => statement()).filter((statement) => statement !== undefined);

const bySubject = (facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> => {
  const subjects = new Map<string, Fact[]>();
  for (const fact of facts) {
    const subject = fact.statement()?.subject ?? fact.text;
    const known = subjects.get(subject);
    if (known === undefined) subjects.set(subject, [fact]);
    else known.push(fact);
  }
  return subjects;
};

/** The facts that exclude `fact`: one of them if one is enough, else all. */
const culprits = (others: readonly Fact[], fact: Fact): readonly Fact[] => {
  const one = others.find((other) => excludeEachOther(statements([other, fact])));
  return one === undefined ? others : [one];
};

const contradictionOf = (given: readonly Fact[], own: readonly Fact[]): Finding | undefined => {
  const last = own.at(-1);
  if (last === undefined || statements(own).length === 0) return undefined;
  const others = [...given, ...own.slice(0, -1)];
  if (!excludeEachOther(statements([...others, last]))) return undefined;
  const isAlone = excludeEachOther(statements([last]));
  const beside = isAlone ? [] : culprits(others, last).map(pathOf);
  return { kind: "nobody", path: pathOf(last), beside };
};

/** What a condition follows from. Of two that say the same, the later one follows from the earlier. */
const reasonFor = (facts: readonly Fact[], index: number): Fact | undefined => {
  const fact = facts[index];
  if (fact === undefined) return undefined;
  return facts.find(
    (from, i) => i !== index && follows(from, fact) && (i < index || !follows(fact, from)),
  );
};

interface Reasoned {
  readonly contradictions: readonly Finding[];
  readonly redundant: readonly Finding[];
}

const redundantIn = (given: readonly Fact[], own: readonly Fact[]): readonly Finding[] => {
  const facts = [...given, ...own];
  return own.flatMap((fact, i): readonly Finding[] => {
    const reason = reasonFor(facts, given.length + i);
    if (reason === undefined) return [];
    const kind = reason.text === fact.text ? "repeated" : "implied";
    return [{ kind, path: pathOf(fact), beside: [pathOf(reason)] }];
  });
};

/** Whether each fact is about something else, as almost always: then only "less than nothing" can be odd. */
const areApart = (given: readonly Fact[], own: readonly Fact[]): boolean => {
  let bits = 0;
  for (const { bit } of given) bits |= bit;
  for (const { bit } of own) {
    if ((bits & bit) !== 0) return false;
    bits |= bit;
  }
  return true;
};

/** Looks at each subject by itself, because statements about different things have nothing to do with each other. */
const reason = (given: readonly Fact[], own: readonly Fact[]): Reasoned => {
  if (areApart(given, own)) {
    const impossible = own.filter(({ relation }) => relation === "<");
    const contradictions = impossible.flatMap((fact) => contradictionOf([], [fact]) ?? []);
    return { contradictions, redundant: [] };
  }
  const known = bySubject(given);
  const parts = [...bySubject(own)].map(([subject, facts]): Reasoned => {
    const before = known.get(subject) ?? [];
    const contradiction = contradictionOf(before, facts);
    return contradiction === undefined
      ? { contradictions: [], redundant: redundantIn(before, facts) }
      : { contradictions: [contradiction], redundant: [] };
  });
  return {
    contradictions: parts.flatMap(({ contradictions }) => contradictions),
    redundant: parts.flatMap(({ redundant }) => redundant),
  };
};

/** A member of `group` that follows from what is given makes the whole group hold. */
const isGiven = (given: readonly Fact[], member: Tree, factOf: Notes): Fact | undefined => {
  const { facts, groups } = together(member, factOf);
  if (groups.length > 0) return undefined;
  const reasons = facts.map((fact) => given.find((from) => follows(from, fact)));
  return reasons.every((one) => one !== undefined) ? reasons[0] : undefined;
};

const ofGroup = (given: readonly Fact[], group: Group, factOf: Notes): readonly Finding[] => {
  const reasons = group.members.map((member) => isGiven(given, member, factOf));
  const because = reasons.find((one) => one !== undefined);
  const always: readonly Finding[] =
    because === undefined
      ? []
      : [{ kind: "always", path: placeOf(group), beside: [pathOf(because)] }];
  return always.length > 0
    ? always
    : group.members.flatMap((member) => conjunctions(member, factOf, given));
};

/** Everything odd among conditions that hold together in `tree`, where `given` holds as well. */
export const conjunctions = (
  tree: Tree,
  factOf: Notes,
  given: readonly Fact[] = [],
): readonly Finding[] => {
  const { facts, groups } = together(tree, factOf);
  const { contradictions, redundant } = reason(given, facts);
  if (contradictions.length > 0) return contradictions;
  const all = [...given, ...facts];
  return [...redundant, ...groups.flatMap((group) => ofGroup(all, group, factOf))];
};
