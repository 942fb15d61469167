/** A Push0 account at the emulator, used as a host uses it: over HTTP, through the vendor's own operations. */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../../emulator";
import { explain, type Failure, type Operation } from "../../../provider/core/failure";
import type { Operations } from "../../../provider/core/lifecycle";
import type { Settings } from "../../../provider/core/setting";
import type { Bag } from "../../../provider/core/value";
import { transport } from "../../../provider/http/send";
import { push0 } from "../../../provider/vendors/push0/vendor";

export interface Stage {
  readonly emulator: Emulator;
  readonly operations: Operations;
  /** What the provider logged, with its severity in front. */
  readonly said: string[];
  /** The value, or an error with the failure in words. */
  readonly run: <A>(operation: Operation<A>) => Promise<A>;
  /** The failure; an error when there is none. */
  readonly fails: (operation: Operation<unknown>) => Promise<Failure>;
  /** Names in the account, oldest first. */
  readonly names: () => readonly string[];
  /** The same account, seen by a process of the provider that remembers nothing. */
  readonly restarted: () => Stage;
  readonly close: () => Promise<void>;
}

export const TOKEN = "audiences:push0:Segment";

export const urnOf = (name: string): string => `urn:pulumi:dev::shop::${TOKEN}::${name}`;

interface Options extends EmulatorOptions {
  readonly config?: { readonly [setting: string]: string };
  readonly base?: string;
}

export const openStage = async (options: Options = {}): Promise<Stage> => {
  const { config = {}, base = "/v1", ...rest } = options;
  const emulator = await startEmulator(rest);
  const settings = {
    apiKey: emulator.push0ApiKey,
    endpoint: `${emulator.url}${base}`,
    deleteRequest: "DELETE /segments",
    ...config,
  };
  return stageOf(emulator, settings);
};

const stageOf = (emulator: Emulator, settings: Settings): Stage => {
  const said: string[] = [];
  const result = <A>(operation: Operation<A>): Promise<E.Either<Failure, A>> =>
    operation({
      signal: new AbortController().signal,
      deadline: Date.now() + 15_000,
      log: (severity, message) => void said.push(`${severity}: ${message}`),
    })();
  return {
    emulator,
    said,
    operations: push0.connect(settings, transport()).operations(TOKEN),
    run: async (operation) => {
      const answer = await result(operation);
      if (E.isLeft(answer)) throw new Error(explain(answer.left));
      return answer.right;
    },
    fails: async (operation) => {
      const answer = await result(operation);
      if (E.isRight(answer)) throw new Error("was expected to fail");
      return answer.left;
    },
    names: () =>
      emulator.store
        .table<{ readonly name: string }>("push0-segment")
        .all("account")
        .map(({ name }) => name),
    restarted: () => stageOf(emulator, settings),
    close: emulator.close,
  };
};

/** Creates a segment as the engine would for a resource of this name. */
export const create = (stage: Stage, inputs: Bag) =>
  stage.run(stage.operations.create({ urn: urnOf(String(inputs["name"])), inputs }));

/** What a refresh finds. */
export const refresh = async (stage: Stage, id: string, inputs: Bag, outputs: Bag) => {
  const urn = urnOf(String(inputs["name"]));
  const found = await stage.run(stage.operations.read({ id, urn, inputs, outputs }));
  return O.toUndefined(found);
};

/** Destroys a segment in a run of its own, as the engine would. */
export const destroy = (stage: Stage, id: string, name: string) => {
  const later = stage.restarted();
  return later.run(later.operations.delete({ id, urn: urnOf(name) }));
};
