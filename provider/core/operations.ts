import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as RTE from "fp-ts/ReaderTaskEither";
import { check } from "./check";
import { type Claims, claims } from "./claims";
import { changedInputs, compare } from "./diff";
import type { Fact } from "./facts";
import type { Failure, Operation } from "./failure";
import { foresee } from "./foresight";
import {
  type Found,
  inputNames,
  type Lifecycle,
  type Model,
  type Operations,
  type ReadRequest,
  type Scope,
  vendorNames,
} from "./lifecycle";
import { listed, look } from "./look";
import { parseUrn } from "./token";
import { type Bag, type Value, withoutAbsent } from "./value";

/** A lifecycle, the account it works in, and what is remembered while the process lives. */
interface Bound<Args extends Bag, Client> extends Scope {
  readonly lifecycle: Lifecycle<Args, Client>;
  readonly client: Client;
  readonly owners: Claims;
}

/** Inputs reach a vendor only as decoded values; what a host passes unchecked is refused here with the same sentences. */
const decode = <Args extends Bag, Client>(
  { lifecycle, settings }: Bound<Args, Client>,
  inputs: Bag,
): Operation<Args> =>
  RTE.fromOption((): Failure => {
    const request = { news: inputs, olds: undefined, proposedName: undefined, settings };
    return { _tag: "InvalidInput", failures: check(lifecycle)(request).failures };
  })(lifecycle.decode(inputs, { settings }));

const unlessHindered =
  <A>(obstacle: (value: A) => O.Option<Failure>) =>
  (value: A): Operation<A> =>
    pipe(
      obstacle(value),
      O.match((): Operation<A> => RTE.right(value), RTE.left),
    );

const isDefault = (fact: Fact, value: Value, remote: Bag, urn: string, { settings }: Scope) =>
  (fact.vendorsChoice === true && (fact.defaultsTo?.(remote) ?? value) === value) ||
  (fact.setting !== undefined && value === settings[fact.setting]) ||
  (fact.autonamed === true && value === parseUrn(urn).name);

/** The program's own spelling where it means what the vendor has, else the vendor's; defaults are left unsaid. */
const inputsOf = (model: Model, remote: Bag, { inputs, urn }: ReadRequest, scope: Scope): Bag => {
  const pick = (property: string): Value => {
    const fact = model.facts[property] ?? { doc: "" };
    const has = remote[property];
    const says = inputs?.[property];
    if (says === undefined && isDefault(fact, has, remote, urn, scope)) return undefined;
    if (inputs === undefined) return has;
    return fact.local === true || compare(fact, says, has).length === 0 ? says : has;
  };
  return withoutAbsent(Object.fromEntries(inputNames(model).map((name) => [name, pick(name)])));
};

const read =
  <Args extends Bag, Client>(bound: Bound<Args, Client>): Operations["read"] =>
  (request) => {
    const { lifecycle, client, owners } = bound;
    const toState = (found: Found) => {
      owners.see(found.id, request.urn);
      const inputs = inputsOf(lifecycle.model, found.args, request, bound);
      const derived = lifecycle.derive(found.args);
      const outputs = { ...found.args, ...inputs, ...derived, ...found.computed };
      const audience = found.audience === undefined ? {} : { audience: found.audience };
      return { id: found.id, inputs, outputs: withoutAbsent(outputs), ...audience };
    };
    const isImport = request.inputs === undefined;
    const hinder = isImport ? lifecycle.importObstacle : (): O.Option<Failure> => O.none;
    return pipe(
      lifecycle.read(client)(request.id, request),
      RTE.chain(
        O.match(
          () => RTE.right(O.none),
          (found) =>
            pipe(
              unlessHindered(hinder)(found),
              RTE.map((one) => O.some(toState(one))),
            ),
        ),
      ),
    );
  };

const create =
  <Args extends Bag, Client>(bound: Bound<Args, Client>): Operations["create"] =>
  ({ urn, inputs }) => {
    const { lifecycle, client, owners } = bound;
    const make = (args: Args) =>
      pipe(
        lifecycle.create(client)(args, urn),
        RTE.map(({ id, computed }) => {
          owners.made(id, urn);
          const outputs = { ...inputs, ...lifecycle.derive(args), ...computed };
          return { id, outputs: withoutAbsent(outputs) };
        }),
      );
    return pipe(
      decode(bound, inputs),
      RTE.chain(unlessHindered((args) => lifecycle.obstacle(args, undefined))),
      RTE.chain(make),
    );
  };

const update =
  <Args extends Bag, Client>(bound: Bound<Args, Client>): Operations["update"] =>
  (request) => {
    const { lifecycle, client, owners, settings } = bound;
    const { id, urn, olds, inputs } = request;
    const changed = changedInputs(lifecycle)({ ...request, settings });
    const before = (name: string): readonly [string, Value] => [name, olds[name]];
    const kept = Object.fromEntries(vendorNames(lifecycle.model).map(before));
    const change = (args: Args) =>
      pipe(
        lifecycle.update(client)({ id, urn, args, changed }),
        RTE.map((computed) => {
          owners.see(id, urn);
          return withoutAbsent({ ...kept, ...inputs, ...lifecycle.derive(args), ...computed });
        }),
      );
    return pipe(
      decode(bound, inputs),
      RTE.chain(unlessHindered((args) => lifecycle.obstacle(args, changed))),
      RTE.chain(change),
    );
  };

const remove =
  <Args extends Bag, Client>({
    lifecycle,
    client,
    owners,
  }: Bound<Args, Client>): Operations["delete"] =>
  (request) =>
  (call) => {
    const { id, urn } = request;
    if (!owners.release(id, urn)) return lifecycle.delete(client)(id, request)(call);
    call.log("info", `${id} is left in place: another resource of this stack owns it now`);
    return RTE.right<unknown, Failure, void>(undefined)(call);
  };

/** Binds a lifecycle to an account; from here on nobody knows its types. */
export const operations = <Args extends Bag, Client>(
  lifecycle: Lifecycle<Args, Client>,
  client: Client,
  scope: Scope,
): Operations => {
  const bound = { lifecycle, client, settings: scope.settings, owners: claims() };
  return {
    create: create(bound),
    read: read(bound),
    update: update(bound),
    delete: remove(bound),
    beforeReplace: lifecycle.beforeReplace?.(client) ?? (() => RTE.right(undefined)),
    list: listed(bound),
    look: look(bound),
    foresee: foresee(bound),
    claim: bound.owners.see,
  };
};
