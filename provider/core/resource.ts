import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import { type CheckRequest, type CheckResult, check } from "./check";
import { changedInputs, type DiffRequest, type DiffResult, diff } from "./diff";
import type { Failure } from "./failure";
import { type Lifecycle, type Model, type Scope, vendorNames } from "./lifecycle";
import { type Bag, hasUnknown, unknown, withoutAbsent } from "./value";

/** The pure half of a lifecycle as hosts call it, with types erased by decoding at the border. Needs no account. */
export interface Resource {
  readonly model: Model;
  readonly check: (request: CheckRequest) => CheckResult;
  readonly diff: (request: DiffRequest) => DiffResult;
  /** The outputs a preview can promise, or why the real thing would fail. */
  readonly preview: (request: PreviewRequest) => E.Either<Failure, Bag>;
}

export interface PreviewRequest extends Scope {
  readonly inputs: Bag;
  /** Outputs and inputs of the run before; absent for a new segment. */
  readonly olds: Bag | undefined;
  readonly oldInputs: Bag | undefined;
}

/** Only the vendor can say these; they stay as they were but for what an update renews, and are unknown for a new segment. */
const untold = (model: Model, olds: Bag | undefined): Bag =>
  Object.fromEntries(
    vendorNames(model).map((property) => {
      const { derivedFrom, renewed } = model.facts[property] ?? {};
      const isOpen = derivedFrom !== undefined || renewed === true || olds === undefined;
      return [property, isOpen ? unknown : olds[property]];
    }),
  );

const preview =
  <Args extends Bag, Client>(lifecycle: Lifecycle<Args, Client>): Resource["preview"] =>
  (request) => {
    const { inputs, olds, settings } = request;
    const args = hasUnknown(inputs) ? O.none : lifecycle.decode(inputs, { settings });
    const changed = olds && changedInputs(lifecycle)({ ...request, olds });
    const obstacle = pipe(
      args,
      O.chain((known) => lifecycle.obstacle(known, changed)),
    );
    const derived = O.isSome(args) ? lifecycle.derive(args.value) : {};
    const outputs = withoutAbsent({ ...untold(lifecycle.model, olds), ...inputs, ...derived });
    return O.isSome(obstacle) ? E.left(obstacle.value) : E.right(outputs);
  };

export const resource = <Args extends Bag, Client>(
  lifecycle: Lifecycle<Args, Client>,
): Resource => ({
  model: lifecycle.model,
  check: check(lifecycle),
  diff: diff(lifecycle),
  preview: preview(lifecycle),
});
