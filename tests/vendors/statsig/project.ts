/** The provider's side of a project at Statsig, called as a host calls it, over HTTP against the emulator. */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../../emulator";
import type { CheckResult } from "../../../provider/core/check";
import type { DiffResult } from "../../../provider/core/diff";
import { type Call, explain, type Failure, type Operation } from "../../../provider/core/failure";
import type { Operations } from "../../../provider/core/lifecycle";
import { resource } from "../../../provider/core/resource";
import type { Bag } from "../../../provider/core/value";
import { transport } from "../../../provider/http/send";
import { segment } from "../../../provider/vendors/statsig/segment";
import { statsig } from "../../../provider/vendors/statsig/vendor";

export const TOKEN = "audiences:statsig:Segment";
export const urnOf = (name: string): string => `urn:pulumi:test::shop::${TOKEN}::${name}`;

export const kind = resource(segment);

export const bag = (inputs: object): Bag => inputs as Bag;

/** What state holds of a segment. */
export interface State {
  readonly id: string;
  readonly urn: string;
  readonly inputs: Bag;
  readonly outputs: Bag;
}

export interface Told {
  readonly severity: string;
  readonly message: string;
}

export interface Project {
  readonly emulator: Emulator;
  readonly told: readonly Told[];
  readonly operations: Operations;
  readonly run: <A>(operation: Operation<A>, seconds?: number) => Promise<A>;
  readonly fails: (operation: Operation<unknown>, seconds?: number) => Promise<Failure>;
  readonly check: (name: string, inputs: object, state?: State) => CheckResult;
  readonly create: (name: string, inputs: object) => Promise<State>;
  readonly read: (state: State) => Promise<State | undefined>;
  readonly importing: (id: string, name?: string) => Promise<State | undefined>;
  readonly diff: (state: State, inputs: object) => DiffResult;
  /** Updates in place; fails where the diff wants a replacement. */
  readonly update: (state: State, inputs: object) => Promise<State>;
  readonly remove: (state: State) => Promise<void>;
  /** Bodies and paths of what was sent since the last look, without reads. */
  readonly writes: () => readonly string[];
  /** The segment as the vendor shows it. */
  readonly remote: (id: string) => Promise<Record<string, unknown> | undefined>;
}

const callFor = (told: Told[], seconds: number): Call => ({
  signal: new AbortController().signal,
  deadline: Date.now() + seconds * 1000,
  log: (severity, message) => {
    told.push({ severity, message });
  },
});

const named = (name: string): string => name.split("::").at(-1) ?? name;

/** A new provider process for a running emulator. */
export const connect = (
  emulator: Emulator,
  settings: { readonly apiKey?: string } = {},
): Project => {
  const told: Told[] = [];
  const values = { endpoint: emulator.url, apiKey: emulator.statsigApiKey, ...settings };
  const operations = statsig.connect(values, transport()).operations(TOKEN);
  const run: Project["run"] = async (operation, seconds = 60) => {
    const result = await operation(callFor(told, seconds))();
    if (E.isLeft(result)) throw new Error(explain(result.left));
    return result.right;
  };
  const fails: Project["fails"] = async (operation, seconds = 60) => {
    const result = await operation(callFor(told, seconds))();
    if (E.isRight(result)) throw new Error("The operation did not fail.");
    return result.left;
  };
  const check: Project["check"] = (name, inputs, state) =>
    kind.check({ news: bag(inputs), olds: state?.inputs, proposedName: name, settings: values });
  const checked = (name: string, inputs: object): Bag => {
    const { inputs: complete, failures } = check(name, inputs);
    if (failures.length > 0) throw new Error(JSON.stringify(failures));
    return complete;
  };
  const diff: Project["diff"] = (state, inputs) =>
    kind.diff({
      olds: state.outputs,
      oldInputs: state.inputs,
      news: checked(named(state.urn), inputs),
      ignoreChanges: [],
      settings: values,
    });
  const found = async (
    urn: string,
    id: string,
    inputs: Bag | undefined,
    outputs: Bag | undefined,
  ): Promise<State | undefined> => {
    const result = await run(operations.read({ id, urn, inputs, outputs }));
    if (O.isNone(result)) return undefined;
    const { audience: _, ...state } = result.value;
    return { ...state, urn };
  };
  return {
    emulator,
    told,
    operations,
    run,
    fails,
    check,
    diff,
    create: async (name, inputs) => {
      const complete = checked(name, inputs);
      const urn = urnOf(name);
      const { id, outputs } = await run(operations.create({ urn, inputs: complete }));
      return { id, urn, inputs: complete, outputs };
    },
    read: ({ urn, id, inputs, outputs }) => found(urn, id, inputs, outputs),
    importing: (id, name = "imported") => found(urnOf(name), id, undefined, undefined),
    update: async ({ id, urn, inputs: olds, outputs }, inputs) => {
      const news = checked(named(urn), inputs);
      const now = await run(
        operations.update({ id, urn, olds: outputs, oldInputs: olds, inputs: news }),
      );
      return { id, urn, inputs: news, outputs: now };
    },
    remove: ({ id, urn, inputs, outputs }) => run(operations.delete({ id, urn, inputs, outputs })),
    writes: () => {
      const { requests } = emulator.requests();
      emulator.forgetRequests();
      return requests
        .filter(({ method }) => method !== "GET")
        .map(({ method, path, body = "" }) => `${method} ${path} ${body}`.trim());
    },
    remote: async (id) => {
      const answer = await fetch(`${emulator.url}/console/v1/segments/${id}`, {
        headers: { "statsig-api-key": emulator.statsigApiKey },
      });
      const body: unknown = await answer.json();
      return answer.status === 404 ? undefined : Object(Reflect.get(Object(body), "data"));
    },
  };
};

/** Starts an emulator for the tests of a `describe`, empty before each of them, with a new provider process each time. */
export const withProject = (options: EmulatorOptions = {}): (() => Project) => {
  let emulator: Emulator | undefined;
  let project: Project | undefined;
  before(async () => {
    emulator = await startEmulator(options);
  });
  beforeEach(() => {
    emulator?.reset();
    project = emulator && connect(emulator);
  });
  after(() => emulator?.close());
  return () => {
    if (project === undefined) throw new Error("The project is opened before the first test.");
    return project;
  };
};

export const places = ({ changes }: DiffResult): readonly string[] =>
  changes.map(({ path, kind: how, replaces }) => `${how} ${path.join(".")}${replaces ? "!" : ""}`);

/** The ids of a list as the vendor has them, sorted. */
export const remoteIds = async ({ emulator }: Project, id = "vip"): Promise<readonly string[]> => {
  const answer = await fetch(
    `${emulator.url}/console/v1/segments/${id}/id_list?limit=1000&page=1`,
    {
      headers: { "statsig-api-key": emulator.statsigApiKey },
    },
  );
  const body: unknown = await answer.json();
  const ids: unknown = Object(Object(body).data).ids;
  return Array.isArray(ids) ? ids.map(String).sort() : [];
};
