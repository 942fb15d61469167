/**
 * What is allowed, but probably not meant, in how constraints go together. Exact where it can be decided, silent where it cannot.
 * The document's own example asks for a device with two models at once.
 */
import { print } from "../../../core/path";
import type { CheckFailure } from "../../../core/problem";
import type { Value } from "../../../core/value";
import { type Atom, type Clause, clausesOf } from "./clause";
import { coversAll, excludes, implies } from "./compare";
import { fieldInWords } from "./field";
import { hints } from "./hints";

/** Every pair is looked at; beyond this many nobody reads the result. */
const MOST_CLAUSES = 500;

const place = ({ path }: Atom | Clause): string => print(["constraints", ...path]);

const warning = ({ path }: Atom | Clause, problem: string): CheckFailure => ({ path, problem });

/** Constraints that each have to hold. */
const alone = (clauses: readonly Clause[]): readonly Atom[] =>
  clauses.flatMap(({ atoms }) => (atoms.length === 1 ? atoms : []));

const impossible = (clauses: readonly Clause[]): readonly CheckFailure[] => {
  const needed = alone(clauses);
  const against = (atom: Atom): Atom | undefined => needed.find((other) => excludes(other, atom));
  const pairs = needed.flatMap((atom, index): readonly CheckFailure[] => {
    const other = needed.slice(0, index).find((earlier) => excludes(earlier, atom));
    if (other === undefined) return [];
    const problem = `can never hold together with ${place(other)}, so that the segment is empty: a device has one ${fieldInWords(atom.field)}. In a group of type "OR" one of them is enough`;
    return [warning(atom, problem)];
  });
  const choices = clauses.filter(({ atoms }) => atoms.length > 1);
  const hopeless = choices.flatMap((clause): readonly CheckFailure[] => {
    const dead = clause.atoms.filter((atom) => against(atom) !== undefined);
    if (dead.length === clause.atoms.length) {
      return [
        warning(clause, "can never hold beside the other groups, so that the segment is empty"),
      ];
    }
    return dead.flatMap((atom) => {
      const other = against(atom);
      return other === undefined
        ? []
        : [warning(atom, `can never hold beside ${place(other)}, and adds nobody; remove it`)];
    });
  });
  return [...pairs, ...hopeless];
};

const impliesClause = (a: Clause, b: Clause): boolean =>
  a.atoms.every((one) => b.atoms.some((other) => implies(one, other)));

/** Of two that imply each other, the later one is superfluous. */
const superfluous = (clauses: readonly Clause[]): readonly CheckFailure[] =>
  clauses.flatMap((clause, index): readonly CheckFailure[] => {
    const by = clauses.find(
      (other, at) =>
        at !== index &&
        impliesClause(other, clause) &&
        (at < index || !impliesClause(clause, other)),
    );
    if (by === undefined) return [];
    return [warning(clause, `says nothing that ${place(by)} does not say already; remove it`)];
  });

/** The same inside one OR, where the narrower of two is superfluous. */
const withinClause = ({ atoms, path }: Clause): readonly CheckFailure[] => {
  const always = atoms.find((atom) =>
    atoms.some((other) => other !== atom && coversAll(atom, other)),
  );
  if (always !== undefined) {
    const problem = `holds for every device whose ${fieldInWords(always.field)} is known, because one of its constraints always does. A group of type "AND" leaves out all of them`;
    return [{ path, problem }];
  }
  return atoms.flatMap((atom, index): readonly CheckFailure[] => {
    const by = atoms.find(
      (other, at) => at !== index && implies(atom, other) && (at < index || !implies(other, atom)),
    );
    if (by === undefined) return [];
    return [warning(atom, `adds nobody whom ${place(by)} does not include; remove it`)];
  });
};

/** Paths start at the list of groups. */
export const lint = (groups: readonly Value[]): readonly CheckFailure[] => {
  const clauses = clausesOf(groups);
  const pairs =
    clauses.length > MOST_CLAUSES
      ? []
      : [...impossible(clauses), ...superfluous(clauses), ...clauses.flatMap(withinClause)];
  return [...pairs, ...hints(groups)];
};
