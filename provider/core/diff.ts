import { byContent, type Change, changesBetween } from "./changes";
import type { Fact } from "./facts";
import { inputNames, type Lifecycle, type Scope } from "./lifecycle";
import { covers, type Path, parse } from "./path";
import { type Bag, hasUnknown, type Value } from "./value";

export interface DiffRequest extends Scope {
  /** Outputs of the run before. */
  readonly olds: Bag;
  /** Inputs of the run before; engines that do not send them leave the outputs to stand in. */
  readonly oldInputs: Bag | undefined;
  readonly news: Bag;
  /** Property paths, as the program wrote them. */
  readonly ignoreChanges: readonly string[];
}

export interface PropertyChange extends Change {
  readonly replaces: boolean;
}

export interface DiffResult {
  readonly changes: readonly PropertyChange[];
  readonly deleteBeforeReplace: boolean;
}

const isEmpty = (value: Value): boolean => value === undefined || value === null || value === "";

/** What differs in meaning between two values of one property. */
export const compare = (fact: Fact, old: Value, now: Value): readonly Change[] => {
  if (isEmpty(old) && isEmpty(now)) return [];
  return (fact.changes ?? ((a, b) => changesBetween(byContent, a, b)))(old, now);
};

/** Where a program says nothing, the setting, the name or the id in force counts as said. */
const before = (property: string, fact: Fact, request: DiffRequest): Value => {
  const said = (request.oldInputs ?? request.olds)[property];
  const stands =
    fact.setting !== undefined || fact.autonamed === true || fact.vendorsChoice === true;
  return said === undefined && stands ? request.olds[property] : said;
};

const after = (property: string, fact: Fact, request: DiffRequest): Value => {
  const { news, settings, olds } = request;
  const said = news[property];
  if (said !== undefined) return said;
  if (fact.defaultsTo !== undefined) return fact.defaultsTo(news) ?? olds[property];
  if (fact.vendorsChoice === true) return olds[property];
  return fact.setting === undefined ? said : (settings[fact.setting] ?? olds[property]);
};

/** What follows from another input changes with that, and is not spoken of beside it. */
const isUnsaid = (property: string, { defaultsTo }: Fact, request: DiffRequest): boolean => {
  const { news, olds, oldInputs = olds } = request;
  return defaultsTo !== undefined && [news, oldInputs].every((bag) => bag[property] === undefined);
};

const changesOf = (
  property: string,
  fact: Fact,
  request: DiffRequest,
  ignored: readonly Path[],
): readonly PropertyChange[] => {
  if (fact.local === true || isUnsaid(property, fact, request)) return [];
  return compare(fact, before(property, fact, request), after(property, fact, request))
    .map(({ path, kind }) => ({
      path: [property, ...path],
      kind,
      replaces: fact.replaces === true,
    }))
    .filter(({ path }) => !ignored.some((pattern) => covers(pattern, path)));
};

/** What changed in meaning, as the places in the program's own spelling; empty when the segment stays what it is. */
export const diff =
  <Args extends Bag, Client>({ model, deletesFirst }: Lifecycle<Args, Client>) =>
  (request: DiffRequest): DiffResult => {
    const ignored = request.ignoreChanges.map(parse);
    const facts: { readonly [property: string]: Fact } = model.facts;
    const changes = inputNames(model).flatMap((property) =>
      changesOf(property, facts[property] ?? { doc: "" }, request, ignored),
    );
    const replaces = changes.some((change) => change.replaces);
    const { olds, news, settings } = request;
    return {
      changes,
      deleteBeforeReplace: replaces && !hasUnknown(news) && deletesFirst(olds, news, { settings }),
    };
  };

/** The inputs that an update has to send: those that differ in meaning. */
export const changedInputs =
  <Args extends Bag, Client>(lifecycle: Lifecycle<Args, Client>) =>
  (
    request: Scope & {
      readonly olds: Bag;
      readonly oldInputs: Bag | undefined;
      readonly inputs: Bag;
    },
  ) =>
    new Set(
      diff(lifecycle)({ ...request, news: request.inputs, ignoreChanges: [] }).changes.map(
        ({ path }) => String(path[0]),
      ),
    );
